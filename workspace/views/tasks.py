"""The tasks of a group: what is to be done, what is done, and what becomes of each."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from plugins.api.access import Actor, abilities, require
from plugins.api.adapters.forms import succeeds
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Missing
from workspace.actions import tasks as doing
from workspace.models import Task, WorkingGroup
from workspace.policies.files import working_in
from workspace.queries.files import group_inside
from workspace.queries.tasks import owners_in, task_in, tasks_of
from workspace.views.file_words import to_the_top, who_reads_files
from workspace.views.showing import page

DONE_SHOWN = 50
"""Of what is done, the newest."""


class TaskForm(forms.Form):
    """What is to be done, by whom, until when."""

    title = forms.CharField(label=gettext_lazy("What is to be done?"), max_length=doing.LONGEST_TITLE)
    owner = forms.TypedChoiceField(
        label=gettext_lazy("Who does it?"),
        coerce=int,
        empty_value=None,
        required=False,
        help_text=gettext_lazy("The person is told at once, and once more on the day before the date."),
    )
    due = forms.DateField(
        label=gettext_lazy("Until"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, *args: Any, group: WorkingGroup, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = owners_in(group)
        people = [(pk, str(person)) for pk, person in self.people.items()]
        self.fields["owner"].choices = [("", _("nobody yet")), *people]  # type: ignore[attr-defined]

    def clean_owner(self) -> Any:
        """The person behind the number."""
        return self.people.get(self.cleaned_data["owner"])


@answers(Rule.DOOR)
def of_group(request: HttpRequest, slug: str) -> HttpResponse:
    """All tasks of a group; a POST adds one."""
    actor = actor_of(request)
    group = group_inside(actor, slug)
    decision = working_in(actor, group)
    form = TaskForm(request.POST if request.method == "POST" else None, group=group)
    if succeeds(form, lambda data: doing.add_task(group, **data, actor=actor)):
        messages.success(request, _("The task is written down."))
        return to_the_top("group_tasks", slug)
    rows = [_shown(actor, group, task) for task in tasks_of(actor, group)]
    done = [row for row in rows if row["task"].is_done]
    context = {
        "open": [row for row in rows if not row["task"].is_done],
        "done": done[:DONE_SHOWN],
        "done_count": len(done),
        "form": form if decision else None,
        "why_not": decision.reason,
        "audience": who_reads_files(group),
    }
    return page(request, "tasks", group, tab="tasks", here=_("Tasks"), **context)


@answers(Rule.DOOR)
def edit(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Other words, another owner, another date."""
    actor = actor_of(request)
    group = group_inside(actor, slug)
    task = task_in(actor, group, pk)
    require(actor, "edit", task)
    initial = {"title": task.title, "owner": task.owner_id, "due": task.due}
    form = TaskForm(request.POST if request.method == "POST" else None, group=group, initial=initial)
    if succeeds(form, lambda data: doing.edit_task(task, **data, actor=actor)):
        messages.success(request, _("The task is saved."))
        return redirect(task)
    context = {"here": _("Change a task"), "lead": "", "action": _("Save the task"), "back": task}
    return page(request, "form", group, form=form, tab="tasks", **context)


@answers(Rule.DOOR)
@require_POST
def turn(request: HttpRequest, slug: str, pk: int, what: str) -> HttpResponse:
    """Done, or to be done after all."""
    actor = actor_of(request)
    task = task_in(actor, group_inside(actor, slug), pk)
    match what:
        case "erledigt":
            doing.finish_task(task, actor=actor)
            messages.success(request, _("Done: %(title)s") % {"title": task.title})
        case "offen":
            doing.reopen_task(task, actor=actor)
            messages.success(request, _("To be done again: %(title)s") % {"title": task.title})
        case _:
            raise Missing
    return redirect("group_tasks", slug)


@answers(Rule.DOOR)
def remove(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Asks first."""
    actor = actor_of(request)
    group = group_inside(actor, slug)
    task = task_in(actor, group, pk)
    require(actor, "remove", task)
    if request.method == "POST":
        doing.remove_task(task, actor=actor)
        messages.success(request, _("The task is deleted."))
        return redirect("group_tasks", slug)
    lead = _("“%(title)s” goes without a trace. What was done is better marked as done.") % {"title": task.title}
    context = {"here": _("Delete a task"), "lead": lead, "action": _("Delete the task"), "back": task}
    return page(request, "form", group, form=forms.Form(), tab="tasks", **context)


def _shown(actor: Actor, group: WorkingGroup, task: Task) -> dict[str, Any]:
    task.group = group
    is_own = task.owner_id is not None and actor.has(f"user:{task.owner_id}")
    may = {verb: answer is True for verb, answer in abilities(actor, task, ("edit", "remove")).items()}
    return {"task": task, "is_own": is_own, "may": may}
