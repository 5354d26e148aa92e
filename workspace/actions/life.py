"""How a group goes on: reports, pauses, quiet weeks, the end."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from plugins.api.access import Actor, require
from plugins.api.errors import Invalid
from plugins.api.outbox import announce
from workspace.actions.activity import locked, note, note_activity
from workspace.actions.draft_fate import Heirs, hand_drafts_over
from workspace.actions.places import end_group
from workspace.facts import GroupChanged, GroupDidNotAnswer, GroupFellQuiet, GroupReported
from workspace.models import GroupReport, GroupState, ReportKind, WorkingGroup

QUIET: Final = timedelta(weeks=6)
"""After so much time without activity the coordinators are asked."""
PATIENCE: Final = timedelta(weeks=2)
"""After so much more time without an answer the programme office is told."""
PAGE: Final = 6000
"""Characters of a report at most: one to two pages."""


@transaction.atomic
def write_report(group: WorkingGroup, *, text: str, actor: Actor) -> GroupReport:
    """An interim report, at any time. All who know of the group read it."""
    group = locked(group)
    require(actor, "report", group)

    report = _report(group, text, ReportKind.INTERIM, actor)
    note_activity(group.pk)
    note(group, "report", actor, report=report.pk)
    return report


@transaction.atomic
def pause_group(group: WorkingGroup, *, actor: Actor) -> WorkingGroup:
    """The group rests; nobody is asked whether it goes on."""
    group = locked(group)
    require(actor, "pause", group)
    return _turn(group, GroupState.PAUSED, "pause", actor)


@transaction.atomic
def resume_group(group: WorkingGroup, *, actor: Actor) -> WorkingGroup:
    """The group is at work again."""
    group = locked(group)
    require(actor, "resume", group)
    return _turn(group, GroupState.ACTIVE, "resume", actor)


@transaction.atomic
def carry_on_group(group: WorkingGroup, *, actor: Actor) -> WorkingGroup:
    """The answer to the question after quiet weeks: the group goes on."""
    group = locked(group)
    require(actor, "carry_on", group)
    return _turn(group, GroupState.ACTIVE, "carry_on", actor)


@transaction.atomic
def close_group(group: WorkingGroup, *, report: str, actor: Actor, heirs: Heirs | None = None) -> WorkingGroup:
    """With a page about what came of it. Afterwards the group is only read, by those who are in it now.

    `heirs` go on with its drafts; those that nobody goes on with close too.
    """
    group = locked(group)
    require(actor, "close", group)

    hand_drafts_over(group, heirs or {}, actor=actor)
    _report(group, report, ReportKind.CLOSING, actor)
    end_group(group)
    note(group, "close", actor)
    return group


@transaction.atomic
def ask_quiet_groups() -> None:
    """Every group at work in which nothing has happened for six weeks: its coordinators are asked, once."""
    now = timezone.now()
    quiet = WorkingGroup.objects.filter(state=GroupState.ACTIVE, asked_at=None, active_at__lte=now - QUIET)
    for group in quiet.select_for_update():
        group.asked_at = now
        group.save(update_fields=["asked_at"])
        announce(GroupFellQuiet(group_id=group.pk))


@transaction.atomic
def tell_of_unanswered() -> None:
    """Every group whose coordinators have not answered for two weeks: the programme office hears of it, once."""
    now = timezone.now()
    waiting = WorkingGroup.objects.filter(state=GroupState.ACTIVE, unanswered_at=None, asked_at__lte=now - PATIENCE)
    for group in waiting.select_for_update():
        group.unanswered_at = now
        group.save(update_fields=["unanswered_at"])
        announce(GroupDidNotAnswer(group_id=group.pk))


def _turn(group: WorkingGroup, state: str, action: str, actor: Actor) -> WorkingGroup:
    group.state = state
    group.save(update_fields=["state"])
    note_activity(group.pk)
    note(group, action, actor)
    announce(GroupChanged(group_id=group.pk))
    return group


def _report(group: WorkingGroup, text: str, kind: str, actor: Actor) -> GroupReport:
    text = text.strip()
    if not text:
        raise Invalid({"text": [_("Write what the group has done and what came of it.")]})
    if len(text) > PAGE:
        raise Invalid({"text": [_("One page is enough: at most 6,000 characters.")]})
    report = GroupReport.objects.create(group=group, kind=kind, text=text, author=actor.user)
    announce(GroupReported(report_id=report.pk))
    return report
