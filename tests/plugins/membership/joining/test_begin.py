"""Asking for a link: everybody gets the same answer, and only the mailbox knows more."""

from __future__ import annotations

import logging

import pytest
from django.test import RequestFactory

from plugins.membership.models import Application, ApplicationKey
from tests.factories.joining import make_application, make_round
from tests.plugins.membership.joining.conftest import link_in

pytestmark = pytest.mark.django_db

BEGIN = "/mitglied-werden/beginnen/"


def begin(client, email="integration@auental.example", **more):
    return client.post(BEGIN, {"email": email, **more}, follow=True)


def test_the_public_page_says_when_it_is_decided_and_what_is_kept_how_long(forum, client):
    page = client.get("/mitglied-werden/").content.decode()
    assert "innerhalb von 12 Wochen" in page or "within 12 weeks" in page
    for days in ("90", "180", "365"):
        assert days in page
    round = make_round()
    assert str(round.decides_by.year) in client.get("/mitglied-werden/").content.decode()
    assert BEGIN in page


def test_home_leads_there(forum, client):
    assert 'href="/mitglied-werden/"' in client.get("/").content.decode()


def test_the_link_leads_to_a_new_application(forum, client, mails):
    begin(client)
    ((to, subject, body),) = mails()
    assert to == "integration@auental.example"
    application = Application.objects.get()
    assert application.state == "begun" and application.reference in client.get(link_in(body)).content.decode()
    assert application.reference not in subject + body


def test_the_answer_is_the_same_whether_there_is_an_application_or_not(forum, client, mails):
    make_application("complete", email="kennen@wir.example")
    known, unknown = (begin(client, email) for email in ("kennen@wir.example", "kennen@wir-nicht.example"))
    assert known.redirect_chain == unknown.redirect_chain
    assert known.content == unknown.content
    assert Application.objects.count() == 2


def test_who_begins_again_comes_to_the_same_application_by_another_link(forum, client, mails):
    for _time in range(2):
        begin(client, "Integration@Auental.example")
    first, second = (link_in(body) for _to, _subject, body in mails())
    assert first != second and Application.objects.count() == 1
    assert [client.get(link).status_code for link in (first, second)] == [200, 200]


@pytest.mark.parametrize("state", ["declined", "withdrawn"])
def test_after_an_end_it_is_a_new_one(forum, client, state):
    make_application(state, email="integration@auental.example")
    begin(client)
    assert Application.objects.count() == 2


def test_a_program_that_fills_in_everything_is_thanked_and_nothing_happens(forum, client, mails):
    answer = begin(client, website="https://spam.example")
    assert answer.status_code == 200 and not Application.objects.exists() and mails() == []


def test_an_address_gets_no_flood_of_mails(forum, client, settings):
    settings.ACCOUNT_RATE_LIMITS = {"begin_application": "20/h/ip,2/h/key"}
    answers = [client.post(BEGIN, {"email": "a@example.org"}).status_code for _time in range(3)]
    assert answers == [302, 302, 429]
    assert client.post(BEGIN, {"email": "b@example.org"}).status_code == 302


def test_a_wrong_address_is_said_at_the_field(forum, client):
    page = client.post(BEGIN, {"email": "kein-at"}).content.decode()
    assert "name@example.org" in page and 'value="kein-at"' in page


def test_only_the_hash_of_a_link_is_stored(forum, client, mails):
    begin(client)
    ((_to, _subject, body),) = mails()
    token = link_in(body).split("/")[3]
    row = ApplicationKey.objects.values().get()
    assert token not in str(row)


def test_a_log_names_no_secret_address(forum, caplog):
    request = RequestFactory().get("/mitglied-werden/bewerbung/geheim123/teil/nichts/")
    with caplog.at_level(logging.WARNING):
        logging.getLogger("django.request").warning("%s: %s", "Not Found", request.path)
        logging.getLogger("django.security.csrf").warning("Forbidden (%s): %s", "no cookie", request.path)
    assert "geheim123" not in caplog.text and caplog.text.count("/mitglied-werden/bewerbung/…/teil/nichts/") == 2
