"""The list of events, the page of one, and planning, changing, publishing and cancelling it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from plugins.api.access import Actor, may, require
from plugins.api.adapters.forms import succeeds
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import kept_for_visitors, private
from plugins.api.adapters.lists import Asked
from plugins.api.adapters.routes import Rule, answers
from plugins.events.actions.events import cancel_event, change_event, plan_event, publish_event
from plugins.events.forms.events import PlanForm, ReasonForm
from plugins.events.models import Event, EventKind, KindRule
from plugins.events.pages.outside import told_outside
from plugins.events.pages.parts import SECTIONS, tabs_for
from plugins.events.queries import events as queries
from plugins.events.queries.audiences import audience_in_words
from plugins.events.queries.events import EventFilter

PAGE_SIZE = 20
FILTERS = ("kind", "topic", "when")


@answers(Rule.DOOR)
@kept_for_visitors
def event_list(request: HttpRequest) -> HttpResponse:
    """What is to come, or what was; narrowed by kind and topic."""
    actor = actor_of(request)
    asked = Asked(request.path, {name: request.GET[name] for name in FILTERS if request.GET.get(name)})
    known = queries.events_for(actor)
    in_time = known.past() if asked.get("when") == "past" else known.upcoming()
    by = EventFilter(kind=asked.get("kind"), topic=asked.get("topic"))
    page = Paginator(queries.narrowed(in_time, by, actor), PAGE_SIZE).get_page(request.GET.get("page"))
    facets = _facets(asked, in_time, known.past().count(), actor)
    context = {
        "events": list(page.object_list),
        "count": page.paginator.count,
        "pages": asked.pages(page),
        "facets": facets,
        "chosen": asked.chosen(facets),
        "asked": asked.filters,
        "is_past": asked.get("when") == "past",
        "may_plan": bool(may(actor, "create", Event)),
        "may_read_rules": bool(may(actor, "see", KindRule(kind=EventKind.NETWORK))),
    }
    return render(request, "termine/index.html", context)


def _facets(asked: Asked, events: QuerySet[Event], past: int, actor: Actor) -> list[dict[str, Any]]:
    """Kinds and topics that occur among these events, each with the number of lines that it leaves."""
    kinds, topics = queries.counted(events, "kind"), queries.counted(events, "topics__slug")
    return [
        asked.facet(
            "kind",
            _("Kind of event"),
            [
                (kind, label, kinds.get(kind, 0))
                for kind, label in EventKind.choices
                if kind in (*kinds, asked.get("kind"))
            ],
        ),
        asked.facet(
            "topic",
            _("Topic"),
            [(topic.slug, topic.title, topics.get(topic.slug, 0)) for topic in queries.topics_of(events, actor)],
        ),
        asked.facet("when", _("When"), [("past", _("What was"), past)] if past else []),
    ]


@answers(Rule.DOOR)
@kept_for_visitors
def event_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One event, as far as this reader may know of it."""
    actor = actor_of(request)
    event = queries.event_with(actor, slug)
    sections = [mark_safe(html) for section in SECTIONS if (html := section(request, event))]  # noqa: S308
    context = {
        "event": event,
        "sections": sections,
        "audience": audience_in_words(event),
        "outside": told_outside(event),
        "may_organise": bool(may(actor, "organise", event)),
    }
    return render(request, "termine/event.html", context)


@answers(Rule.DOOR)
@login_required
def plan(request: HttpRequest) -> HttpResponse:
    """A new event, that its organisers alone know of at first."""
    actor = actor_of(request)
    require(actor, "create", Event)
    form = PlanForm(request.POST if request.method == "POST" else None, initial=_wished(request), actor=actor)
    made: list[Event] = []
    if succeeds(form, lambda data: made.append(plan_event(data, topics=data["topics"], actor=actor))):
        messages.success(
            request, _("The event is planned. Only whoever organises it knows of it until you publish it.")
        )
        return redirect(made[0])
    return private(render(request, "termine/plan.html", {"form": form}))


@answers(Rule.DOOR)
@login_required
def edit(request: HttpRequest, slug: str) -> HttpResponse:
    """Other words, another time, another place."""
    actor = actor_of(request)
    event = queries.organised_with(actor, slug)
    require(actor, "edit", event)
    form = _edit_form(request, event, actor)
    if succeeds(form, lambda data: change_event(event, data, topics=data["topics"], actor=actor)):
        messages.success(request, _("The event is changed."))
        return redirect(event)
    context = {"form": form, "event": event, "tabs": tabs_for(event, "edit"), "here": _("Event")}
    return private(render(request, "termine/edit.html", context))


@answers(Rule.DOOR)
@login_required
@require_POST
def publish(request: HttpRequest, slug: str) -> HttpResponse:
    """Those who may know of it do from now on."""
    actor = actor_of(request)
    event = queries.organised_with(actor, slug)
    publish_event(event, actor=actor)
    messages.success(request, _("The event is published."))
    return redirect(event)


@answers(Rule.DOOR)
@login_required
def cancel(request: HttpRequest, slug: str) -> HttpResponse:
    """It does not take place, and why."""
    actor = actor_of(request)
    event = queries.organised_with(actor, slug)
    require(actor, "cancel", event)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if succeeds(form, lambda data: cancel_event(event, data["reason"], actor=actor)):
        messages.success(request, _("The event is cancelled. Its page says so."))
        return redirect(event)
    return private(render(request, "termine/cancel.html", {"form": form, "event": event}))


def _edit_form(request: HttpRequest, event: Event, actor: Actor) -> PlanForm:
    fresh = Event.objects.get(pk=event.pk)
    return PlanForm(request.POST if request.method == "POST" else None, instance=fresh, actor=actor)


def _wished(request: HttpRequest) -> dict[str, Any]:
    """What the link says that led here, such as the group."""
    group = request.GET.get("group", "")
    return {"group": int(group)} if group.isdecimal() else {}
