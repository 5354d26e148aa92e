"""Lists of discussions: all that somebody reads, and those of one group."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from cms.accounts.roles import OFFICE
from plugins.api.access import Actor, may
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers
from workspace.models import Discussion, DiscussionReach
from workspace.policies.discussions import MEMBERS, starting
from workspace.queries.discussions import discussions_for, groups_to_write_in, reports_for, topics_for
from workspace.queries.groups import group_by_slug

LINES = 20


@answers(Rule.DOOR)
@login_required
def overview(request: HttpRequest) -> HttpResponse:
    """All that this person reads; `topic` and `group` narrow it."""
    actor = actor_of(request)
    rows = discussions_for(actor)
    topic, group = request.GET.get("topic", ""), request.GET.get("group", "")
    if topic:
        rows = rows.filter(topics__in=topics_for(actor).filter(slug=topic))
    if group:
        rows = rows.filter(group__slug=group)
    context = _discussions(request, rows) | {
        "facets": [
            _facet("topic", topic, [(one.slug, one.title) for one in topics_for(actor).filter(discussions__in=rows)]),
            _facet("group", group, [(one.slug, one.title) for one in groups_to_write_in(actor)]),
        ],
        "may_start": may(actor, "create", Discussion),
        "may_see_challenges": actor.has(MEMBERS, OFFICE),
        "reports": reports_for(actor).filter(resolved_at=None).count(),
    }
    return private(render(request, "diskussionen/index.html", context))


@answers(Rule.DOOR)
@login_required
def of_group(request: HttpRequest, slug: str) -> HttpResponse:
    """What is said in one group, for its members."""
    actor = actor_of(request)
    group = group_by_slug(actor, slug)
    rows = discussions_for(actor).filter(group=group)
    decision = starting(actor, group, DiscussionReach.GROUP)
    context = _discussions(request, rows) | {"group": group, "may_start": decision}
    context |= {"tab": "discussions", "here": _("Discussions")}
    return private(render(request, "diskussionen/of_group.html", context))


@answers(Rule.DOOR)
@login_required
def reports(request: HttpRequest) -> HttpResponse:
    """Reports that this person wrote or has to answer."""
    actor: Actor = actor_of(request)
    return private(render(request, "diskussionen/reports.html", {"reports": list(reports_for(actor)[:100])}))


def page_of(request: HttpRequest, rows: QuerySet[Any, Any], filters: Iterable[str]) -> dict[str, Any]:
    """`lines` of the page that the address asks for, how many there are in all, and the ways to other pages."""
    count = rows.count()
    total = max(1, ceil(count / LINES))
    asked = request.GET.get("page", "")
    number = min(max(1, int(asked)), total) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 1
    kept = {name: request.GET[name] for name in filters if request.GET.get(name)}

    def address(page: int) -> str:
        return f"?{urlencode({**kept, 'page': page})}"

    pages = {
        "number": number,
        "total": total,
        "previous_url": address(number - 1) if number > 1 else "",
        "next_url": address(number + 1) if number < total else "",
    }
    return {"count": count, "lines": list(rows[(number - 1) * LINES : number * LINES]), "pages": pages}


def _discussions(request: HttpRequest, rows: QuerySet[Discussion]) -> dict[str, Any]:
    page = page_of(request, rows, ("topic", "group"))
    return page | {"discussions": page["lines"]}


def _facet(name: str, chosen: str, options: list[tuple[str, str]]) -> dict[str, Any]:
    shown = dict(options)
    lines = [
        {"label": title, "is_chosen": slug == chosen, "url": "?" if slug == chosen else f"?{urlencode({name: slug})}"}
        for slug, title in shown.items()
    ]
    return {"name": name, "options": lines}
