"""Events on the pages of others: the home page, a working group, a topic."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from plugins.api.access import Actor
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers
from plugins.api.adapters.switched import switched_off
from plugins.api.switching import stands_in
from plugins.events.queries import events as queries
from plugins.events.queries.polls import polls_of
from workspace.models import WorkingGroup
from workspace.queries.groups import group_by_slug

PAST_SHOWN = 50
"""Of the past meetings of a group, the last."""


def next_public(request: HttpRequest) -> str:
    """On the home page: the next date to which everybody may come, the same for all."""
    event = queries.public_events().upcoming().filter(cancelled_at=None).first()
    return render_to_string("termine/next_public.html", {"event": event}) if event else ""


def buttons(request: HttpRequest, kind: str, pk: int) -> str:
    """On the page of a group its next meeting; on that of a topic the way to its events."""
    actor = actor_of(request)
    if kind == "topic":
        first = queries.events_for(actor).upcoming().filter(topics=pk).first()
        slug = next((topic.slug for topic in first.topics.all() if topic.pk == pk), "") if first else ""
        return render_to_string("termine/of_topic.html", {"slug": slug}) if slug else ""
    meeting = queries.events_for(actor).upcoming().filter(group=pk, cancelled_at=None).first()
    return render_to_string("termine/next_of_group.html", {"event": meeting}) if meeting else ""


@answers(Rule.DOOR)
def of_group(request: HttpRequest, slug: str) -> HttpResponse:
    """The meetings of a working group that the reader knows of, the dates it looks for, the ways to plan another."""
    actor = actor_of(request)
    group = group_by_slug(actor, slug)
    if not stands_in("events", group.principal):
        return switched_off(request)
    events = queries.events_of_group(actor, group)
    context = {
        "group": group,
        "tab": "events",
        "here": _("Events"),
        "upcoming": list(events.upcoming()),
        "past": list(events.past()[:PAST_SHOWN]),
        "polls": list(polls_of(actor, group)),
        "may_plan": _may_plan(actor, group),
    }
    return private(render(request, "termine/of_group.html", context))


def _may_plan(actor: Actor, group: WorkingGroup) -> bool:
    return actor.has(group.coordinator_principal) and not group.is_closed
