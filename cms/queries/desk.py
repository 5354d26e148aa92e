"""What somebody finds on their desk: what waits for them, and what they are writing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import Q
from wagtail.models import TaskState, WorkflowState

from cms.models import Entry
from plugins.api.access import Actor, may, visible_to

MOST_ON_DESK = 20


@dataclass(frozen=True)
class DeskTask:
    """An entry that goes on only when the reader does something."""

    entry: Entry
    is_review: bool
    """True: to be reviewed. False: the reader's own, given back with a wish for changes."""
    person: AbstractBaseUser | None
    """Who submitted it, or who asks for changes."""
    since: datetime
    comment: str
    is_own: bool


def waiting_for(actor: Actor) -> list[DeskTask]:
    """What others wait for: reviews that the actor may do (their own texts last), and wishes for changes to answer."""
    return sorted(_tasks(actor), key=lambda task: (task.is_review and task.is_own, task.since))[:MOST_ON_DESK]


def own_drafts(actor: Actor) -> list[Entry]:
    """What the actor writes and readers do not have yet, newest first."""
    if actor.user is None:
        return []
    entries = visible_to(actor, Entry.objects.all()).filter(Q(live=False) | Q(has_unpublished_changes=True))
    return list(entries.filter(owner=actor.user).order_by("-latest_revision_created_at", "-pk")[:MOST_ON_DESK])


def _tasks(actor: Actor) -> Iterator[DeskTask]:
    open_states = {
        int(state.object_id): state
        for state in WorkflowState.objects.active().select_related("requested_by", "current_task_state__finished_by")
        if state.current_task_state is not None
    }
    for entry in visible_to(actor, Entry.objects.all()).filter(pk__in=open_states):
        state = open_states[entry.pk]
        task = state.current_task_state
        is_own = actor.user is not None and actor.user.pk in (entry.owner_id, state.requested_by_id)
        if task.status == TaskState.STATUS_IN_PROGRESS and may(actor, "review", entry):
            yield DeskTask(entry, True, state.requested_by, task.started_at, "", is_own)
        elif task.status == TaskState.STATUS_REJECTED and is_own and may(actor, "edit", entry):
            yield DeskTask(entry, False, task.finished_by, task.finished_at, task.comment, is_own)
