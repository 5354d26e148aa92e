"""What stays of an event: the page, its section beside the event, and what organisers do there."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from plugins.api.access import Actor, may
from plugins.api.adapters.contents import send_content
from plugins.api.adapters.forms import succeeds
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import kept_for_visitors, private
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Missing
from plugins.events.actions import afterwards as doing
from plugins.events.actions.follow_ups import say_nothing_follows, take_task
from plugins.events.forms.afterwards import MaterialForm, MeetingTaskForm, ResultForm
from plugins.events.models import Event, EventMaterial, EventResult
from plugins.events.queries import afterwards as queries
from plugins.events.queries.events import event_with, organised_with


def section(request: HttpRequest, event: Event) -> str:
    """Beside the event: results and materials, once it is over or there are some."""
    actor = actor_of(request)
    shown = _shown(actor, event)
    organises = bool(may(actor, "organise", event))
    if not (shown["results"] or shown["materials"] or (organises and event.is_open and event.is_over)):
        return ""
    return render_to_string("termine/afterwards/section.html", {"event": event, "organises": organises, **shown})


@answers(Rule.DOOR)
@kept_for_visitors
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """All of it, as far as this reader reads it."""
    actor = actor_of(request)
    event = event_with(actor, slug)
    organises = bool(may(actor, "organise", event)) and event.is_open
    owners = queries.task_owners(actor, event)
    shown = _shown(actor, event, organises=organises, with_ways=True)
    tasks = list(queries.tasks_from(actor, event)) if event.group_id else []
    if not (organises or owners or tasks or shown["results"] or shown["materials"] or event.is_over):
        raise Missing
    context = {
        **_frame(event, organises=organises),
        **shown,
        "organises": organises,
        "tasks": tasks,
        "may_take_tasks": bool(owners),
        "due": queries.due_until(event) if organises else None,
        "follow_up": queries.follow_up_of(event) if organises else None,
        "is_waited_for": organises and not queries.has_minutes_or_results(event),
    }
    return render(request, "termine/afterwards/page.html", context)


@answers(Rule.DOOR)
@login_required
def add(request: HttpRequest, slug: str) -> HttpResponse:
    """One more material."""
    actor = actor_of(request)
    event = _organised(actor, slug)
    form = MaterialForm(*_sent(request), event=event)
    if succeeds(form, lambda data: doing.add_material(event, _said(data), upload=data["file"], actor=actor)):
        messages.success(request, _("It stands beside the event now."))
        return redirect("afterwards", slug)
    return _form_page(request, event, form, _("Add minutes, slides, a photo, a recording"), _("Add it"))


@answers(Rule.DOOR)
@login_required
def change(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Other words, other readers, another file."""
    actor = actor_of(request)
    event = _organised(actor, slug)
    material = queries.material_with(actor, event, pk)
    form = MaterialForm(*_sent(request), event=event, instance=EventMaterial.objects.get(pk=material.pk))
    if succeeds(form, lambda data: doing.change_material(material, _said(data), upload=data["file"], actor=actor)):
        messages.success(request, _("It is changed."))
        return redirect("afterwards", slug)
    return _form_page(request, event, form, _("Change “%(title)s”") % {"title": material.title}, _("Save it"))


@answers(Rule.DOOR)
@login_required
def remove(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Asks first."""
    actor = actor_of(request)
    event = _organised(actor, slug)
    material = queries.material_with(actor, event, pk)
    if request.method == "POST":
        doing.remove_material(material, actor=actor)
        messages.success(request, _("It is removed."))
        return redirect("afterwards", slug)
    return _remove_page(request, event, material.title)


@answers(Rule.DOOR)
@login_required
def add_result(request: HttpRequest, slug: str) -> HttpResponse:
    """One more result."""
    actor = actor_of(request)
    event = _organised(actor, slug)
    form = ResultForm(request.POST if request.method == "POST" else None, event=event)
    if succeeds(form, lambda data: doing.add_result(event, data, actor=actor)):
        messages.success(request, _("The result is noted."))
        return redirect("afterwards", slug)
    return _form_page(request, event, form, _("Note a result"), _("Note the result"))


@answers(Rule.DOOR)
@login_required
def change_result(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Other words, other readers."""
    actor = actor_of(request)
    event = _organised(actor, slug)
    result = queries.result_with(actor, event, pk)
    fresh = EventResult.objects.get(pk=result.pk)
    form = ResultForm(request.POST if request.method == "POST" else None, event=event, instance=fresh)
    if succeeds(form, lambda data: doing.change_result(result, data, actor=actor)):
        messages.success(request, _("The result is changed."))
        return redirect("afterwards", slug)
    return _form_page(request, event, form, _("Change a result"), _("Save the result"))


@answers(Rule.DOOR)
@login_required
def remove_result(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Asks first."""
    actor = actor_of(request)
    event = _organised(actor, slug)
    result = queries.result_with(actor, event, pk)
    if request.method == "POST":
        doing.remove_result(result, actor=actor)
        messages.success(request, _("It is removed."))
        return redirect("afterwards", slug)
    return _remove_page(request, event, result.text)


@answers(Rule.DOOR)
@login_required
@require_POST
def nothing(request: HttpRequest, slug: str) -> HttpResponse:
    """Nobody waits for minutes or results."""
    actor = actor_of(request)
    say_nothing_follows(_organised(actor, slug), actor=actor)
    messages.success(request, _("It is noted that there is nothing. Nobody is reminded."))
    return redirect("afterwards", slug)


@answers(Rule.DOOR)
@login_required
def task(request: HttpRequest, slug: str) -> HttpResponse:
    """A task for the group, for whoever takes part in it."""
    actor = actor_of(request)
    event = event_with(actor, slug)
    owners = queries.task_owners(actor, event)
    if not owners:
        raise Missing
    form = MeetingTaskForm(request.POST if request.method == "POST" else None, owners=owners)
    if succeeds(form, lambda data: take_task(event, **data, actor=actor)):
        messages.success(request, _("The task is written down in the working group."))
        return redirect("afterwards", slug)
    return _form_page(request, event, form, _("Take a task to the working group"), _("Write down the task"))


@answers(Rule.DOOR)
def content(request: HttpRequest, slug: str, pk: int, name: str) -> HttpResponseBase:
    """The file under its own name. Pictures and PDF are shown, everything else is saved."""
    actor = actor_of(request)
    found = queries.material_with(actor, event_with(actor, slug), pk)
    if not found.content or found.name != name:
        raise Missing
    return send_content(request, found.content.name or "", found.file_kind, name)


@answers(Rule.DOOR)
def small(request: HttpRequest, slug: str, pk: int) -> HttpResponseBase:
    """A photo in the size in which it stands on the page."""
    actor = actor_of(request)
    found = queries.material_with(actor, event_with(actor, slug), pk)
    if not found.small:
        raise Missing
    return send_content(request, found.small.name or "", "image/webp", "")


def _organised(actor: Actor, slug: str) -> Event:
    """Raises Missing: to others, and before others know of it, there is nothing to add to."""
    event = organised_with(actor, slug)
    if not event.is_open:
        raise Missing
    return event


def _shown(actor: Actor, event: Event, *, organises: bool = False, with_ways: bool = False) -> dict[str, Any]:
    return {
        "results": queries.shown_results(actor, event, may_edit=organises, with_ways=with_ways),
        "materials": queries.shown_materials(actor, event, may_edit=organises, with_ways=with_ways),
    }


def _frame(event: Event, *, organises: bool) -> dict[str, Any]:
    """The tabs of organisers stand here too."""
    from plugins.events.pages.parts import tabs_for  # the parts of the event's page are put together from here

    tabs = tabs_for(event, "afterwards") if organises else []
    return {"event": event, "tabs": tabs, "here": _("What stays of it")}


def _sent(request: HttpRequest) -> tuple[Any, Any]:
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


def _said(data: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name != "file"}


def _form_page(request: HttpRequest, event: Event, form: BaseForm, here: str, action: str) -> HttpResponse:
    context = {"event": event, "form": form, "here": here, "action": action}
    return private(render(request, "termine/afterwards/form.html", context))


def _remove_page(request: HttpRequest, event: Event, title: str) -> HttpResponse:
    context = {"event": event, "title": title, "here": _("Remove it"), "action": _("Remove it")}
    return private(render(request, "termine/afterwards/remove.html", context))
