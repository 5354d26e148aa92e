"""The office's queue, what it asks back, and a decision that only a press of the button sends."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from plugins.api.actors import actor_for
from plugins.api.errors import Invalid, Refused
from plugins.api.outbox import dispatch_pending
from plugins.membership.actions.application_office import ask_back, decide, find_complete, send_decision
from plugins.membership.actions.applications import answer_question, hand_in, save_part
from plugins.membership.models import Application, OfficeDecision
from plugins.membership.periods import ANSWERED_WITHIN
from plugins.membership.queries.applications import office_lines
from tests.factories.joining import applicant_of, make_application, make_link
from workspace.queries.notifications import notifications_of, sentence

pytestmark = pytest.mark.django_db

QUEUE = "/mitglied-werden/bewerbungen/"


def text_of(browser, address):
    response = browser.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


@pytest.fixture
def desk(office, as_client):
    return as_client(office)


@pytest.fixture
def actor(office):
    return actor_for(office)


def test_the_queue_shows_what_is_open_by_its_latest_day_with_the_words_inside(desk):
    today = timezone.localdate()
    late = make_application("decided", county="99004", next_step_by=today - timedelta(days=1))
    soon = make_application("complete", next_step_by=today + timedelta(days=3))
    over = make_application("declined", county="99003")
    page = text_of(desk, QUEUE)
    assert page.index(late.reference) < page.index(soon.reference)
    assert over.reference not in page
    for word in (late.inside, soon.inside):
        assert word in page.lower() or word in page
    only = text_of(desk, f"{QUEUE}?state=declined")
    assert over.reference in only and soon.reference not in only


def test_fields_are_called_for_whoever_reads_them(desk, client):
    application = make_application("received")
    page = text_of(desk, f"{QUEUE}{application.pk}/")
    assert "<strong>Name:</strong>" in page and "<strong>Funktion:</strong>" in page
    assert "Ihr Name" not in page and "Ihre Funktion" not in page
    assert "<strong>Ihr Name:</strong>" in text_of(client, make_link(application))
    assert "<strong>Name:</strong>" in text_of(client, make_link(application, is_reader=True))


def test_nobody_else_has_a_queue(forum, as_client, member, editor, applicant, guest):
    application = make_application("received")
    for person in (member, editor, applicant, guest):
        browser = as_client(person)
        assert browser.get(QUEUE).status_code == 404
        for rest in ("", "nachfragen/", "entscheiden/", "senden/", "brief/"):
            assert browser.get(f"{QUEUE}{application.pk}/{rest}").status_code == 404
        assert browser.post(f"{QUEUE}{application.pk}/vollstaendig/").status_code == 404


def test_what_was_not_handed_in_is_not_the_offices(desk, as_client, admin, actor):
    begun = make_application("begun", reasons="Noch ganz privat")
    withdrawn = make_application("withdrawn", received_at=None)
    for browser in (desk, as_client(admin)):
        for one in (begun, withdrawn):
            assert one.reference not in text_of(browser, f"{QUEUE}?state={one.state}")
            assert browser.get(f"{QUEUE}{one.pk}/").status_code == 404
    assert office_lines(actor, 10) == []


def test_one_application_has_everything_and_notes_are_kept(desk):
    application = make_application("received")
    desk.post(f"{QUEUE}{application.pk}/", {"text": "Telefonisch geklärt"})
    page = text_of(desk, f"{QUEUE}{application.pk}/")
    for words in ("Telefonisch geklärt", "Erfahrung mit Fahrdiensten", "Vier Stunden", application.email):
        assert words in page


def test_only_the_asked_part_is_open_until_the_answer(desk, client, mails, actor):
    application = make_application("received")
    desk.post(f"{QUEUE}{application.pk}/nachfragen/", {"part": "resources", "text": "Wer hat zugestimmt?"})
    ((to, subject, body),) = mails()
    assert to == application.email and "zugestimmt" not in subject + body and "Seewinkel" not in subject + body
    link = make_link(application)
    page = text_of(client, link)
    assert "Wer hat zugestimmt?" in page
    assert client.post(f"{link}teil/reasons/", {"reasons": "Anders"})["Location"] == link
    client.post(f"{link}teil/resources/", {"resources": "Die Landrätin hat zugestimmt."})
    client.post(f"{link}antwort/", {"answer": "Steht jetzt darin."})
    application.refresh_from_db()
    assert application.state == "received" and application.reasons == "Wir wollen von anderen lernen."
    assert application.resources == "Die Landrätin hat zugestimmt."
    assert client.post(f"{link}teil/resources/", {"resources": "Noch anders"})["Location"] == link
    assert "Steht jetzt darin." in text_of(desk, f"{QUEUE}{application.pk}/")
    assert mails() == []


def test_an_answer_has_words_and_the_question_a_last_day(desk, client, actor):
    application = make_application("received")
    ask_back(application, "letter", "Unterschrift?", actor=actor)
    application.refresh_from_db()
    assert application.next_step_by == timezone.localdate() + ANSWERED_WITHIN
    link = make_link(application)
    assert 'role="alert"' in client.post(f"{link}antwort/", {"answer": "  "}).content.decode()
    with pytest.raises(Refused):
        ask_back(application, "reasons", "Noch eine?", actor=actor)


def test_a_decision_says_why_its_conditions_and_the_way_back(desk, actor):
    application = make_application("complete")
    for outcome, missing in (("declined", "way_back"), ("conditions", "conditions"), ("maybe", "outcome")):
        with pytest.raises(Invalid) as refused:
            decide(application, outcome=outcome, reason=" ", actor=actor)
        assert {missing, "reason"} <= set(refused.value.errors)
    answer = desk.post(f"{QUEUE}{application.pk}/entscheiden/", {"outcome": "accepted", "reason": ""})
    assert 'role="alert"' in answer.content.decode()


def test_writing_a_decision_down_tells_nobody_and_sending_it_tells_the_applicant(desk, client, mails):
    application = make_application("complete")
    link = make_link(application)
    words = {"outcome": "declined", "reason": "Die Stelle ist nicht besetzt.", "way_back": "Im nächsten Jahr."}
    answer = desk.post(f"{QUEUE}{application.pk}/entscheiden/", words)
    assert answer["Location"] == f"{QUEUE}{application.pk}/senden/"
    assert mails() == [] and "nicht besetzt" not in text_of(client, link)
    assert not OfficeDecision.objects.exists()
    page = text_of(desk, f"{QUEUE}{application.pk}/senden/")
    for said in (application.email, "Die Stelle ist nicht besetzt.", "Im nächsten Jahr."):
        assert said in page
    assert Application.objects.get().state == "decided"  # looking is not sending
    desk.post(f"{QUEUE}{application.pk}/senden/")
    ((to, subject, body),) = mails()
    assert to == application.email and "besetzt" not in subject + body
    outside = text_of(client, link)
    assert "Die Stelle ist nicht besetzt." in outside and "Im nächsten Jahr." in outside
    (told,) = OfficeDecision.objects.all()
    assert told.kind == "refusal" and "Seewinkel" not in told.text + told.reason and "besetzt" not in told.reason


def test_a_decision_can_be_changed_until_it_is_sent_and_is_sent_once(desk, actor, mails):
    application = make_application("complete")
    decide(application, outcome="declined", reason="Nein", way_back="Später", actor=actor)
    decide(application, outcome="conditions", reason="Doch", conditions="Vertretung benennen", actor=actor)
    send_decision(application, actor=actor)
    application.refresh_from_db()
    assert application.state == "accepted" and application.decision.sent_by == actor.user
    (told,) = OfficeDecision.objects.all()
    assert told.kind == "admission" and "Seewinkel" in told.text
    assert len(mails()) == 1
    with pytest.raises(Refused):
        send_decision(application, actor=actor)
    with pytest.raises(Refused):
        decide(application, outcome="accepted", reason="Noch einmal", actor=actor)


def test_the_office_hears_that_an_application_and_an_answer_arrived(office, actor, member):
    application = make_application("begun")
    hand_in(application, actor=applicant_of(application))
    application.refresh_from_db()
    ask_back(application, "reasons", "Warum?", actor=actor)
    application.refresh_from_db()
    save_part(application, "reasons", {"reasons": "Darum."}, actor=applicant_of(application))
    answer_question(application, "Steht darin.", actor=applicant_of(application))
    dispatch_pending()
    told = [sentence(one) for one in notifications_of(actor)]
    assert len(told) == 2 and all(application.reference in words for words in told)
    assert "Seewinkel" not in " ".join(told)
    assert list(notifications_of(actor_for(member))) == []


def test_the_office_finds_what_waits_for_it_in_few_words(actor, office, cast, django_assert_num_queries):
    today = timezone.localdate()
    for number, state in enumerate(("received", "complete", "assessed", "decided", "asked", "accepted")):
        make_application(state, next_step_by=today + timedelta(days=10 - number))
    with django_assert_num_queries(1):
        lines = office_lines(actor, 3)
    assert len(lines) == 3 and all("Seewinkel" in line.text and line.url.startswith(QUEUE) for line in lines)
    assert len(office_lines(actor, 10)) == 4
    assert office_lines(cast["member"], 10) == []


def test_the_queue_takes_as_many_queries_for_many_as_for_one(desk, django_assert_max_num_queries):
    make_application("received")
    desk.get(QUEUE)
    with django_assert_max_num_queries(20) as one:
        desk.get(QUEUE)
    for _more in range(5):
        make_application("received")
    with django_assert_max_num_queries(len(one)):
        desk.get(QUEUE)


def test_finding_complete_gives_it_the_day_of_the_decision(actor, mails):
    application = make_application("received")
    find_complete(application, actor=actor)
    application.refresh_from_db()
    assert application.state == "complete" and application.next_step_by > timezone.localdate() + timedelta(days=70)
    assert mails() == []
