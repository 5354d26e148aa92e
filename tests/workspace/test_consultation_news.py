"""Who is told what about consultations, and that nobody is told twice."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from plugins.api.actors import actor_for
from plugins.api.outbox import dispatch_pending
from tests.factories import contribute_to, end_of, end_seat, give_seat, join_group, make_consultation, make_draft
from workspace.actions.consultations import (
    answer_contribution,
    end_consultation,
    nothing_to_add,
    open_consultation,
    remind_of_consultations,
)
from workspace.actions.life import close_group
from workspace.models import Consultation, GroupRole, Notification
from workspace.queries.notifications import notifications_of, sentence

pytestmark = pytest.mark.django_db

ASKED = "Alle Mitglieder sind gefragt: Was sagen Sie zu „Empfehlung Wohnraum“?"
DUE = (
    "Die Konsultation zu „Empfehlung Wohnraum“ endet in weniger als drei Tagen, und Sie haben noch nichts dazu gesagt."
)
ANSWERED = "Ihr Beitrag in der Konsultation zu „Empfehlung Wohnraum“ wurde beantwortet."
OVER = "Die Konsultation zu „Empfehlung Wohnraum“ ist beendet"


def told(person) -> list[str]:
    """What stands among the person's notifications about consultations, the newest first."""
    while dispatch_pending():
        pass
    about = [one for one in notifications_of(actor_for(person)) if "onsult" in one.kind or "contrib" in one.kind]
    return [sentence(one) for one in about]


def nearly_over(consultation) -> None:
    now = timezone.now()
    times = {"opened_at": now - timedelta(days=18), "ends_at": now + timedelta(hours=70)}
    Consultation.objects.filter(pk=consultation.pk).update(**times)
    remind_of_consultations()


@pytest.fixture
def consultation(group, coordinator, mentor):
    join_group(group, mentor, GroupRole.ADVISER)
    return make_consultation(make_draft(group, by=coordinator), by=coordinator)


def test_all_members_are_told_once_when_it_opens_and_nobody_else(
    consultation, member, mentor, outsider, coordinator, guest, former_member, office, editor, applicant
):
    for person in (member, mentor, outsider):
        assert told(person) == [ASKED]
    for person in (coordinator, guest, former_member, office, editor, applicant):
        assert told(person) == []
    assert {one.url for one in Notification.objects.all()} >= {consultation.get_absolute_url()}
    assert consultation.get_absolute_url() == f"/konsultationen/{consultation.pk}/"


def test_who_has_not_reacted_is_reminded_once(consultation, member, mentor, outsider, coordinator, guest):
    remind_of_consultations()
    assert told(outsider) == [ASKED], "it ends in three weeks"
    contribute_to(consultation, by=member)
    nothing_to_add(consultation, actor=actor_for(mentor))
    for _hour in range(2):
        nearly_over(consultation)
    assert told(outsider) == [DUE, ASKED]
    assert (told(member), told(mentor), told(guest)) == ([ASKED], [ASKED], [])
    assert told(coordinator) == [], "whoever asks need not be reminded"


def test_a_short_consultation_is_not_reminded_of_when_it_has_just_been_opened(group, coordinator, member):
    opened = open_consultation(make_draft(group, by=coordinator), days=3, actor=actor_for(coordinator))
    remind_of_consultations()
    assert len(told(member)) == 1
    Consultation.objects.filter(pk=opened.pk).update(ends_at=timezone.now() + timedelta(hours=1))
    Consultation.objects.filter(pk=opened.pk).update(opened_at=timezone.now() - timedelta(days=3))
    remind_of_consultations()
    assert len(told(member)) == 2


def test_who_reacts_between_the_reminder_and_the_telling_is_left_alone(consultation, outsider, member):
    nearly_over(consultation)
    contribute_to(consultation, by=outsider)
    assert (told(outsider), told(member)) == ([ASKED], [DUE, ASKED])


def test_what_has_ended_meanwhile_is_told_to_nobody(consultation, coordinator, outsider):
    end_consultation(consultation, actor=actor_for(coordinator))
    assert told(outsider) == []


def test_who_becomes_a_member_later_is_not_told_of_what_was_opened_before_but_reminded(consultation, applicant):
    assert told(applicant) == []
    give_seat(applicant, "99001")
    nearly_over(consultation)
    assert told(applicant) == [DUE]


def test_those_who_lead_are_told_how_many_contributions_wait(
    group, consultation, coordinator, member, mentor, outsider
):
    contribute_to(consultation, by=outsider)
    end_of(consultation)
    assert told(coordinator) == [f"{OVER}: 1 Beitrag beantworten."]
    for person in (member, mentor, outsider):
        assert not [one for one in told(person) if OVER in one]


def test_whoever_began_the_draft_is_told_too_as_long_as_they_write(group, member, coordinator, outsider):
    consultation = make_consultation(make_draft(group, by=member), by=coordinator)
    contribute_to(consultation, by=outsider)
    contribute_to(consultation, by=outsider, text="Und noch etwas.")
    end_of(consultation)
    assert told(member)[0] == told(coordinator)[0] == f"{OVER}: 2 Beiträge beantworten."


def test_whoever_began_the_draft_and_left_is_not_told(group, member, coordinator):
    consultation = make_consultation(make_draft(group, by=member), by=coordinator)
    group.memberships.filter(user=member).update(left_at=timezone.now())
    end_of(consultation)
    assert told(coordinator) == [f"{OVER}. Es gibt nichts zu beantworten."]
    assert not [one for one in told(member) if OVER in one]


def test_with_a_closed_group_nobody_is_told_to_answer(group, consultation, coordinator, outsider):
    contribute_to(consultation, by=outsider)
    close_group(group, report="Fertig.", actor=actor_for(coordinator))
    assert not [one for one in told(coordinator) if OVER in one]


def test_who_contributed_hears_of_the_answer_once(consultation, coordinator, member, outsider):
    said = contribute_to(consultation, by=outsider)
    own = contribute_to(consultation, by=coordinator, text="Von mir selbst.")
    end_of(consultation)
    for outcome in ("partly", "taken_up"):
        for one in (said, own):
            answer_contribution(one, outcome, "So ist es.", actor=actor_for(coordinator))
    assert told(outsider) == [ANSWERED]
    assert ANSWERED not in told(coordinator) + told(member)
    news = Notification.objects.get(kind="workspace.contribution_answered")
    assert news.url == f"{consultation.get_absolute_url()}#beitrag-{said.pk}"


def test_who_is_no_member_any_more_is_told_nothing(consultation, coordinator, outsider):
    said = contribute_to(consultation, by=outsider)
    assert told(outsider) == [ASKED]
    end_seat(outsider)
    end_of(consultation)
    answer_contribution(said, "partly", "Zur Hälfte.", actor=actor_for(coordinator))
    assert told(outsider) == []
