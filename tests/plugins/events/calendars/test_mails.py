"""Calendars follow by mail: nobody has an event twice, and nothing stays that does not take place."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from cms.accounts.models import User
from plugins.api.access import SYSTEM
from plugins.api.mails import send_mail
from plugins.api.models import Delivery
from plugins.api.outbox import announce, dispatch_pending
from plugins.events.actions.events import cancel_event, change_event
from plugins.events.actions.occurrences import cancel_occurrence, move_occurrence
from plugins.events.facts import EventChanged, InvitationAnswered, PlaceChanged
from plugins.events.mails.calendars import calendar_part
from plugins.events.models import Event, Participant
from plugins.membership.models import Seat
from tests.factories.events import make_event
from tests.plugins.events.calendars.reading import both, dates_in
from tests.plugins.events.calendars.store import CalendarStore, calendar_in

pytestmark = pytest.mark.django_db
HOUR, DAY, WEEK = timedelta(hours=1), timedelta(days=1), timedelta(weeks=1)


def says(participant, answer, place=None) -> None:
    place = ("taken" if answer == "yes" else "") if place is None else place
    Participant.objects.filter(pk=participant.pk).update(answer=answer, place=place)
    announce(InvitationAnswered(participant_id=participant.pk))


def comes(event, person, **said) -> Participant:
    participant = Participant.objects.create(event=event, person=person, **said)
    says(participant, "yes")
    return participant


def sent() -> list:
    """What was mailed since the last look."""
    dispatch_pending()
    mails, mail.outbox = list(mail.outbox), []
    return mails


def invited(event, person) -> Participant:
    participant = Participant.objects.create(event=event, person=person, invited_at=timezone.now())
    part = calendar_part(event, participant, "REQUEST")
    send_mail("mails/event_in_calendar.html", {"url": ""}, to=person.email, calendar=("REQUEST", part))
    return participant


@pytest.fixture(params=[True, False], ids=["forgets single dates", "keeps single dates"])
def store(request):
    return CalendarStore(forgets=request.param)


@pytest.fixture(autouse=True)
def empty_outbox():
    mail.outbox = []


def test_invited_renamed_moved_and_cancelled_leaves_nothing_twice_and_nothing_behind(store, member, node):
    event = make_event()
    participant = invited(event, member)
    store.receive(sent())
    assert [one.summary for one in both(node, store.as_calendar())] == ["Netzwerktreffen"]

    says(participant, "yes")
    event = change_event(event, {"title": "Jahrestreffen"}, actor=SYSTEM)
    store.receive(sent())
    event = change_event(
        event, {"starts_at": event.starts_at + DAY, "ends_at": event.ends_at + DAY, "place": "Anderswo"}, actor=SYSTEM
    )
    store.receive(sent())
    (one,) = both(node, store.as_calendar())
    assert (one.uid, one.summary, one.location) == (event.uid, "Jahrestreffen", "Anderswo")
    assert one.starts == event.starts_at.replace(microsecond=0)

    cancel_event(event, "Kein Saal.", actor=SYSTEM)
    store.receive(sent())
    assert store.entries == {}


def test_a_series_of_which_one_date_is_moved_and_one_cancelled_and_then_all(store, member, node):
    event = make_event(recurrence="weekly", repeats_until=timezone.localdate() + timedelta(days=70 + 28))
    participant = comes(event, member)
    store.receive(sent())
    dates = list(event.occurrences.all())
    assert len(dates) == 5 and len(dates_in(node, store.as_calendar())) == 5

    moved = move_occurrence(dates[1], dates[1].starts_at + 3 * HOUR, dates[1].ends_at + 3 * HOUR, actor=SYSTEM)
    store.receive(sent())
    cancel_occurrence(dates[3], actor=SYSTEM)
    event = change_event(Event.objects.get(pk=event.pk), {"title": "Runde"}, actor=SYSTEM)
    store.receive(sent())
    expected = [(date.starts_at, date.ends_at) for date in (dates[0], moved, dates[2], dates[4])]
    assert dates_in(node, store.as_calendar()) == [
        tuple(moment.replace(microsecond=0) for moment in one) for one in expected
    ]
    assert {entry["SUMMARY"] for entry in store.entries.values()} == {"Runde"}

    cancel_occurrence(moved, actor=SYSTEM)
    store.receive(sent())
    assert len(dates_in(node, store.as_calendar())) == 3
    says(participant, "no")
    store.receive(sent())
    assert store.entries == {}
    says(participant, "yes")
    store.receive(sent())
    assert len(dates_in(node, store.as_calendar())) == 3
    cancel_event(event, "Es ist getan.", actor=SYSTEM)
    store.receive(sent())
    assert store.entries == {}


def test_an_old_mail_that_comes_late_changes_nothing(store, member):
    event = make_event()
    comes(event, member)
    (first,) = sent()
    event = change_event(event, {"title": "Neu"}, actor=SYSTEM)
    (second,) = sent()
    store.receive([second, first, first])
    assert [entry["SUMMARY"] for entry in store.entries.values()] == ["Neu"]


def test_each_hears_of_each_state_once_however_often_a_fact_is_heard(member):
    event = make_event()
    participant = comes(event, member)
    announce(InvitationAnswered(participant_id=participant.pk))
    assert len(sent()) == 1
    change_event(event, {"title": "Neu"}, actor=SYSTEM)
    announce(EventChanged(event_id=event.pk, fields=("title",)))
    assert len(sent()) == 1
    announce(EventChanged(event_id=event.pk, fields=("title",)))
    assert sent() == []


def test_a_mail_that_could_not_be_sent_is_sent_later(member, monkeypatch):
    comes(make_event(), member)
    with monkeypatch.context() as broken:
        broken.setattr("plugins.events.mails.calendars.send_mail", _no_server)
        dispatch_pending()
    assert sent() == []
    Delivery.objects.update(due_at=timezone.now())
    assert len(sent()) == 1


def test_an_address_that_takes_no_mail_holds_up_nobody_else(member, guest, monkeypatch):
    event = make_event(confidentiality="public")
    for person in (member, guest):
        Participant.objects.create(event=event, person=person, answer="yes", place="taken")
    announce(EventChanged(event_id=event.pk, fields=("title",)))

    def refused(*args, to, **kwargs):
        if to == member.email:
            raise ConnectionError
        return send_mail(*args, to=to, **kwargs)

    monkeypatch.setattr("plugins.events.mails.calendars.send_mail", refused)
    assert [one.to[0] for one in sent()] == [guest.email]


def _no_server(*args, **kwargs):
    raise ConnectionError


def test_only_whom_it_concerns_hears(member, guest, mentor, editor, coordinator):
    event = make_event(capacity=1)
    comes(event, member)
    Participant.objects.create(event=event, person=mentor)
    Participant.objects.create(event=event, person=editor, answer="no")
    waiting = Participant.objects.create(event=event, person=coordinator, answer="yes", place="waiting")
    assert {one.to[0] for one in sent()} == {member.email}
    change_event(event, {"registration_until": event.starts_at}, actor=SYSTEM)
    assert sent() == []
    event = change_event(event, {"place": "Saal 2"}, actor=SYSTEM)
    assert {one.to[0] for one in sent()} == {member.email}
    change_event(event, {"capacity": 2}, actor=SYSTEM)
    sent()
    says(waiting, "yes")
    assert {one.to[0] for one in sent()} == {coordinator.email}


def test_who_comes_without_an_account_gets_it_too_and_no_link_that_leads_nowhere():
    event = make_event()
    comes(event, None, name="Von außen", email="aussen@example.org")
    (one,) = sent()
    assert one.to == ["aussen@example.org"] and event.get_absolute_url() not in one.body
    assert b"ATTENDEE" in calendar_in(one)


def test_the_mail_around_it_says_when_and_nothing_of_what_it_is_about(member):
    event = make_event(title="Geheimer Titel", confidentiality="persons", summary="Geheimes")
    comes(event, member)
    event = change_event(event, {"title": "Geheimer anderer Titel"}, actor=SYSTEM)
    changed = sent()
    cancel_event(event, "Geheimer Grund", actor=SYSTEM)
    mails = [*changed, *sent()]
    assert len(mails) >= 2
    for one in mails:
        whole = one.message().as_string() + one.body + str(calendar_in(one), "utf-8")
        assert "eheim" not in whole
        assert one.message().get_content_type() == "multipart/mixed"
        assert [part.mimetype.partition(";")[0] for part in one.alternatives] == ["text/html", "text/calendar"]


def test_who_may_no_longer_know_of_it_hears_only_that_it_is_gone(member):
    event = make_event()
    comes(event, member)
    sent()
    Seat.objects.filter(person=member).update(end=timezone.localdate() - DAY)
    event = change_event(event, {"place": "Geheimer Ort"}, actor=SYSTEM)
    (one,) = sent()
    text = calendar_in(one).decode()
    assert "METHOD:CANCEL" in text and event.get_absolute_url() not in one.body
    change_event(event, {"place": "Noch ein Ort"}, actor=SYSTEM)
    assert sent() == []


def test_a_place_that_ends_ends_in_the_calendar_too(store, member):
    event = make_event()
    participant = comes(event, member)
    store.receive(sent())
    assert len(store.entries) == 1
    Participant.objects.filter(pk=participant.pk).update(answer="", place="")
    moment = timezone.now().isoformat()
    announce(PlaceChanged(participant_id=participant.pk, event_id=event.pk, occasion="lapsed", moment=moment))
    store.receive(sent())
    assert store.entries == {}


def test_whoever_is_invited_and_waits_for_a_place_keeps_what_came_with_the_invitation(store, member):
    event = make_event(capacity=1)
    participant = invited(event, member)
    says(participant, "yes", "waiting")
    event = change_event(event, {"title": "Neu"}, actor=SYSTEM)
    store.receive(sent())
    assert [entry["SUMMARY"] for entry in store.entries.values()] == ["Neu"]
    says(participant, "yes", "refused")
    store.receive(sent())
    assert store.entries == {}


def test_an_account_that_is_closed_gets_nothing(member):
    event = make_event()
    comes(event, member)
    sent()
    User.objects.filter(pk=member.pk).update(is_active=False)
    change_event(event, {"place": "Anderswo"}, actor=SYSTEM)
    assert sent() == []
