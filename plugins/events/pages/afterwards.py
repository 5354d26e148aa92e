"""What stays of an event: the page, its section beside the event, and the tasks that a group takes from it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from plugins.api.access import Actor, may
from plugins.api.adapters.forms import succeeds
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import kept_for_visitors
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Missing
from plugins.events.actions.follow_ups import say_nothing_follows, take_task
from plugins.events.forms.afterwards import MeetingTaskForm
from plugins.events.models import Event
from plugins.events.pages.afterwards_forms import event_to_add_to, form_page
from plugins.events.queries import afterwards as queries
from plugins.events.queries.events import event_with


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
@require_POST
def nothing(request: HttpRequest, slug: str) -> HttpResponse:
    """Nobody waits for minutes or results."""
    actor = actor_of(request)
    say_nothing_follows(event_to_add_to(actor, slug), actor=actor)
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
    return form_page(request, event, form, _("Take a task to the working group"), _("Write down the task"))


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
