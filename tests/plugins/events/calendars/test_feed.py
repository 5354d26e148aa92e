"""The calendar of a person under an address of their own, and the file of one event."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from cms.accounts.models import User
from cms.accounts.queries import personal_data_of
from plugins.api.access import SYSTEM
from plugins.api.actors import actor_for
from plugins.events.actions.calendars import renew_address
from plugins.events.actions.events import cancel_event, change_event
from plugins.events.models import CalendarAddress, Event, Participant
from plugins.events.personal_data import calendars as personal_data
from plugins.membership.models import Seat
from tests.clock import Clock
from tests.factories import join_group, make_group
from tests.factories.events import make_calendar_address, make_event
from tests.plugins.events.calendars.reading import both, queries, read_by_icalendar

pytestmark = pytest.mark.django_db


def titles(client, path):
    answer = client.get(path)
    assert answer.status_code == 200 and answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    return {one.summary for one in read_by_icalendar(answer.content)}


def comes(person, **said) -> Event:
    event = make_event(**said)
    Participant.objects.create(event=event, person=person, answer="yes", place="taken")
    return event


@pytest.fixture
def group(coordinator, member):
    group = make_group(coordinator=coordinator)
    join_group(group, member)
    return group


def test_it_holds_what_somebody_comes_to_organises_and_what_their_groups_hold(client, member, guest, group, node):
    comes(member, title="Zugesagt")
    make_event(title="Selbst geplant", organiser=member)
    make_event(title="In der Gruppe", confidentiality="group", group=group)
    make_event(title="Für alle Mitglieder")
    make_event(title="Noch geheim", organiser=member, is_published=False)
    for answer, place in (("no", ""), ("yes", "waiting"), ("", "")):
        event = make_event(title=f"Nicht {answer} {place}")
        Participant.objects.create(event=event, person=member, answer=answer, place=place)
    path = make_calendar_address(member)
    assert titles(client, path) == {"Zugesagt", "Selbst geplant", "In der Gruppe"}
    assert len(both(node, client.get(path).content)) == 3
    assert titles(client, make_calendar_address(guest)) == set()


def test_what_a_person_said_no_to_is_not_there_though_their_group_holds_it(client, member, group):
    event = make_event(title="In der Gruppe", confidentiality="group", group=group)
    Participant.objects.create(event=event, person=member, answer="no")
    assert titles(client, make_calendar_address(member)) == set()


def test_three_months_back_and_cancelled_for_thirty_days(client, member, monkeypatch):
    clock = Clock(monkeypatch)
    event = comes(member, title="Treffen", days=10)
    path = make_calendar_address(member)
    cancel_event(comes(member, title="Fällt aus", days=200), "Nein", actor=SYSTEM)
    told = {one.status: one.summary for one in read_by_icalendar(client.get(path).content)}
    assert told["CONFIRMED"] == "Treffen" and told["CANCELLED"].endswith(": Fällt aus") and len(told) == 2
    clock.pass_by(days=31)
    assert titles(client, path) == {"Treffen"}
    clock.pass_by(days=75)
    assert titles(client, path) == set() and Event.objects.filter(pk=event.pk).exists()


def test_renewing_ends_the_old_address_at_once_and_shows_the_new_one_once(client, member, as_client):
    comes(member, title="Treffen")
    browser = as_client(member)
    address = re.compile(r"http://127\.0\.0\.1:8000(/kalender/[\w-]+\.ics)")
    page = browser.post("/konto/kalender/adresse/")
    (old,) = set(address.findall(page.content.decode()))
    assert page.headers["Cache-Control"] == "private, no-store" and titles(client, old) == {"Treffen"}
    assert not address.search(browser.get("/konto/kalender/").content.decode())
    assert old.split("/")[2].removesuffix(".ics") not in str(CalendarAddress.objects.values().get())
    (new,) = set(address.findall(browser.post("/konto/kalender/adresse/").content.decode()))
    wrong = client.get("/kalender/gibt-es-nicht.ics")
    assert client.get(old).status_code == wrong.status_code == 404 and client.get(old).content == wrong.content
    assert titles(client, new) == {"Treffen"}
    assert browser.get("/konto/kalender/beenden/").status_code == 200 and titles(client, new)
    browser.post("/konto/kalender/beenden/")
    assert client.get(new).status_code == 404
    assert browser.get("/konto/kalender/beenden/").status_code == 404


def test_renewed_calendars_hold_the_same_events_under_the_same_names(client, member):
    comes(member)
    old = read_by_icalendar(client.get(make_calendar_address(member)).content)
    assert read_by_icalendar(client.get(make_calendar_address(member)).content) == old


def test_rights_are_asked_at_every_fetch(client, member, group):
    comes(member, title="Für Mitglieder")
    comes(member, title="Für alle", confidentiality="public")
    path = make_calendar_address(member)
    assert len(titles(client, path)) == 2
    Seat.objects.filter(person=member).update(end=timezone.localdate() - timedelta(days=1))
    assert titles(client, path) == {"Für alle"}
    User.objects.filter(pk=member.pk).update(is_active=False)
    assert client.get(path).status_code == 404


def test_programs_hear_that_nothing_is_new_and_nobody_else_keeps_it(client, member, monkeypatch):
    event = comes(member)
    path = make_calendar_address(member)
    first = client.get(path)
    assert first.headers["Cache-Control"] == "private, no-cache" and "noindex" in first.headers["X-Robots-Tag"]
    assert client.get(path, headers={"If-None-Match": first.headers["ETag"]}).status_code == 304
    change_event(event, {"title": "Neu"}, actor=SYSTEM)
    assert client.get(path, headers={"If-None-Match": first.headers["ETag"]}).status_code == 200
    assert client.post(path).status_code == 405


def test_many_events_ask_no_more_of_the_database_than_few(client, member):
    until = timezone.localdate() + timedelta(days=200)
    comes(member, recurrence="weekly", repeats_until=until)
    path = make_calendar_address(member)
    client.get(path)
    few = queries(client, path)
    for number in range(4):
        comes(member, title=f"Reihe {number}", recurrence="weekly", repeats_until=until)
    assert queries(client, path) == few


def test_the_file_of_an_event_is_for_whoever_may_know_of_it(client, member, outsider, group, as_client, node):
    event = make_event(confidentiality="group", group=group)
    path = f"{event.get_absolute_url()}termin.ics"
    nothing = client.get("/termine/gibt-es-nicht/termin.ics")
    assert client.get(path).status_code == as_client(outsider).get(path).status_code == nothing.status_code == 404
    mine = as_client(member).get(path)
    assert mine.headers["Cache-Control"].startswith("private")
    assert both(node, mine.content)[0].uid == event.uid
    public = make_event(confidentiality="public")
    answer = client.get(f"{public.get_absolute_url()}termin.ics")
    assert "public" in answer.headers["Cache-Control"] and both(node, answer.content)[0].method == "PUBLISH"
    hidden = make_event(title="Später", is_published=False, organiser=member)
    assert as_client(member).get(f"{hidden.get_absolute_url()}termin.ics").status_code == 404


def test_the_page_of_an_event_leads_to_its_file_until_it_is_over(member, as_client):
    event = make_event()
    browser = as_client(member)
    assert "termin.ics" in browser.get(event.get_absolute_url()).content.decode()
    cancel_event(event, "Nein", actor=SYSTEM)
    assert "termin.ics" not in browser.get(event.get_absolute_url()).content.decode()


def test_the_account_leads_there_and_visitors_are_asked_who_they_are(member, as_client, client):
    assert "/konto/kalender/" in as_client(member).get("/konto/").content.decode()
    for path in ("", "adresse/", "beenden/"):
        assert client.get(f"/konto/kalender/{path}").status_code in (302, 405)
    assert client.post("/konto/kalender/adresse/").status_code == 302 and not CalendarAddress.objects.exists()


def test_an_address_is_handed_out_without_its_secret_and_erased(client, member):
    path = make_calendar_address(member)
    assert path.split("/")[2].removesuffix(".ics") not in str(personal_data_of(member))
    assert personal_data.hand_out(member)["address"] is not None
    personal_data.erase(member)
    assert client.get(path).status_code == 404


def test_a_second_address_ends_the_first(member):
    renew_address(actor=actor_for(member))
    renew_address(actor=actor_for(member))
    assert CalendarAddress.objects.filter(person=member).count() == 1
