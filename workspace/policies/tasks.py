"""Who reads the tasks of a group, and who changes them."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from plugins.api.access import Actor, Decision, Policy, denied
from workspace.models import DiscussionReach, Task
from workspace.policies.discussions import in_group, readers_of
from workspace.policies.files import working_in


class TaskPolicy(Policy[Task]):
    """A task is the group's; for those who read only what is newer than they, since it last got an owner."""

    model = Task

    def audience(self, task: Task) -> frozenset[str]:
        return readers_of(DiscussionReach.GROUP, task.group, (), task.given_at)

    def visible_to(self, actor: Actor, tasks: QuerySet[Task]) -> QuerySet[Task]:
        return tasks.filter(in_group(actor, "given_at"))

    def edit(self, actor: Actor, task: Task) -> Decision:
        """To say otherwise what is to be done, by whom, until when."""
        return working_in(actor, task.group)

    def finish(self, actor: Actor, task: Task) -> Decision:
        return denied(_("This task is done already.")) if task.is_done else working_in(actor, task.group)

    def reopen(self, actor: Actor, task: Task) -> Decision:
        return working_in(actor, task.group) if task.is_done else denied(_("This task is not done yet."))

    def remove(self, actor: Actor, task: Task) -> Decision:
        decision = working_in(actor, task.group)
        if decision and not actor.has(f"user:{task.created_by_id}", task.group.coordinator_principal):
            return denied(_("Only whoever wrote down this task, or coordinates the group, does this."))
        return decision
