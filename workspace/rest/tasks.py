"""Tasks of working groups for programs."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from django.http import HttpResponse, JsonResponse, QueryDict
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework.request import Request

from cms.accounts.models import User
from plugins.api.access import Actor, abilities
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.idempotency import once_per_key
from plugins.api.adapters.rest_fields import fields_of, text_in
from plugins.api.adapters.rest_lists import Order, list_body
from plugins.api.adapters.rest_params import Parameters, possible
from plugins.api.adapters.rest_views import Answer, ReadView
from plugins.api.adapters.rest_writes import changed, created
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Invalid
from workspace.actions.tasks import add_task, edit_task, finish_task, remove_task, reopen_task
from workspace.models import Task, WorkingGroup
from workspace.queries.files import group_inside
from workspace.queries.tasks import owners_in, task_in, tasks_of
from workspace.rest import shelf_shapes as shapes
from workspace.rest.discussion_shapes import PAGING, SLUG
from workspace.rest.discussions import WorkspaceView
from workspace.rest.presenting import person_as_json
from workspace.rest.scopes import insist_on_writing

IN_ORDER = Order("id", tie="id")
VERBS = ("edit", "finish", "reopen", "remove")


@extend_schema_view(
    get=extend_schema(parameters=[SLUG, *PAGING], responses=shapes.TaskList),
    post=extend_schema(parameters=[SLUG], request=shapes.NewTask, responses={201: shapes.TaskItem}),
)
@answers(Rule.DOOR)
class GroupTasksView(WorkspaceView):
    """The tasks of a group that the caller reads, in the order in which they were written down; POST adds one."""

    def answer(self, actor: Actor, given: QueryDict, slug: str) -> Answer:
        group = group_inside(actor, slug)
        rows = tasks_of(actor, group)
        page = self.page(rows.select_related(None), IN_ORDER, given, Task)
        found = rows.filter(pk__in=[row["id"] for row in page.rows]).order_by("pk")
        items = [json.dumps(task_as_json(actor, task, group), ensure_ascii=False) for task in found]
        return Answer.of(list_body(self.request.path, given, page, items))

    @once_per_key
    def post(self, request: Request, slug: str) -> HttpResponse:
        actor = actor_of(request._request)
        group = group_inside(actor, slug)
        insist_on_writing(request)
        sent = _task(fields_of(request.data, ("title", "owner", "due")), group)
        task = add_task(group, **{"title": "", **sent}, actor=actor)
        return created(task_as_json(actor, task, group), f"groups/{slug}/tasks/{task.pk}/")


@extend_schema_view(
    get=extend_schema(parameters=[SLUG, shapes.TASK], responses=shapes.TaskItem),
    patch=extend_schema(parameters=[SLUG, shapes.TASK], request=shapes.ChangedTask, responses=shapes.TaskItem),
    delete=extend_schema(parameters=[SLUG, shapes.TASK], responses={204: shapes.GONE}),
)
@answers(Rule.DOOR)
class GroupTaskView(ReadView):
    """One task; PATCH changes it or says that it is done, DELETE deletes it."""

    http_method_names = ["get", "head", "options", "patch", "delete"]

    def answer(self, actor: Actor, given: QueryDict, slug: str, task_id: int) -> Answer:
        Parameters(given, ()).check()
        group = group_inside(actor, slug)
        task = task_in(actor, group, possible(task_id))
        return Answer.of(json.dumps(task_as_json(actor, task, group), ensure_ascii=False).encode())

    def patch(self, request: Request, slug: str, task_id: int) -> JsonResponse:
        actor = actor_of(request._request)
        group = group_inside(actor, slug)
        task = task_in(actor, group, possible(task_id))
        insist_on_writing(request)
        sent = _task(fields_of(request.data, ("title", "owner", "due", "done")), group)
        is_done = sent.pop("done", task.is_done)
        if sent:
            task = edit_task(task, **{"title": task.title, "owner": task.owner, "due": task.due, **sent}, actor=actor)
        if is_done != task.is_done:
            task = (finish_task if is_done else reopen_task)(task, actor=actor)
        return changed(task_as_json(actor, task_in(actor, group, task.pk), group))

    def delete(self, request: Request, slug: str, task_id: int) -> HttpResponse:
        actor = actor_of(request._request)
        task = task_in(actor, group_inside(actor, slug), possible(task_id))
        insist_on_writing(request)
        remove_task(task, actor=actor)
        return HttpResponse(status=204, headers={"Cache-Control": "no-store"})


def task_as_json(actor: Actor, task: Task, group: WorkingGroup) -> dict[str, Any]:
    task.group = group
    return {
        "id": task.pk,
        "url": task.get_absolute_url(),
        "title": task.title,
        "owner": person_as_json(task.owner) if task.owner else None,
        "due": task.due.isoformat() if task.due else None,
        "done": task.is_done,
        "done_at": task.done_at.isoformat() if task.done_at else None,
        "created_at": task.created_at.isoformat(),
        "may": abilities(actor, task, VERBS),
    }


def _task(sent: dict[str, Any], group: WorkingGroup) -> dict[str, Any]:
    """What was sent, as the actions take it. Raises Invalid."""
    errors: dict[str, list[str]] = {}
    read: dict[str, Any] = {}
    if "title" in sent:
        read["title"] = text_in(sent, "title", errors)
    if "owner" in sent:
        read["owner"] = _owner(sent["owner"], group, errors)
    if "due" in sent:
        read["due"] = _day(sent["due"], errors)
    if "done" in sent:
        read["done"] = sent["done"]
        if not isinstance(sent["done"], bool):
            errors["done"] = [_("true or false is needed.")]
    if errors:
        raise Invalid(errors)
    return read


def _owner(number: Any, group: WorkingGroup, errors: dict[str, list[str]]) -> User | None:
    if number is None:
        return None
    people = owners_in(group)
    if isinstance(number, int) and not isinstance(number, bool) and number in people:
        return people[number]
    errors["owner"] = [_("Only whoever takes part in the group can take a task of it.")]
    return None


def _day(value: Any, errors: dict[str, list[str]]) -> date | None:
    try:
        return None if value is None else date.fromisoformat(value)
    except (TypeError, ValueError):
        errors["due"] = [_("A date such as 2026-05-31 is needed.")]
        return None
