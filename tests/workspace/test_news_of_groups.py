"""Who is told what about working groups and discussions."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db.models import F, Value
from django.db.models.functions import Concat

from plugins.api.actors import actor_for
from plugins.api.outbox import dispatch_pending
from tests.factories import join_group, make_discussion, make_group, make_topic
from workspace.actions.admissions import accept_request, ask_for_access, invite_people
from workspace.actions.discussions import set_attention
from workspace.actions.notifications import read_all_notifications
from workspace.actions.posts import report_post, write_post
from workspace.models import DiscussionReading, GroupMembership, Notification, PastVisibility, Post, TopicFollow
from workspace.queries.notifications import notifications_of, sentence

pytestmark = pytest.mark.django_db


def told(person) -> list[str]:
    dispatch_pending()
    return [sentence(one) for one in notifications_of(actor_for(person))]


def test_a_request_is_told_to_those_who_decide_and_its_answer_to_the_person(group, coordinator, member, outsider):
    request = ask_for_access(group, text="Wir bauen auf.", actor=actor_for(outsider))
    assert told(coordinator) == ["Jemand möchte in der Arbeitsgruppe „AG Wohnen“ mitmachen."]
    assert told(member) == told(outsider) == []
    accept_request(request, actor=actor_for(coordinator))
    assert told(outsider) == ["Sie gehören jetzt zur Arbeitsgruppe „AG Wohnen“."]


def test_a_request_by_way_of_the_office_is_told_to_the_office_first(group, coordinator, outsider, office):
    ask_for_access(group, text="Bitte.", via_office=True, actor=actor_for(outsider))
    assert len(told(office)) == 1
    assert told(coordinator) == []


def test_an_invitation_is_told_to_whoever_is_invited(group, coordinator, outsider, member):
    invite_people(group, [outsider], text="", actor=actor_for(coordinator))
    assert told(outsider) == ["Sie sind in die Arbeitsgruppe „AG Wohnen“ eingeladen."]
    assert told(member) == []


def test_new_posts_are_told_to_the_group_once_a_day_and_not_to_their_author(group, member, coordinator, outsider):
    make_discussion("Wer hat ein Muster?", by=member, group=group, posts=[member, member])
    assert told(coordinator) == ["Neue Beiträge in „Wer hat ein Muster?“"]
    assert told(member) == told(outsider) == []


def test_whoever_has_not_read_yet_is_not_told_again_within_a_week(group, member, coordinator):
    discussion = make_discussion("Muster?", by=member, group=group)
    assert len(told(coordinator)) == 1

    def days_pass(days: int) -> None:
        Post.objects.update(created_at=F("created_at") - timedelta(days=days))
        Notification.objects.update(created_at=F("created_at") - timedelta(days=days), key=Concat("key", Value("-")))

    days_pass(2)
    write_post(discussion, "Noch etwas.", actor=actor_for(member))
    assert len(told(coordinator)) == 1
    days_pass(6)
    write_post(discussion, "Und noch etwas.", actor=actor_for(member))
    assert len(told(coordinator)) == 2
    read_all_notifications(actor=actor_for(coordinator))
    days_pass(1)
    write_post(discussion, "Zuletzt.", actor=actor_for(member))
    assert len(told(coordinator)) == 3


def test_whoever_is_addressed_hears_of_it_as_that(group, member, coordinator):
    discussion = make_discussion(by=member, group=group)
    told(coordinator)
    write_post(discussion, f"@{coordinator.get_full_name()} wissen Sie mehr?", actor=actor_for(member))
    assert "Jemand schreibt Ihnen in „Wer hat Erfahrung?“." in told(coordinator)


def test_named_persons_are_told_and_nobody_else(member, mentor, admin):
    make_discussion("Vertraulich", by=member, persons=[mentor])
    assert told(mentor) == ["Jemand schreibt Ihnen in „Vertraulich“."]
    assert told(admin) == []


def test_a_muted_discussion_is_silent(group, member, coordinator):
    discussion = make_discussion(by=coordinator, group=group)
    set_attention(discussion, DiscussionReading.Attention.MUTED, actor=actor_for(member))
    write_post(discussion, "Noch etwas.", actor=actor_for(coordinator))
    assert told(member) == []


def test_whoever_leaves_is_told_nothing_more_and_loses_what_was_told(group, member, coordinator):
    make_discussion(by=coordinator, group=group)
    assert told(member)
    GroupMembership.objects.filter(user=member).delete()
    assert told(member) == []


def test_newcomers_hear_nothing_of_what_they_do_not_read(coordinator, member, mentor):
    group = make_group("AG Später", coordinator=coordinator, past=PastVisibility.JOINING)
    join_group(group, member)
    make_discussion(by=coordinator, group=group)
    join_group(group, mentor)
    assert told(member)
    assert told(mentor) == []


def test_a_discussion_of_all_members_begins_on_a_topic_that_somebody_follows(member, mentor, coordinator):
    topic = make_topic("Wohnen")
    TopicFollow.objects.create(user=mentor, topic=topic)
    discussion = make_discussion("Schimmel", by=member)
    discussion.topics.add(topic)
    assert told(mentor) == ["Neue Beiträge in „Schimmel“"]
    assert told(coordinator) == []


def test_a_reported_post_is_told_to_those_who_are_responsible(group, member, coordinator):
    discussion = make_discussion(by=coordinator, group=group, posts=[coordinator])
    report_post(discussion.posts.last(), reason="Ein Name zu viel.", actor=actor_for(member))
    assert told(coordinator) == ["Jemand bittet Sie, einen Beitrag in „Wer hat Erfahrung?“ anzusehen."]
