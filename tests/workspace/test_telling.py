"""A fact becomes notifications of whoever it concerns and may see what it is about: once each, and cheaply."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.accounts.models import User
from cms.actions.entries import publish_entry, release_entry, unpublish_entry
from cms.facts import EntryPublished
from plugins.api.access import SYSTEM
from plugins.api.actors import actor_for
from plugins.api.errors import Missing
from plugins.api.outbox import dispatch_pending
from tests.factories import CHECKED, answered_by, ask_member, end_seat, give_seat, make_entry, make_topic
from workspace.actions.notifications import (
    choose_rhythms,
    forget_old_notifications,
    read_all_notifications,
    read_notification,
    tell,
)
from workspace.models import Notification, NotificationChoice, TopicFollow
from workspace.queries.notifications import notifications_of, sentence, unread_count

pytestmark = pytest.mark.django_db


@pytest.fixture
def wohnen():
    return make_topic("Wohnen")


def follow(topic, *people):
    for person in people:
        TopicFollow.objects.create(user=person, topic=topic)


def told(person, kind="workspace.topic") -> list[str]:
    return [sentence(one) for one in notifications_of(actor_for(person)).filter(kind=kind)]


def questions(queries: CaptureQueriesContext) -> int:
    return sum(query["sql"].startswith("SELECT") for query in queries.captured_queries)


def test_what_is_imported_is_told_to_nobody(wohnen, member):
    follow(wohnen, member)
    make_entry(title="Wohnungslotsen", topics=[wohnen], external_key="alt:1")
    dispatch_pending()
    assert told(member) == []


def test_a_new_entry_is_told_to_those_who_follow_its_topic_and_may_read_it(wohnen, member, mentor, applicant):
    follow(wohnen, member, applicant)
    follow(make_topic("Sprache"), mentor)
    make_entry(title="Wohnungslotsen", topics=[wohnen])
    dispatch_pending()
    assert told(member) == ["Neu zu einem Thema, dem Sie folgen: „Wohnungslotsen“"]
    assert told(mentor) == told(applicant) == []
    assert not Notification.objects.filter(recipient__in=[mentor, applicant]).exists()


def test_a_release_is_told_to_those_who_could_not_read_the_entry_before(wohnen, member, applicant, editor2):
    follow(wohnen, member, applicant)
    entry = make_entry(title="Wohnungslotsen", topics=[wohnen])
    dispatch_pending()
    release_entry(entry, actor=actor_for(editor2), checklist=CHECKED)
    dispatch_pending()
    assert len(told(member)) == len(told(applicant)) == 1


def test_hearing_twice_tells_once(wohnen, member):
    follow(wohnen, member)
    entry = make_entry(topics=[wohnen])
    for _time in range(2):
        tell([EntryPublished(entry_id=entry.pk, number=1)] * 2)
    assert Notification.objects.filter(recipient=member).count() == 1


def test_nobody_is_told_what_they_did_themselves(wohnen, editor, member):
    follow(wohnen, editor, member)
    make_entry(topics=[wohnen], by=editor)
    dispatch_pending()
    assert (told(editor), len(told(member))) == ([], 1)


def test_what_may_no_longer_be_seen_is_not_told_either(wohnen, member):
    follow(wohnen, member)
    entry = make_entry(topics=[wohnen])
    dispatch_pending()
    actor = actor_for(member)
    assert unread_count(actor) == 1
    unpublish_entry(entry, actor=SYSTEM)
    assert (unread_count(actor), told(member)) == (0, [])


def test_whoever_is_no_longer_a_member_is_told_nothing_of_what_members_read(wohnen, member):
    follow(wohnen, member)
    make_entry(topics=[wohnen])
    dispatch_pending()
    end_seat(member)
    assert unread_count(actor_for(member)) == 0


def test_telling_three_hundred_takes_as_many_queries_as_telling_one(wohnen, member):
    follow(wohnen, member)
    people = User.objects.bulk_create(User(email=f"viele{number}@example.org") for number in range(300))
    for person in people:
        give_seat(person)
    fact = EntryPublished(entry_id=make_entry(topics=[wohnen]).pk, number=1)
    with CaptureQueriesContext(connection) as one:
        tell([fact])
    Notification.objects.all().delete()
    follow(wohnen, *people)
    with CaptureQueriesContext(connection) as many:
        tell([fact])
    assert Notification.objects.filter(kind="workspace.topic").count() == 301
    assert questions(many) == questions(one)
    assert len(many) - questions(many) < 10  # rows are written many at a time


def test_counting_what_is_unread_is_one_query(wohnen, member, django_assert_num_queries):
    actor = actor_for(member)
    with django_assert_num_queries(1):
        unread_count(actor)


def test_an_author_hears_that_her_entry_is_published_and_editors_that_a_summary_waits(author, editor, editor2):
    entry = make_entry(title="Sprachlotsen", by=author, published=False)
    publish_entry(entry, actor=actor_for(editor))
    dispatch_pending()
    assert told(author, "cms.entry_published") == ["Ihr Beitrag „Sprachlotsen“ ist veröffentlicht."]
    waits = ["„Sprachlotsen“ hat eine Zusammenfassung, die auf die Freigabe wartet."]
    assert told(editor2, "cms.to_release") == waits
    assert told(author, "cms.to_release") == []


def test_what_is_released_already_waits_for_nobody(editor, editor2, office):
    make_entry(released=True, by=editor, released_by=editor2)
    dispatch_pending()
    assert told(office, "cms.to_release") == []


def test_whoever_asked_hears_of_the_answer_and_gets_no_second_mail(author, member, mailoutbox):
    entry = make_entry(title="Lotsen", by=author, published=False)
    answered_by(ask_member(entry, member, by=author))
    dispatch_pending()
    assert told(author, "cms.confirmation_answered") == ["Ihre Anfrage zur Bestätigung von „Lotsen“ ist beantwortet."]
    assert Notification.objects.get(kind="cms.confirmation_answered").rhythm == "never"
    assert [mail.to for mail in mailoutbox].count([author.email]) == 1


def test_reading_is_for_whoever_was_told(wohnen, member, mentor):
    follow(wohnen, member)
    make_entry(topics=[wohnen])
    dispatch_pending()
    notification = Notification.objects.get()
    with pytest.raises(Missing):
        read_notification(notification.pk, actor=actor_for(mentor))
    assert read_all_notifications(actor=actor_for(mentor)) == 0
    assert read_notification(notification.pk, actor=actor_for(member)).read_at
    assert unread_count(actor_for(member)) == 0


def test_a_choice_holds_for_what_comes_and_for_what_waits(wohnen, member):
    follow(wohnen, member)
    make_entry(title="Eins", topics=[wohnen])
    dispatch_pending()
    choose_rhythms({"workspace.topic": "daily"}, actor=actor_for(member))
    make_entry(title="Zwei", topics=[wohnen])
    dispatch_pending()
    assert set(Notification.objects.values_list("rhythm", flat=True)) == {"daily"}
    choose_rhythms({"workspace.topic": "never"}, actor=actor_for(member))
    assert set(Notification.objects.values_list("rhythm", flat=True)) == {"never"}
    assert NotificationChoice.objects.count() == 1


def test_old_notifications_are_forgotten(member):
    now = timezone.now()

    def make(key: str, days: int, *, read: int | None = None) -> None:
        read_at = now - timedelta(days=read) if read is not None else None
        Notification.objects.create(
            recipient=member,
            kind="workspace.topic",
            key=key,
            about_id=1,
            url="/",
            rhythm="never",
            created_at=now - timedelta(days=days),
            read_at=read_at,
        )

    make("read long ago", 200, read=91)
    make("read lately", 200, read=89)
    make("unread for a year", 366)
    make("unread", 364)
    forget_old_notifications()
    assert set(Notification.objects.values_list("key", flat=True)) == {"read lately", "unread"}
