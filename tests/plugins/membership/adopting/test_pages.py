"""The adoption register without a script: who reads names, who reads numbers, and how it is filled in."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from plugins.membership.actions.adoptions import ask_whether_in_use
from plugins.membership.models import Adoption
from tests.factories import make_county, make_entry, tell_members
from tests.factories.adopting import make_adoption

pytestmark = pytest.mark.django_db
ENTRY = "/wissen/sprachkurs-ohne-bus/"
REGISTER = f"{ENTRY}uebernahmen/"


def read(client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def test_visitors_read_the_number_at_once_and_never_a_name(entry, member, mentor, as_client):
    assert "Was Landkreise damit gemacht haben" not in read(as_client(), ENTRY)
    adoption = make_adoption(entry, member, changed="Quittenraum")
    page = read(as_client(), ENTRY)
    assert "1 Landkreis hat damit gearbeitet: 1 in Erprobung." in page
    for word in ("Auental", "Quittenraum", "uebernahmen", "Wir probieren das aus"):
        assert word not in page
    make_adoption(entry, mentor, "dropped")
    assert "2 Landkreise haben damit gearbeitet: 1 in Erprobung, 1 beendet." in read(as_client(), ENTRY)
    assert as_client().get(adoption.get_absolute_url()).status_code == 302


def test_a_guest_reads_the_number_and_has_no_register(member, guest, wohnen, as_client):
    entry = make_entry(title="Sprachkurs ohne Bus", topics=[wohnen])
    adoption = make_adoption(entry, member)
    page = read(as_client(guest), ENTRY)
    assert "1 Landkreis hat damit gearbeitet" in page
    assert "Auental" not in page
    for path in (REGISTER, f"{REGISTER}neu/", "/uebernahmen/", adoption.get_absolute_url()):
        assert as_client(guest).get(path).status_code == 404


def test_members_read_who_did_what_since_when_and_why_one_stopped(entry, member, mentor, outsider, as_client):
    make_adoption(entry, mentor, "adapted", month=date(2026, 5, 1), changed="Zwei Orte statt drei", contact=mentor)
    stopped = make_adoption(entry, outsider, "dropped", text="Es kam niemand ohne Auto.")
    client = as_client(member)
    page = read(client, ENTRY)
    assert "Landkreis Dornfeld" in page and "seit Mai 2026" in page
    assert "Alle 2 Landkreise im Register ansehen" in page
    assert "Wir probieren das aus" in page
    register = read(client, f"{REGISTER}?state=dropped")
    assert "Wir haben es beendet – und das haben wir gelernt" in register
    assert "Weidental" in register and "Dornfeld" not in register.partition("<h2")[2]
    assert "Es kam niemand ohne Auto." in register
    told = read(client, stopped.get_absolute_url())
    assert "beendet – und das haben wir gelernt" in told
    assert "Es kam niemand ohne Auto." in told
    assert "Stand ändern" not in told


def test_we_will_try_this(entry, member, as_client):
    client = as_client(member)
    form = read(client, f"{REGISTER}neu/")
    assert "Landkreis Auental" not in form  # one county needs no choice
    county = make_county("99001").pk
    sent = {"county": county, "state": "tried", "month": "2026-05", "changed": "Im Pfarrheim", "contact": member.pk}
    page = client.post(f"{REGISTER}neu/", sent, follow=True).content.decode()
    assert "Ihr Landkreis steht im Register" in page
    adoption = Adoption.objects.get()
    assert (adoption.state, adoption.month, adoption.contact) == ("tried", date(2026, 5, 1), member)
    page = read(client, ENTRY)
    assert "Wir probieren das aus" not in page and "Stand ändern" in page
    assert client.get(f"{REGISTER}neu/")["Location"] == REGISTER


def test_what_makes_no_sense_is_said_and_nothing_is_lost(entry, member, as_client):
    county = make_county("99001").pk
    sent = {"county": county, "state": "dropped", "month": "bald", "changed": "Im Pfarrheim", "text": ""}
    page = as_client(member).post(f"{REGISTER}neu/", sent).content.decode()
    assert "Im Pfarrheim</textarea>" in page
    assert 'href="#id_month"' in page
    page = as_client(member).post(f"{REGISTER}neu/", {**sent, "month": "5.2026"}).content.decode()
    assert "Daraus lernen andere." in page
    assert not Adoption.objects.exists()
    page = as_client(member).post(f"{REGISTER}neu/", {}).content.decode()  # an empty form is a form, too
    assert 'role="alert"' in page


def test_details_are_added_and_read(entry, member, mentor, as_client):
    adoption = make_adoption(entry, member)
    tell_members(member)
    path = adoption.get_absolute_url()
    sent = {"changed": "Anders", "effort": "Zwei Stunden", "result": "Elf von vierzehn", "contact": member.pk}
    page = as_client(member).post(f"{path}bearbeiten/", sent, follow=True).content.decode()
    assert "Gespeichert ist, was Ihr Landkreis darüber sagt." in page
    page = read(as_client(mentor), path)
    for words in ("Anders", "Zwei Stunden", "Elf von vierzehn", member.get_full_name()):
        assert words in page
    assert as_client(mentor).get(f"{path}bearbeiten/").status_code == 403
    assert as_client(mentor).post(f"{path}stand/", {"state": "adopted", "month": "2026-05"}).status_code == 403
    tell_members(member, is_listed=False)
    assert member.get_full_name() not in read(as_client(mentor), path)


def test_the_yearly_question_is_answered_in_one_step(entry, member, as_client):
    adoption = make_adoption(entry, member, "adopted", month=date(2025, 1, 1))
    ask_whether_in_use(timezone.localdate() + timedelta(days=365))
    client = as_client(member)
    path = f"{adoption.get_absolute_url()}stand/"
    assert f'href="{path}"' in read(client, "/start/")
    form = read(client, path)
    assert "Noch in Gebrauch?" in form and "weiter wie bisher: übernommen" in form
    page = client.post(path, {"state": "adapted", "month": "2026-05", "text": "Jetzt 31 Personen."}, follow=True)
    assert "Jetzt 31 Personen." in page.content.decode()
    assert path not in read(client, "/start/")


def test_a_list_costs_the_same_for_one_as_for_many(entry, member, mentor, outsider, as_client):
    other = make_entry(title="Wohnungslotsen")
    client = as_client(member)
    make_adoption(entry, member)
    paths = ("/uebernahmen/", REGISTER, ENTRY)
    for path in paths:
        client.get(path)
    before = [_queries(client, path) for path in paths]
    for person in (mentor, outsider):
        make_adoption(entry, person)
        make_adoption(other, person)
    assert [_queries(client, path) for path in paths] == before


def test_the_register_is_filtered(entry, member, mentor, as_client):
    make_adoption(entry, member)
    make_adoption(make_entry(title="Wohnungslotsen"), mentor, "adopted")
    client = as_client(member)
    assert "2 Angaben" in read(client, "/uebernahmen/")
    page = read(client, "/uebernahmen/?county=99003&state=adopted&page=99")
    assert "1 Angabe" in page and "Wohnungslotsen" in page and "Sprachkurs ohne Bus" not in page
    assert "Dazu steht nichts im Register." in read(client, "/uebernahmen/?county=99003&state=tried")


def _queries(client, path: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        read(client, path)
    return len(asked)
