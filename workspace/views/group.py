"""The page of a group and its tabs."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from cms.accounts.roles import OFFICE
from plugins.api.access import Actor, abilities, may, require
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.routes import Rule, answers
from workspace.models import WorkingGroup
from workspace.queries.admissions import latest_own, open_admissions
from workspace.queries.groups import SHOWN_VERBS, group_by_slug, reports_of
from workspace.views.showing import line, page, who_sees, who_sees_members


@answers(Rule.DOOR)
def group_page(request: HttpRequest, slug: str) -> HttpResponse:
    """What the group says about itself, what waits for the reader, and what the reader can do."""
    actor = actor_of(request)
    group = group_by_slug(actor, slug)
    context = {
        **line(group, actor),
        **_what_waits(group, actor),
        "may": {verb: answer is True for verb, answer in abilities(actor, group, SHOWN_VERBS).items()},
        "audience": who_sees(group, actor),
        "reports": reports_of(group)[:1],
        "is_member": actor.has(group.principal),
        "own": None if actor.has(group.principal) else latest_own(group, actor),
    }
    return page(request, "group", **context)


@answers(Rule.DOOR)
def members(request: HttpRequest, slug: str) -> HttpResponse:
    """Who takes part, in which role, since when; requests and invitations for those who coordinate."""
    actor = actor_of(request)
    group = group_by_slug(actor, slug)
    require(actor, "see_members", group)
    coordinates = bool(may(actor, "edit", group))
    context = {
        "places": group.places(),
        "coordinates": coordinates,
        "waiting": open_admissions(group, actor) if coordinates else (),
        "audience": who_sees_members(group, actor),
        "may_leave": may(actor, "leave", group),
    }
    return page(request, "members", group, tab="members", here=_("Members"), **context)


@answers(Rule.DOOR)
def reports(request: HttpRequest, slug: str) -> HttpResponse:
    """All reports, the newest first, for all who know of the group."""
    actor = actor_of(request)
    group = group_by_slug(actor, slug)
    context = {
        "reports": reports_of(group),
        "may_report": may(actor, "report", group),
        "audience": who_sees(group, actor),
    }
    return page(request, "reports", group, tab="reports", here=_("Reports"), **context)


def _what_waits(group: WorkingGroup, actor: Actor) -> dict[str, Any]:
    """Requests for those who coordinate; for the office those that came through it."""
    if not actor.has(group.coordinator_principal, OFFICE):
        return {"waiting": ()}
    rows = open_admissions(group, actor)
    return {"waiting": [row for row in rows if may(actor, "decide", row) or may(actor, "pass_on", row)]}
