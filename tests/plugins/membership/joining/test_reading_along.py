"""The second reader reads and comments, changes nothing, and her link ends when the applicant says so."""

from __future__ import annotations

import pytest

from plugins.membership.models import ReaderComment
from tests.factories.joining import make_application, make_link
from tests.plugins.membership.joining.conftest import link_in

pytestmark = pytest.mark.django_db

SUPERIOR = "leitung@landkreis.example"


@pytest.fixture
def begun(forum):
    return make_application("begun", reasons="Nur für zwei Augenpaare")


def invite(client, link, mails, email=SUPERIOR):
    client.post(f"{link}mitlesen/", {"email": email})
    ((to, subject, body),) = mails()
    assert to == email and "Nur für zwei" not in body and "Seewinkel" not in subject + body
    return link_in(body)


def test_she_reads_all_and_her_comment_reaches_the_applicant(begun, client, mails):
    link = make_link(begun)
    reading = invite(client, link, mails)
    assert "Nur für zwei Augenpaare" in client.get(reading).content.decode()
    client.post(f"{reading}kommentar/", {"text": "Bitte den Kreistag erwähnen."})
    assert "Bitte den Kreistag erwähnen." in client.get(link).content.decode()
    assert SUPERIOR in client.get(link).content.decode()


def test_she_can_do_nothing_else(begun, client, mails):
    reading = invite(client, make_link(begun), mails)
    for rest, words in {
        "teil/reasons/": {"reasons": "Anders"},
        "absenden/": {},
        "zurueckziehen/": {},
        "mitlesen/": {"email": "dritte@landkreis.example"},
        "mitlesen/beenden/": {},
        "antwort/": {"answer": "Ja"},
        "zweiter-sitz/": {"name": "X", "email": "x@example.org"},
    }.items():
        answer = client.post(f"{reading}{rest}", words)
        assert (answer.status_code, answer["Location"]) == (302, reading), rest
    begun.refresh_from_db()
    assert begun.state == "begun" and begun.reasons == "Nur für zwei Augenpaare"
    assert begun.keys.filter(is_reader=True).count() == 1 and mails() == []


def test_her_link_ends_and_what_she_said_stays(begun, client, mails):
    link = make_link(begun)
    reading = invite(client, link, mails)
    client.post(f"{reading}kommentar/", {"text": "Gut so."})
    client.post(f"{link}mitlesen/beenden/")
    assert client.get(reading).status_code == 404
    assert "Gut so." in client.get(link).content.decode()


def test_there_is_one_at_a_time_and_never_oneself(begun, client, mails):
    link = make_link(begun)
    page = client.post(f"{link}mitlesen/", {"email": begun.email}).content.decode()
    assert 'role="alert"' in page and mails() == []
    invite(client, link, mails)
    page = client.post(f"{link}mitlesen/", {"email": "dritte@landkreis.example"}).content.decode()
    assert 'role="alert"' in page and mails() == []


def test_nobody_writes_to_many_addresses_by_one_link(begun, client, mails, settings):
    settings.ACCOUNT_RATE_LIMITS = {"application_mail": "2/h/key"}
    link = make_link(begun)
    for number in range(3):
        client.post(f"{link}mitlesen/", {"email": f"{number}@landkreis.example"})
        if number < 2:
            client.post(f"{link}mitlesen/beenden/")
    assert not begun.keys.filter(is_reader=True).exists()


def test_an_empty_comment_is_none_and_a_late_one_neither(begun, client):
    reading = make_link(begun, is_reader=True)
    assert 'role="alert"' in client.post(f"{reading}kommentar/", {"text": " "}).content.decode()
    begun.state, begun.received_at = "received", begun.begun_at
    begun.save()
    client.post(f"{reading}kommentar/", {"text": "Zu spät"})
    assert not ReaderComment.objects.exists()


def test_after_handing_in_she_still_reads_and_learns_no_question_and_no_decision(forum, client):
    application = make_application("asked")
    application.questions.create(part="letter", text="Wo ist die Unterschrift?")
    page = client.get(make_link(application, is_reader=True)).content.decode()
    assert "Wir wollen von anderen lernen" in page and "Unterschrift" not in page
