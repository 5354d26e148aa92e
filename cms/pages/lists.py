"""Lists of entries as pages show them: what is asked for, finished lines, a count, and pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.safestring import SafeString, mark_safe

from cms.pages import alike
from cms.queries.entries import BY_TITLE, NEWEST_FIRST, ORDERINGS, EntryFilter
from cms.queries.entry_rows import EntryRows
from plugins.api.access import Actor
from plugins.api.adapters.lists import Asked

PAGE_SIZE = 20
FILTERS = ("kind", "topic", "county")
KEPT = (*FILTERS, *alike.PARAMETERS, "ordering")


@dataclass(frozen=True)
class ListPage:
    """One page of a list."""

    count: int
    lines: SafeString
    number: int

    @property
    def total(self) -> int:
        return max(1, ceil(self.count / PAGE_SIZE))


def list_page(actor: Actor, by: EntryFilter, ordering: str, number: int, count: int) -> ListPage:
    """The finished lines of one page of a list that holds `count`: one query, however long the list."""
    number = min(max(1, number), max(1, ceil(count / PAGE_SIZE)))
    return ListPage(count, lines(actor, by, ordering, (number - 1) * PAGE_SIZE, PAGE_SIZE), number)


def lines(actor: Actor, by: EntryFilter, ordering: str, start: int, count: int) -> SafeString:
    """Finished lines of the entries that the actor may read, after the first `start` of them."""
    rows = EntryRows(actor, by, ("text__line_html",)).part(ORDERINGS[ordering], start, count)
    return mark_safe("".join(line for (line,) in rows))  # noqa: S308 - stored as cleaned and escaped HTML


def asked_of(path: str, query: QueryDict) -> Asked:
    """The list at this path with those filters that it knows."""
    return Asked(path, {name: value for name in KEPT if (value := query.get(name))})


def ordering_of(asked: Asked) -> str:
    return BY_TITLE if asked.get("ordering") == BY_TITLE else NEWEST_FIRST


def page_number(query: QueryDict) -> int:
    """The page asked for; nonsense is the first one."""
    wanted = query.get("page", "")
    return int(wanted) if wanted.isascii() and wanted.isdigit() and len(wanted) < 6 else 1


def filter_of(asked: Asked, counties: frozenset[str] | None = None) -> EntryFilter:
    kind, topic, county = (asked.get(name) for name in FILTERS)
    return EntryFilter(kind=kind, topic=topic, county=county, counties=counties)


def narrowing(asked: Asked, form: Mapping[str, Any]) -> dict[str, Any]:
    """Counties like mine, as the form beside the list needs it (templates/wissen/alike.html)."""
    kept = {name: value for name in ("kind", "topic", "ordering") if (value := asked.get(name))}
    shown = {"template": alike.TEMPLATE, "form": form, "path": asked.path}
    return {**shown, "kept": list(kept.items()), "kept_query": urlencode(kept)}


def pager(asked: Asked, page: ListPage) -> dict[str, Any]:
    """What components/pager.html shows."""
    before = asked.address(page=str(page.number - 1)) if page.number > 1 else ""
    after = asked.address(page=str(page.number + 1)) if page.number < page.total else ""
    return {"number": page.number, "total": page.total, "previous_url": before, "next_url": after}
