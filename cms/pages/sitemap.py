"""What search engines are told: the addresses that a visitor sees, whoever asks, and where a list of them stands."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import sitemap as collected
from django.db.models import Max, OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse

from cms.models import Projection, ProjectionTopic, StandardPage, Topic
from cms.queries.entries import readable
from plugins.api.access import ANONYMOUS, visible_to
from plugins.api.adapters.kept import kept_for_visitors
from plugins.api.adapters.routes import Rule, answers
from plugins.api.extensions import SitemapSource
from plugins.api.registry import registry
from plugins.api.troubles import listed

ROBOTS = """User-agent: *
Disallow: /cms/
Disallow: /konto/
Disallow: /feeds/persoenlich/
Disallow: /suche/

Sitemap: {address}/sitemap.xml
"""


class OurAddresses(Sitemap[Any]):
    """Addresses under the name that the forum is known by, not under the one that a request happens to use."""

    def get_domain(self, site: Any = None) -> str:
        return urlsplit(settings.WAGTAILADMIN_BASE_URL).netloc

    def get_protocol(self, protocol: str | None = None) -> str:
        return urlsplit(settings.WAGTAILADMIN_BASE_URL).scheme


class Lists(OurAddresses):
    """Pages that are always there."""

    def items(self) -> Iterable[str]:
        return ["/", "/wissen/", "/themen/", "/feeds/"]

    def location(self, item: str) -> str:
        return item


class Entries(OurAddresses):
    """Public layers; a date is that of the last release."""

    def items(self) -> QuerySet[Projection]:
        return readable(ANONYMOUS).only("slug", "updated_at").order_by("-published_at", "-id")

    def location(self, item: Projection) -> str:
        return f"/wissen/{item.slug}/"

    def lastmod(self, item: Projection) -> datetime:
        return item.updated_at


class Topics(OurAddresses):
    """Topics that a visitor sees; a date is that of the newest public layer in it."""

    def items(self) -> QuerySet[Topic]:
        rows = ProjectionTopic.objects.filter(topic=OuterRef("pk"), projection__in=readable(ANONYMOUS)).order_by()
        newest = rows.values("topic").annotate(newest=Max("projection__updated_at")).values("newest")
        return visible_to(ANONYMOUS, Topic.objects.all()).annotate(newest=Subquery(newest)).order_by("title")

    def location(self, item: Topic) -> str:
        return f"/themen/{item.slug}/"

    def lastmod(self, item: Any) -> datetime | None:
        newest: datetime | None = item.newest
        return newest


class PlainPages(OurAddresses):
    """Pages such as “About us”; a date is that of the last publishing."""

    def items(self) -> QuerySet[StandardPage]:
        return visible_to(ANONYMOUS, StandardPage.objects.all()).order_by("path")

    def location(self, item: StandardPage) -> str:
        return f"/{item.slug}/"

    def lastmod(self, item: StandardPage) -> datetime | None:
        published: datetime | None = item.last_published_at
        return published


class OfPackage(OurAddresses):
    """What a package plugs in."""

    def __init__(self, source: SitemapSource) -> None:
        self.source = source

    def items(self) -> Iterable[tuple[str, datetime | None]]:
        return listed(self.source, self.source.addresses)

    def location(self, item: tuple[str, datetime | None]) -> str:
        return item[0]

    def lastmod(self, item: tuple[str, datetime | None]) -> datetime | None:
        return item[1]


SECTIONS: dict[str, type[Sitemap[Any]] | Sitemap[Any]] = {
    "lists": Lists,
    "entries": Entries,
    "topics": Topics,
    "pages": PlainPages,
}


@answers(Rule.DOOR)
@kept_for_visitors
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every address that a visitor can read, in one file (up to 50,000 of each sort, as the format allows)."""
    plugged = {record.name: OfPackage(record) for record in registry.records(SitemapSource)}
    return collected(request, {**SECTIONS, **plugged}).render()


@answers(Rule.EVERYBODY)
def robots(request: HttpRequest) -> HttpResponse:
    """Programs may read what everybody may; desks, accounts and lists of search results are of no use to them."""
    text = ROBOTS.format(address=settings.WAGTAILADMIN_BASE_URL)
    headers = {"Cache-Control": "public, max-age=3600"}
    return HttpResponse(text, content_type="text/plain; charset=utf-8", headers=headers)
