"""A week after an event without minutes and results its organisers are told, once; “there is nothing” ends it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from django.utils.formats import date_format

from plugins.api.actors import actor_for
from plugins.api.errors import Refused
from plugins.api.outbox import dispatch_pending
from plugins.events.actions.follow_ups import nudge_about_materials, say_nothing_follows
from plugins.events.models import Event, FollowUp
from tests.clock import Clock
from tests.factories.afterwards import make_material, make_result
from tests.factories.events import make_event
from workspace.models import Notification
from workspace.schedules import announce_mails

pytestmark = pytest.mark.django_db


@pytest.fixture
def clock(monkeypatch):
    return Clock(monkeypatch)


@pytest.fixture
def event(office, mentor):
    """For all members, in an hour; organised by the office and the mentor."""
    event = make_event(title="Netzwerktreffen Auental", organiser=office, days=1 / 24)
    event.organisers.add(mentor)
    return event


def a_day_works() -> None:
    """What the workers do in a day."""
    nudge_about_materials()
    while dispatch_pending():
        pass
    announce_mails()
    while dispatch_pending():
        pass


def told() -> set[str]:
    return {one.recipient.email for one in Notification.objects.filter(kind="events.afterwards")}


def test_after_seven_days_organisers_are_told_once_by_a_mail_that_names_nothing(
    event, office, mentor, member, clock, as_client
):
    clock.now = event.ends_at + timedelta(days=7) - timedelta(minutes=1)
    a_day_works()
    assert told() == set()
    clock.pass_by(minutes=2)
    a_day_works()
    assert told() == {office.email, mentor.email}
    mails = {one.to[0]: one for one in mail.outbox}
    assert set(mails) == {office.email, mentor.email}
    letter = mails[mentor.email]
    assert letter.subject == "Zu einem Termin, den Sie organisieren, gibt es noch kein Protokoll und keine Ergebnisse"
    assert letter.subject in letter.body and "/mitteilungen/" in letter.body and "Auental" not in letter.body
    page = as_client(mentor).get("/mitteilungen/").content.decode()
    assert "Netzwerktreffen Auental" in page
    assert Notification.objects.filter(recipient=mentor).get().url == f"{event.get_absolute_url()}nachher/"
    for _day in range(3):
        clock.pass_by(days=1)
        a_day_works()
    assert len(mail.outbox) == 2 and Notification.objects.filter(kind="events.afterwards").count() == 2


def test_of_a_groups_meeting_those_are_told_who_coordinate_it(meeting, coordinator, member, clock):
    clock.now = meeting.ends_at + timedelta(days=7, minutes=1)
    a_day_works()
    assert told() == {coordinator.email}


def test_without_a_named_organiser_the_office_is_told(office, mentor, clock):
    event = make_event(days=1 / 24)
    clock.now = event.ends_at + timedelta(days=8)
    a_day_works()
    assert told() == {office.email}


@pytest.mark.parametrize("what", ["minutes", "result"])
def test_minutes_or_a_result_are_enough(what, event, clock):
    clock.now = event.ends_at + timedelta(days=2)
    make_minutes = {"minutes": make_material, "result": make_result}[what]
    make_minutes(event)
    clock.pass_by(days=7)
    a_day_works()
    assert told() == set()


def test_slides_alone_are_not(event, clock):
    make_material(event, kind="other", text="", link="https://example.org/folien")
    clock.now = event.ends_at + timedelta(days=8)
    a_day_works()
    assert told() != set()


def test_who_says_that_there_is_nothing_is_not_told(event, mentor, clock, as_client):
    clock.now = event.ends_at + timedelta(days=1)
    browser, address = as_client(mentor), f"{event.get_absolute_url()}nachher/"
    assert "nachher/nichts/" in browser.get(address).content.decode()
    page = browser.post(f"{address}nichts/", follow=True).content.decode()
    assert "nachher/nichts/" not in page and date_format(timezone.localtime(clock.now)) in page
    assert FollowUp.objects.get().nothing_by == mentor
    clock.pass_by(days=8)
    a_day_works()
    assert told() == set()


def test_where_there_is_something_nobody_says_that_there_is_nothing(event, mentor, member):
    make_result(event)
    with pytest.raises(Refused):
        say_nothing_follows(event, actor=actor_for(mentor))
    with pytest.raises(Refused):
        say_nothing_follows(event, actor=actor_for(member))


def test_the_page_says_until_when(event, mentor, clock, as_client):
    clock.now = event.ends_at + timedelta(hours=1)
    until = date_format(timezone.localtime(event.ends_at + timedelta(days=7)), "DATETIME_FORMAT")
    assert until in as_client(mentor).get(f"{event.get_absolute_url()}nachher/").content.decode()


def test_what_is_cancelled_not_published_or_long_over_is_left_alone(office, event, clock):
    Event.objects.filter(pk=event.pk).update(cancelled_at=timezone.now())
    make_event(days=1 / 24, is_published=False, organiser=office)
    long_ago = make_event(days=1 / 24, organiser=office)
    Event.objects.filter(pk=long_ago.pk).update(
        starts_at=timezone.now() - timedelta(days=400), ends_at=timezone.now() - timedelta(days=399)
    )
    clock.now = event.ends_at + timedelta(days=8)
    a_day_works()
    assert told() == set()


def test_a_series_is_over_with_its_last_date(office, clock):
    begins = timezone.now() + timedelta(hours=1)
    series = make_event(
        organiser=office,
        starts_at=begins,
        ends_at=begins + timedelta(hours=1),
        recurrence="weekly",
        repeats_until=timezone.localdate(begins) + timedelta(weeks=3),
    )
    clock.now = begins + timedelta(days=9)
    a_day_works()
    assert told() == set()
    clock.now = begins + timedelta(weeks=4, days=1)
    a_day_works()
    assert told() == {office.email} and Event.objects.get(pk=series.pk).is_over
