"""Months pass: what is reminded of, forgotten and emptied, and when the office hears that something is late."""

from __future__ import annotations

import pytest
from django.core.files.storage import default_storage

from plugins.api.access import ANONYMOUS
from plugins.api.actors import actor_for
from plugins.api.outbox import dispatch_pending
from plugins.membership.actions.application_letters import upload_letter
from plugins.membership.actions.application_office import (
    ask_back,
    decide,
    find_complete,
    note_application,
    send_decision,
)
from plugins.membership.actions.application_readers import comment
from plugins.membership.actions.applications import answer_question, begin_application, hand_in, save_part, withdraw
from plugins.membership.models import (
    Application,
    ApplicationKey,
    ApplicationLetter,
    ApplicationNote,
    ApplicationQuestion,
    Assessment,
    AssessmentMark,
    ReaderComment,
    SeatOffer,
)
from plugins.membership.schedules import look_after_applications
from tests.factories.joining import (
    applicant_of,
    make_application,
    make_assessment,
    make_letter,
    make_link,
    make_round,
    reader_of,
)
from workspace.queries.notifications import notifications_of, sentence

pytestmark = pytest.mark.django_db

SECRETS = ("Anna Beispiel", "landkreis1@example.org", "Wir wollen von anderen lernen", "0171 55", "Geheimwort")


def every_day(clock, days):
    for _day in range(days):
        clock.pass_days(1)
        look_after_applications()


def stored_words():
    """Everything that the tables of applications hold."""
    models = (Application, ApplicationKey, ApplicationLetter, ApplicationNote, ApplicationQuestion, Assessment)
    more = (AssessmentMark, ReaderComment, SeatOffer)
    return " ".join(str(row) for model in (*models, *more) for row in model.objects.values())


def test_a_begun_one_is_reminded_of_once_and_then_gone(forum, clock, mails, django_capture_on_commit_callbacks):
    begin_application("a@landkreis.example", actor=ANONYMOUS)
    application = Application.objects.get()
    Application.objects.update(saved_at=clock.now())
    path = upload_letter(application, make_letter(), actor=applicant_of(application)).file.name
    assert len(mails()) == 1
    every_day(clock, 59)
    assert mails() == []
    every_day(clock, 1)
    ((to, _subject, _body),) = mails()
    assert to == "a@landkreis.example"
    every_day(clock, 29)
    assert mails() == [] and Application.objects.exists()
    with django_capture_on_commit_callbacks(execute=True):
        every_day(clock, 1)
    assert not Application.objects.exists() and not ApplicationKey.objects.exists()
    assert mails() == [] and not default_storage.exists(path)


def test_whoever_writes_on_keeps_it(forum, clock, mails):
    application = make_application("begun", saved_at=clock.now())
    every_day(clock, 80)
    assert len(mails()) == 1
    save_part(application, "reasons", {"reasons": "Es geht weiter."}, actor=applicant_of(application))
    every_day(clock, 89)
    assert Application.objects.exists()
    every_day(clock, 1)
    assert not Application.objects.exists() and mails() == []


@pytest.fixture
def whole(forum, clock, office, member):
    """An application with everything that can hang on one, answered and found complete."""
    application = make_application("begun", telephone="0171 55")
    upload_letter(application, make_letter("Geheimwort.pdf"), actor=applicant_of(application))
    comment(application, "Geheimwort", actor=reader_of(application))
    hand_in(application, actor=applicant_of(application))
    desk = actor_for(office)
    note_application(application, "Geheimwort", actor=desk)
    application.refresh_from_db()
    ask_back(application, "reasons", "Geheimwort", actor=desk)
    application.refresh_from_db()
    answer_question(application, "Geheimwort", actor=applicant_of(application))
    application.refresh_from_db()
    find_complete(application, actor=desk)
    assessment = make_assessment(application, member, sent=True, summary="Geheimwort")
    criterion = make_round().criteria.first()
    AssessmentMark.objects.create(assessment=assessment, criterion=criterion, points=2, note="Geheimwort")
    make_link(application)
    application.refresh_from_db()
    return application


@pytest.mark.parametrize(("outcome", "days"), [("declined", 180), ("withdrawn", 180), ("accepted", 365)])
def test_what_is_over_is_a_number_a_state_and_dates(whole, clock, office, outcome, days, client):
    desk = actor_for(office)
    if outcome == "withdrawn":
        withdraw(whole, actor=applicant_of(whole))
    else:
        decide(whole, outcome=outcome, reason="Geheimwort", way_back="Geheimwort", actor=desk)
        whole.refresh_from_db()
        send_decision(whole, actor=desk)
    link = make_link(whole)
    every_day(clock, days - 1)
    whole.refresh_from_db()
    assert whole.emptied_at is None and client.get(link).status_code == 200
    assert all(secret in stored_words() for secret in SECRETS)
    every_day(clock, 1)
    left = stored_words()
    assert [secret for secret in SECRETS if secret in left] == []
    whole.refresh_from_db()
    assert (whole.state, whole.emptied_at is not None, whole.received_at is not None) == (outcome, True, True)
    assert (whole.county is not None) == (outcome == "accepted")
    assert client.get(link).status_code == 404
    assert Application.objects.filter(state=outcome).count() == 1
    every_day(clock, 2)


def test_the_office_hears_once_of_each_day_that_passes(office, clock):
    desk = actor_for(office)
    application = make_application("begun")
    hand_in(application, actor=applicant_of(application))
    look_after_applications()
    dispatch_pending()
    told = len(list(notifications_of(desk)))
    every_day(clock, 14)
    dispatch_pending()
    assert len(list(notifications_of(desk))) == told
    every_day(clock, 5)
    dispatch_pending()
    assert len(list(notifications_of(desk))) == told + 1
    application.refresh_from_db()
    find_complete(application, actor=desk)
    every_day(clock, 100)
    dispatch_pending()
    late = list(notifications_of(desk))
    assert len(late) == told + 2 and all(application.reference in sentence(one) for one in late)
