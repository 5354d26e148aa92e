"""Steps that tick themselves, that are marked by hand, and that are skipped with a word."""

from __future__ import annotations

import pytest
from django.utils import timezone

from plugins.api.actors import actor_for
from plugins.api.errors import Missing, Refused
from plugins.api.outbox import dispatch_pending
from plugins.membership.actions.mentorship_clock import follow_mentorships
from plugins.membership.actions.mentorship_steps import mark_step
from plugins.membership.models import MemberProfile, StepKind
from plugins.membership.queries.mentoring import step_for
from tests.factories import (
    join_group,
    make_challenge,
    make_discussion,
    make_group,
    tell_members,
)
from tests.factories.mentoring import make_mentorship
from workspace.actions.admissions import ask_for_access
from workspace.actions.posts import write_post
from workspace.models import GroupVisibility

pytestmark = pytest.mark.django_db


@pytest.fixture
def mentorship(mentor, outsider, office):
    made = make_mentorship(mentor, outsider, office=office)
    dispatch_pending()
    return made


def done(mentorship):
    dispatch_pending()
    return set(mentorship.steps.exclude(done_at=None).values_list("kind", flat=True))


def test_nothing_is_done_at_first(mentorship):
    assert done(mentorship) == set()


def test_a_profile_with_experience_or_topics_ticks_the_step(mentorship, outsider, mentor):
    tell_members(mentor, competences="Lotsen schulen")
    tell_members(outsider, telephone="0171 1")
    assert done(mentorship) == set()
    tell_members(outsider, topics=["Wohnen"])
    assert done(mentorship) == {"profile"}
    assert mentorship.steps.get(kind="profile").marked_by is None


def test_a_post_that_all_members_read_ticks_and_one_between_persons_does_not(mentorship, outsider, mentor, member):
    make_discussion("Zu zweit", by=member, persons=[outsider], posts=[outsider])
    hidden = make_group("AG Still", coordinator=outsider, visibility=GroupVisibility.HIDDEN)
    make_discussion("In der Gruppe", by=outsider, group=hidden)
    assert done(mentorship) == set()
    make_discussion("An alle", by=mentor, posts=[member])
    assert done(mentorship) == set()
    make_discussion("An alle zwei", by=member, posts=[outsider])
    assert done(mentorship) == {"reaction"}


def test_a_place_in_a_group_that_members_know_ticks_the_visit_with_the_next_day(mentorship, outsider, coordinator):
    join_group(make_group("AG Still", coordinator=coordinator, visibility=GroupVisibility.HIDDEN), outsider)
    join_group(make_group("AG Verschwiegen", coordinator=coordinator, shows_members=False), outsider)
    follow_mentorships()
    assert done(mentorship) == set()
    join_group(make_group("AG Offen", coordinator=coordinator), outsider)
    follow_mentorships()
    assert done(mentorship) == {"group"}


def test_asking_to_join_a_group_ticks_the_visit_at_once(mentorship, outsider, coordinator):
    group = make_group("AG Offen", coordinator=coordinator)
    ask_for_access(group, text="Ich möchte mitlesen.", actor=actor_for(outsider))
    assert done(mentorship) == {"group"}


def test_an_answer_to_a_challenge_ticks_the_step_and_is_a_reaction(mentorship, outsider, member):
    challenge = make_challenge("Wer hilft?", by=member)
    assert done(mentorship) == set()
    write_post(challenge.discussion, "So ging es bei uns.", actor=actor_for(outsider))
    assert done(mentorship) == {"challenge", "reaction"}


def test_what_was_done_before_counts_from_the_first_day(mentor, outsider, office):
    tell_members(outsider, competences="Lotsen schulen")
    assert done(make_mentorship(mentor, outsider, office=office)) == {"profile"}


def test_looking_at_the_page_ticks_nothing(mentorship, outsider, as_client):
    MemberProfile.objects.filter(person=outsider).update(competences="Lotsen schulen")
    as_client(outsider).get(mentorship.get_absolute_url())
    assert mentorship.steps.get(kind="profile").done_at is None


def test_either_marks_a_step_by_hand_and_the_page_says_who(mentorship, mentor, outsider, as_client):
    step = mentorship.steps.get(kind=StepKind.SEARCH)
    address = f"{mentorship.get_absolute_url()}schritte/{step.pk}/erledigt/"
    assert as_client(outsider).get(address).status_code == 405
    page = as_client(outsider).post(address, follow=True).content.decode()
    assert "Als erledigt vermerkt: Erste Suche" in page
    assert "vermerkt von Alex Outsider" in as_client(mentor).get(mentorship.get_absolute_url()).content.decode()
    with pytest.raises(Refused, match="inzwischen"):
        mark_step(step, actor=actor_for(mentor))


def test_a_step_is_skipped_with_a_word_and_without_one_nothing_is_lost(mentorship, outsider, mentor, as_client):
    step = mentorship.steps.get(kind=StepKind.GROUP)
    address = f"{mentorship.get_absolute_url()}schritte/{step.pk}/auslassen/"
    page = as_client(outsider).post(address, {"word": " "}).content.decode()
    assert "Dieses Feld ist zwingend erforderlich" in page
    assert mentorship.steps.get(pk=step.pk).is_open
    assert as_client(outsider).post(address, {"word": "keine Zeit bis Mai"}).status_code == 302
    page = as_client(mentor).get(mentorship.get_absolute_url()).content.decode()
    assert "keine Zeit bis Mai" in page
    assert mentorship.steps.get(pk=step.pk).skipped_at.date() == timezone.now().date()


def test_the_evaluation_is_not_marked_by_hand(mentorship, mentor):
    with pytest.raises(Refused, match="Fragen beantwortet"):
        mark_step(mentorship.steps.get(kind=StepKind.EVALUATION), actor=actor_for(mentor))


def test_the_office_looks_and_marks_nothing_and_others_find_no_step(mentorship, office, member):
    step = mentorship.steps.get(kind=StepKind.CALL)
    with pytest.raises(Refused):
        mark_step(step, actor=actor_for(office))
    with pytest.raises(Missing):
        mark_step(step, actor=actor_for(member))
    with pytest.raises(Missing):
        step_for(actor_for(member), mentorship.pk, step.pk)
    assert step_for(actor_for(office), mentorship.pk, step.pk) == step
