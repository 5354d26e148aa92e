"""The pages of the knowledge base. Each asks one query, joins finished texts, and puts a light shell around them."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from wagtail.views import serve

from cms.models import County, Layer, StandardPage
from cms.pages import alike, facets, lists
from cms.pages.context import places
from cms.pages.outside import told_outside
from cms.pages.versions import earlier_version
from cms.queries.counties import drawn_counties
from cms.queries.entries import NEWEST_FIRST, EntryFilter
from cms.queries.entry_rows import entry_by_slug
from cms.queries.pages import page_version
from cms.queries.provenance import provenance_of
from cms.queries.topics import topic_by_slug, topics_with_counts
from cms.queries.versions import earlier_versions
from plugins.api.access import ANONYMOUS, may
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import kept_for_visitors
from plugins.api.adapters.lists import Asked
from plugins.api.adapters.routes import Rule, answers
from plugins.api.extensions import MemberCounties
from plugins.api.registry import registry
from plugins.api.troubles import listed

ABOUT = "ueber-uns"
"""The plain page that says what the forum is; it ends with who takes part, and with what packages lead on to."""


@answers(Rule.DOOR)
@kept_for_visitors
def home(request: HttpRequest) -> HttpResponse:
    """What the forum is, four entries, who takes part, how to join."""
    lines = lists.lines(actor_of(request), EntryFilter(), NEWEST_FIRST, 0, 4)
    return render(request, "home.html", {"lines": lines, **_who_takes_part()})


@answers(Rule.DOOR)
@kept_for_visitors
def entry_list(request: HttpRequest) -> HttpResponse:
    """All that the reader may read, newest first or by title, filtered by kind, topic and county."""
    actor, asked = actor_of(request), lists.asked_of(request.path, request.GET)
    like = alike.read(asked.filters, actor)
    wanted = lists.filter_of(asked, like.values)
    count, shown = facets.facets(actor, asked, wanted, getattr(request, "generation", None))
    page = lists.list_page(actor, wanted, lists.ordering_of(asked), lists.page_number(request.GET), count)
    context: dict[str, Any] = {
        "count": page.count,
        "lines": page.lines,
        "facets": shown,
        "chosen": facets.chosen_filters(asked, shown, like),
        "narrowings": [lists.narrowing(asked, like.form)],
        "clear_url": request.path,
        "pages": lists.pager(asked, page),
        "orderings": _orderings(asked),
    }
    context["here"] = _here(asked, context["chosen"])
    return render(request, "wissen/index.html", context)


@answers(Rule.DOOR)
@kept_for_visitors
def entry_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One entry in the fullest layer that the reader may read, or an earlier version of it."""
    actor, wanted = actor_of(request), request.GET.get("version", "")
    if wanted:
        return earlier_version(request, slug, wanted)
    row = entry_by_slug(actor, slug)
    context = {
        "entry_id": row.entry_id,
        "earlier": None,
        "related_url": f"/suche/verwandt/entry/{row.entry_id}/",
        "title": row.title,
        "summary": row.summary,
        "article": mark_safe(row.page_html),  # noqa: S308 - stored as cleaned and escaped HTML
        "is_public": row.layer == Layer.PUBLIC,
        "outside": told_outside(row),
        "versions": earlier_versions(actor, row.entry_id),
        "is_numbered": row.layer == Layer.MEMBERS,
        "provenance": provenance_of(actor, row.entry_id, row.kind),
    }
    return render(request, "wissen/entry.html", context)


@answers(Rule.DOOR)
@kept_for_visitors
def topic_list(request: HttpRequest) -> HttpResponse:
    """The topics that the reader sees."""
    topics = topics_with_counts(actor_of(request))
    return render(request, "themen/index.html", {"topics": topics})


@answers(Rule.DOOR)
@kept_for_visitors
def topic_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One topic and what the reader may read in it."""
    actor = actor_of(request)
    topic = topic_by_slug(actor, slug)
    page = lists.list_page(actor, EntryFilter(topic=slug), NEWEST_FIRST, lists.page_number(request.GET), topic.count)
    pages = lists.pager(lists.asked_of(request.path, request.GET), page)
    context = {"topic": topic, "count": page.count, "lines": page.lines, "pages": pages}
    context["here"] = {"label": topic.title, "fields": [("topic", slug)]}
    context["has_feed"] = actor.is_anonymous or bool(may(ANONYMOUS, "see", topic))
    return render(request, "themen/topic.html", context)


@answers(Rule.DOOR)
@kept_for_visitors
def plain_page(request: HttpRequest, path: str) -> HttpResponse:
    """Whatever else stands in Wagtail's tree; its hooks ask the door."""
    response = serve(request, path)
    if not hasattr(response, "render"):
        return response
    page = response.context_data["page"]
    if isinstance(page, StandardPage):
        actor = actor_of(request)
        response.context_data["shown"] = shown = page_version(actor, page, request.GET.get("version", ""))
        if page.slug == ABOUT and (shown is None or shown.is_current):
            response.context_data |= {"ways": list(places(actor, "about")), "member_counties": _named(_agreed())}
    return response.render()


def _here(asked: Asked, chosen: list[dict[str, str]]) -> dict[str, Any]:
    """The list as a place to search in: entries, and what is chosen among them."""
    fields = [("type", "entry"), *((name, value) for name, value in asked.filters.items() if name != "ordering")]
    return {"label": ", ".join(one["label"] for one in chosen) or _("Knowledge"), "fields": fields}


def _orderings(asked: Asked) -> list[dict[str, Any]]:
    current = lists.ordering_of(asked)
    words = {NEWEST_FIRST: _("Newest first"), lists.BY_TITLE: _("By title")}
    return [
        {
            "label": label,
            "current": ordering == current,
            "url": asked.address(ordering="" if ordering == NEWEST_FIRST else ordering),
        }
        for ordering, label in words.items()
    ]


def _who_takes_part() -> dict[str, Any]:
    """The counties that agreed to be named, on a map and as a list."""
    keys = _agreed()
    drawn = drawn_counties(keys)
    return {"county_map": drawn.svg, "map_credit": drawn.credit, "member_counties": _named(keys)}


def _named(keys: frozenset[str]) -> list[dict[str, str]]:
    members = County.objects.filter(key__in=keys).order_by("name", "kind")
    return [{"key": c.key, "full_name": c.full_name, "state": c.state or ""} for c in members]


def _agreed() -> frozenset[str]:
    """The official keys of all counties that agreed to be named."""
    records = registry.records(MemberCounties)
    return frozenset(key for record in records for key in listed(record, record.named_in_public))
