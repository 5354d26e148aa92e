"""Writing an application: nothing is lost, what is missing is said, and after handing in it is closed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.formats import date_format

from plugins.membership.models import Application, OfficeDecision
from plugins.membership.periods import CHECKED_WITHIN, DECIDED_WITHIN
from tests.factories import make_county
from tests.factories.joining import make_application, make_link, make_round
from tests.plugins.membership.joining.conftest import link_in

pytestmark = pytest.mark.django_db

WORDS = {
    "county": {"name": "Anna Beispiel", "function": "Integrationsbeauftragte", "telephone": ""},
    "reasons": {"reasons": "Wir wollen von anderen lernen."},
    "contribution": {"contribution": "Fahrdienste."},
    "resources": {"resources": "Vier Stunden."},
}


@pytest.fixture
def begun(forum):
    return Application.objects.create(reference="2026-0001", email="a@landkreis.example")


def fill_in(client, link, *parts):
    for part in parts:
        words = dict(WORDS[part])
        if part == "county":
            words["county"] = make_county("99005").pk
        assert client.post(f"{link}teil/{part}/", {**words, "then": "next"}).status_code == 302


def text_of(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_each_step_is_kept_and_leads_on(begun, client):
    link = make_link(begun)
    fill_in(client, link, "county")
    answer = client.post(f"{link}teil/reasons/", {"reasons": "Nur ein Anfang", "then": "next"})
    assert answer["Location"] == f"{link}teil/contribution/"
    begun.refresh_from_db()
    assert begun.reasons == "Nur ein Anfang" and begun.county.key == "99005"


def test_half_filled_is_kept_too_and_the_page_says_what_is_missing(begun, client):
    link = make_link(begun)
    answer = client.post(f"{link}teil/county/", {"county": "", "name": "Anna", "function": "", "telephone": ""})
    assert answer["Location"] == link
    begun.refresh_from_db()
    assert begun.name == "Anna"
    page = text_of(client, link)
    assert "5" in page and f"{link}absenden/" not in page


def test_what_is_too_long_is_not_kept_and_stays_in_the_form(begun, client):
    link = make_link(begun)
    page = client.post(f"{link}teil/resources/", {"resources": "x" * 2001}).content.decode()
    begun.refresh_from_db()
    assert begun.resources == "" and "x" * 2001 in page


def test_nothing_can_be_handed_in_while_something_is_missing(begun, client, mails):
    link = make_link(begun)
    fill_in(client, link, "county", "reasons")
    page = client.post(f"{link}absenden/").content.decode()
    begun.refresh_from_db()
    assert begun.state == "begun" and mails() == [] and 'role="alert"' in page


def test_handed_in_it_says_the_date_the_reference_and_the_next_dates_as_the_mail_does(begun, client, mails):
    round = make_round()
    link = make_link(begun)
    fill_in(client, link, *WORDS)
    assert f"{link}absenden/" in text_of(client, link)
    assert client.post(f"{link}absenden/").status_code == 302
    begun.refresh_from_db()
    assert begun.state == "received" and begun.round == round
    today = timezone.localdate()
    ((to, subject, body),) = mails()
    assert to == "a@landkreis.example" and begun.reference not in subject
    assert "Wir wollen von anderen lernen" not in body
    for said in (text_of(client, link), body):
        for day in (today, today + CHECKED_WITHIN, round.decides_by):
            assert date_format(day) in said
        assert begun.reference in said
    assert client.get(link_in(body)).status_code == 200


def test_without_a_round_the_decision_has_a_date_too(begun, client):
    link = make_link(begun)
    fill_in(client, link, *WORDS)
    client.post(f"{link}absenden/")
    assert date_format(timezone.localdate() + DECIDED_WITHIN) in text_of(client, link)


@pytest.mark.parametrize("state", ["received", "complete", "assessed", "decided", "accepted", "declined", "withdrawn"])
def test_afterwards_nothing_can_be_changed(forum, client, state):
    application = make_application(state)
    link = make_link(application)
    answer = client.post(f"{link}teil/reasons/", {"reasons": "Anders"})
    assert (answer.status_code, answer["Location"]) == (302, link)
    application.refresh_from_db()
    assert application.reasons == "Wir wollen von anderen lernen."


@pytest.mark.parametrize("state", ["begun", "received", "asked", "complete", "assessed", "decided"])
def test_at_any_time_it_can_be_withdrawn_and_members_do_not_learn_who(forum, client, state, mails):
    application = make_application(state)
    link = make_link(application)
    assert Application.objects.get().state == state  # asking first changes nothing
    client.get(f"{link}zurueckziehen/")
    assert Application.objects.get().state == state
    assert client.post(f"{link}zurueckziehen/").status_code == 302
    application.refresh_from_db()
    assert application.state == "withdrawn" and application.ended_at and mails() == []
    told = [decision.text + decision.reason for decision in OfficeDecision.objects.all()]
    assert len(told) == (state != "begun")
    assert "Seewinkel" not in " ".join(told)


@pytest.mark.parametrize("state", ["accepted", "declined", "withdrawn"])
def test_what_is_over_cannot_be_withdrawn(forum, client, state):
    application = make_application(state)
    client.post(f"{make_link(application)}zurueckziehen/")
    application.refresh_from_db()
    assert application.state == state


def test_pages_behind_links_are_kept_by_nobody_and_named_to_nobody(begun, client):
    link = make_link(begun)
    for address in (link, f"{link}teil/county/", f"{link}mitlesen/", f"{link}zurueckziehen/"):
        response = client.get(address)
        assert response["Cache-Control"] == "private, no-store"
        assert response["Referrer-Policy"] == "strict-origin"
        assert "noindex" in response["X-Robots-Tag"]


def test_a_link_opens_its_own_application_and_a_wrong_one_nothing(forum, client):
    own, other = make_application(), make_application(county="99004", name="Fremde Person")
    page = text_of(client, make_link(own))
    assert own.reference in page and other.reference not in page and "Fremde Person" not in page
    for rest in ("", "teil/county/", "brief/", "absenden/", "antwort/", "mitlesen/", "sitz/", "zweiter-sitz/"):
        assert client.get(f"/mitglied-werden/bewerbung/{own.pk}/{rest}").status_code == 404
        assert client.get(f"/mitglied-werden/bewerbung/{'x' * 32}/{rest}").status_code == 404


def test_last_use_is_noted_once_a_visit(begun, client, django_assert_num_queries):
    link = make_link(begun)
    client.get(link)
    key = begun.keys.get()
    assert timezone.now() - key.last_used_at < timedelta(minutes=1)
    client.get(link)
    assert begun.keys.get().last_used_at == key.last_used_at
