"""Reports, pauses, quiet weeks, the end."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from plugins.api.access import may, policy_for
from plugins.api.actors import actor_for
from plugins.api.errors import Invalid, Missing, Refused
from workspace import schedules
from workspace.actions import life
from workspace.actions.groups import edit_group
from workspace.models import GroupState, ReportKind, WorkingGroup
from workspace.queries.groups import group_by_slug, quiet_groups_of, reports_of, unanswered_groups

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(monkeypatch):
    facts = []
    monkeypatch.setattr(life, "announce", facts.append)
    return facts


def quiet_for(group, **time):
    WorkingGroup.objects.filter(pk=group.pk).update(active_at=timezone.now() - timedelta(**time))


def test_a_report_is_a_page_and_written_at_any_time(group, coordinator, member):
    life.write_report(group, text="Vier Treffen, ein Entwurf.", actor=actor_for(coordinator))
    (report,) = reports_of(group)
    assert (report.kind, report.author, report.text) == (ReportKind.INTERIM, coordinator, "Vier Treffen, ein Entwurf.")
    for text in ("  ", "x" * 6001):
        with pytest.raises(Invalid):
            life.write_report(group, text=text, actor=actor_for(coordinator))
    with pytest.raises(Refused):
        life.write_report(group, text="Von mir.", actor=actor_for(member))


def test_pausing_and_resuming(group, coordinator, member):
    with pytest.raises(Refused):
        life.resume_group(group, actor=actor_for(coordinator))
    with pytest.raises(Refused):
        life.pause_group(group, actor=actor_for(member))
    assert life.pause_group(group, actor=actor_for(coordinator)).state == GroupState.PAUSED
    with pytest.raises(Refused):
        life.pause_group(group, actor=actor_for(coordinator))
    assert life.resume_group(group, actor=actor_for(coordinator)).state == GroupState.ACTIVE


def test_a_proposal_cannot_be_paused(proposal, coordinator):
    with pytest.raises(Refused):
        life.pause_group(proposal, actor=actor_for(coordinator))


def test_after_six_quiet_weeks_coordinators_are_asked_once(group, coordinator, member, told):
    quiet_for(group, weeks=6, hours=-1)
    schedules.look_for_quiet_groups()
    assert not quiet_groups_of(actor_for(coordinator))

    quiet_for(group, weeks=6)
    schedules.look_for_quiet_groups()
    schedules.look_for_quiet_groups()
    assert [type(fact).__name__ for fact in told] == ["GroupFellQuiet"]
    assert list(quiet_groups_of(actor_for(coordinator))) == [group]
    assert not quiet_groups_of(actor_for(member))


def test_two_more_weeks_without_an_answer_and_the_office_knows(group, coordinator, office, told):
    quiet_for(group, weeks=8)
    schedules.look_for_quiet_groups()
    WorkingGroup.objects.update(asked_at=timezone.now() - timedelta(weeks=2))
    schedules.look_for_quiet_groups()
    schedules.look_for_quiet_groups()
    assert [type(fact).__name__ for fact in told] == ["GroupFellQuiet", "GroupDidNotAnswer"]
    assert list(unanswered_groups(actor_for(office))) == [group]


@pytest.mark.parametrize(
    "answer",
    [
        lambda group, actor: life.carry_on_group(group, actor=actor),
        lambda group, actor: life.pause_group(group, actor=actor),
        lambda group, actor: life.close_group(group, report="Fertig.", actor=actor),
        lambda group, actor: edit_group(group, {"wanted": "Alle"}, actor=actor),
    ],
    ids=["goes on", "pauses", "closes", "works"],
)
def test_every_answer_ends_the_question(answer, group, coordinator, office):
    quiet_for(group, weeks=9)
    schedules.look_for_quiet_groups()
    WorkingGroup.objects.update(asked_at=timezone.now() - timedelta(weeks=3))
    schedules.look_for_quiet_groups()
    answer(group, actor_for(coordinator))
    schedules.look_for_quiet_groups()
    assert not unanswered_groups(actor_for(office))
    assert not quiet_groups_of(actor_for(coordinator))


@pytest.mark.parametrize("state", [GroupState.PAUSED, GroupState.CLOSED, GroupState.PROPOSED])
def test_only_groups_at_work_are_asked(state, group, told):
    WorkingGroup.objects.update(state=state)
    quiet_for(group, weeks=20)
    schedules.look_for_quiet_groups()
    assert told == []


def test_nobody_answers_what_nobody_asked(group, coordinator):
    with pytest.raises(Refused):
        life.carry_on_group(group, actor=actor_for(coordinator))


def test_closing_asks_for_a_report_and_leaves_the_group_to_read_for_its_members(
    group, coordinator, member, outsider, office
):
    with pytest.raises(Invalid):
        life.close_group(group, report=" ", actor=actor_for(coordinator))
    life.close_group(group, report="Der Leitfaden liegt vor.", actor=actor_for(coordinator))
    for person in (coordinator, member, office):
        found = group_by_slug(actor_for(person), group.slug)
        assert (found.state, bool(found.closed_at)) == (GroupState.CLOSED, True)
    assert reports_of(group).get().kind == ReportKind.CLOSING
    with pytest.raises(Missing):
        group_by_slug(actor_for(outsider), group.slug)


def test_a_closed_group_is_read_only(group, coordinator, member, office):
    edit_group(group, {"mandate": "Ein Leitfaden."}, actor=actor_for(coordinator))
    closed = life.close_group(group, report="Fertig.", actor=actor_for(coordinator))
    verbs = policy_for(WorkingGroup).verbs() - {"create", "see_members", "leave"}
    for person in (coordinator, member, office):
        assert [verb for verb in verbs if may(actor_for(person), verb, closed)] == []
