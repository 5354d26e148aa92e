"""Atom feeds: for everybody public layers alone, whoever asks; for a person what they may read, as a list of titles."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import linebreaks
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cms.accounts.feed_addresses import owner_of
from cms.models import KINDS, Projection
from cms.queries.entries import NEWEST_FIRST, ORDERINGS, EntryFilter, narrowed, readable
from cms.queries.topics import topic_by_slug, topics_with_counts
from plugins.api.access import ANONYMOUS, PUBLIC, Actor
from plugins.api.actors import actor_for
from plugins.api.adapters.kept import kept_for_visitors
from plugins.api.adapters.routes import Rule, answers
from plugins.api.adapters.switched import switched_off
from plugins.api.errors import Missing
from plugins.api.extensions import PublicFeed
from plugins.api.feeding import FeedItem
from plugins.api.registry import registry
from plugins.api.switching import is_on

LENGTH = 50
"""Entries in a feed."""

NOTHING_YET = datetime(2020, 1, 1, tzinfo=UTC)
"""When a feed without entries last changed: a date that stays, so that an empty feed is the same at every asking."""


@dataclass(frozen=True)
class Source:
    """What a feed is about: its title, where it stands, and the page that shows the same."""

    title: str
    path: str
    page: str
    guid: str = ""
    """Its lasting name, where the path may not be it."""


@dataclass(frozen=True)
class EntrySource(Source):
    """And the layers in it."""

    rows: QuerySet[Projection] = field(default_factory=Projection.objects.none)


@dataclass(frozen=True)
class PluggedSource(Source):
    """And what a package yields."""

    items: tuple[FeedItem, ...] = ()


class Atom(Atom1Feed):
    """Atom that knows what to say while nothing has been published."""

    def latest_post_date(self) -> datetime:
        return super().latest_post_date() if self.items else NOTHING_YET


class OurFeed(Feed[Any, Any]):
    """What all feeds say of themselves."""

    feed_type = Atom
    language = settings.LANGUAGE_CODE
    author_name = settings.SITE_TITLE

    def get_object(self, request: HttpRequest, source: Source) -> Source:
        return source

    def title(self, source: Source) -> str:
        return f"{source.title} · {settings.SITE_TITLE}"

    def link(self, source: Source) -> str:
        return settings.WAGTAILADMIN_BASE_URL + source.page

    def feed_url(self, source: Source) -> str:
        return settings.WAGTAILADMIN_BASE_URL + source.path

    def feed_guid(self, source: Source) -> str:
        return _tag(source.guid or source.path)


class EntryFeed(OurFeed):
    """The newest entries of a source, each with title, address, date and nothing else."""

    def items(self, source: EntrySource) -> QuerySet[Projection]:
        return source.rows.select_related("text").order_by(*ORDERINGS[NEWEST_FIRST])[:LENGTH]

    def item_title(self, row: Projection) -> str:
        return row.text.title

    def item_description(self, row: Projection) -> str | None:  # type: ignore[override]
        return None

    def item_link(self, row: Projection) -> str:
        return f"{settings.WAGTAILADMIN_BASE_URL}/wissen/{row.slug}/"

    def item_guid(self, row: Projection) -> str:
        """Stays when the entry gets another title or address."""
        return _tag(f"/wissen/{row.entry_id}")

    def item_pubdate(self, row: Projection) -> datetime:
        return row.published_at

    def item_updateddate(self, row: Projection) -> datetime:
        return row.updated_at


class PublicEntryFeed(EntryFeed):
    """With the summary and the topics that everybody reads."""

    def item_description(self, row: Projection) -> str | None:  # type: ignore[override]
        return linebreaks(row.text.summary, autoescape=True)

    def item_categories(self, row: Projection) -> list[str]:
        return [topic["title"] for topic in json.loads(row.text.list_json)["topics"]]


class PluggedFeed(OurFeed):
    """What a package yields for everybody."""

    def items(self, source: PluggedSource) -> tuple[FeedItem, ...]:
        return source.items

    def item_title(self, item: FeedItem) -> str:
        return item.title

    def item_description(self, item: FeedItem) -> str | None:  # type: ignore[override]
        return linebreaks(item.summary, autoescape=True) if item.summary else None

    def item_link(self, item: FeedItem) -> str:
        return settings.WAGTAILADMIN_BASE_URL + item.url

    def item_guid(self, item: FeedItem) -> str:
        return _tag(item.name)

    def item_pubdate(self, item: FeedItem) -> datetime:
        return item.published_at

    def item_updateddate(self, item: FeedItem) -> datetime:
        return item.updated_at

    def item_categories(self, item: FeedItem) -> tuple[str, ...]:
        return item.categories


public_feed, persons_feed, plugged_feed = PublicEntryFeed(), EntryFeed(), PluggedFeed()


@answers(Rule.DOOR)
@kept_for_visitors
def overview(request: HttpRequest) -> HttpResponse:
    """Which feeds there are and what one does with them; the same for everybody."""
    kinds = [{"title": _kind(kind), "url": f"/feeds/art/{kind}.atom"} for kind in KINDS]
    topics = [
        {"title": topic.title, "url": f"/feeds/{topic.slug}.atom"} for topic in topics_with_counts(ANONYMOUS).all()
    ]
    plugged = [{"title": feed.title, "url": f"/feeds/{feed.name}.atom"} for feed in registry.records(PublicFeed)]
    context = {"all_url": "/feeds/alle.atom", "plugged": plugged, "topics": topics, "kinds": kinds}
    return render(request, "feeds/index.html", context)


@answers(Rule.DOOR)
@kept_for_visitors
def of_all(request: HttpRequest) -> HttpResponse:
    """All public layers. (A topic whose address part is `alle` has no feed of its own.)"""
    title, rows = _("New public entries"), readable(ANONYMOUS)
    return public_feed(request, EntrySource(title, "/feeds/alle.atom", "/wissen/", rows=rows))


@answers(Rule.DOOR)
@kept_for_visitors
def of_topic(request: HttpRequest, slug: str) -> HttpResponse:
    """Public layers in a topic that visitors see; any other topic is not there, for whomever.

    Where a package has a feed of this name, it is that one.
    """
    for one in registry.registrations(PublicFeed):
        feed = one.record
        if feed.name == slug:
            if not is_on(one.origin):
                return switched_off(request)
            items = tuple(islice(feed.items(), LENGTH))
            return plugged_feed(request, PluggedSource(str(feed.title), f"/feeds/{slug}.atom", feed.page, items=items))
    topic = topic_by_slug(ANONYMOUS, slug)
    rows = narrowed(readable(ANONYMOUS), EntryFilter(topic=slug))
    return public_feed(request, EntrySource(topic.title, f"/feeds/{slug}.atom", f"/themen/{slug}/", rows=rows))


@answers(Rule.DOOR)
@kept_for_visitors
def of_kind(request: HttpRequest, kind: str) -> HttpResponse:
    """Public layers of one kind of entry."""
    if kind not in KINDS:
        raise Missing
    rows = narrowed(readable(ANONYMOUS), EntryFilter(kind=kind))
    source = EntrySource(_kind(kind), f"/feeds/art/{kind}.atom", f"/wissen/?kind={kind}", rows=rows)
    return public_feed(request, source)


@answers(Rule.DOOR)
@require_safe
def of_person(request: HttpRequest, secret: str) -> HttpResponse:
    """What the owner of this address may read now: titles, addresses and dates, because a reader program keeps them.

    An address that is wrong or ended, and one whose owner is not active, are not there.
    """
    owner = owner_of(secret)
    if owner is None:
        raise Missing
    actor = actor_for(owner)
    rows = readable(actor) if _may_more_than_visitors(actor) else Projection.objects.none()
    source = EntrySource(_("New for me"), request.path, "/start/", guid="/feeds/persoenlich", rows=rows)
    response = persons_feed(request, source)
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


def _may_more_than_visitors(actor: Actor) -> bool:
    """Whose seat or mandate has ended gets nothing more here; the feeds for everybody remain theirs as anybody's."""
    return not actor.principals <= {PUBLIC, *(f"user:{key}" for key in actor.keys("user"))}


def _kind(kind: str) -> str:
    return capfirst(str(KINDS[kind]._meta.verbose_name_plural))


def _tag(path: str) -> str:
    """A name that never changes, as RFC 4151 makes them."""
    return f"tag:{urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname},2025:{path}"
