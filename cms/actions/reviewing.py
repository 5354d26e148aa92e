"""From draft to reviewed: Wagtail's workflow carries it, the door decides each step.

Whoever may publish could publish their own text without a review, so nobody keeps them from approving it. The text of
an author always goes through other hands, because authors approve nothing.
"""

from __future__ import annotations

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import TaskState, WorkflowState

from cms.actions.entries import publish_entry
from cms.models import Entry
from plugins.api.access import Actor, require
from plugins.api.actors import actor_for
from plugins.api.errors import Refused


@transaction.atomic
def submit_entry(entry: Entry, *, actor: Actor) -> WorkflowState:
    """Ask editors and office to review the newest version; until they answer, its author no longer changes it."""
    entry = entry.for_update()
    require(actor, "submit", entry)

    state = entry.current_workflow_state
    if state is not None and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        state.resume(user=actor.user)
        return state
    workflow = entry.get_workflow()
    if state is not None or workflow is None:
        raise Refused(_("This entry is under review already, or there is no review for it."))
    return workflow.start(entry, actor.user)


@transaction.atomic
def ask_for_changes(entry: Entry, *, actor: Actor, comment: str) -> TaskState:
    """Give it back to whoever submitted it, with a comment that says what to change."""
    return _task_under_review(entry, actor).reject(user=actor.user, comment=comment)


@transaction.atomic
def approve_entry(entry: Entry, *, actor: Actor, comment: str = "") -> TaskState:
    """Approving publishes to members; what everybody may read is released apart."""
    return _task_under_review(entry, actor).approve(user=actor.user, comment=comment)


def publish_reviewed(workflow_state: WorkflowState, user: AbstractBaseUser | None = None) -> None:
    """Wagtail calls this when a workflow has ended well, within the transaction of the last approval.

    The approver publishes and has to be allowed to, whichever groups somebody put into the workflow.
    """
    entry, actor = workflow_state.content_object.specific, actor_for(user)
    if not isinstance(entry, Entry):
        require(actor, "publish", entry)
        entry.get_latest_revision().publish(user=user)
        return
    require(actor, "review", entry)
    publish_entry(entry, actor=actor)


def _task_under_review(entry: Entry, actor: Actor) -> TaskState:
    entry = entry.for_update()
    require(actor, "review", entry)
    state = entry.current_workflow_task_state
    if state is None or state.status != TaskState.STATUS_IN_PROGRESS:
        raise Refused(_("Nobody has submitted this entry for review."))
    return state
