"""What the page of results shows, and the addresses behind its links."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Any, Final
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _

from plugins.api.access import PUBLIC
from plugins.api.extensions import Facet
from plugins.api.registry import registry
from search.engine import Hit, Ordering, SearchQuery, SearchResult
from search.labels import label_of, type_name
from search.questions import FILTERS

PAGE_SIZE = 20
LAST_PAGE = 500
MOST_OPTIONS = 30  # of one facet; the rarest of four hundred counties help nobody to choose
NEWEST_FIRST: Final = "-published_at"


@dataclass(frozen=True)
class Address:
    """The address of a page of results; what makes no sense in it is passed over, as people type addresses too."""

    path: str
    parameters: QueryDict

    @property
    def text(self) -> str:
        return self.parameters.get("q", "").strip()

    @property
    def filters(self) -> dict[str, str]:
        return {name: value for name in FILTERS if (value := self.parameters.get(name))}

    @property
    def is_exact(self) -> bool:
        return self.parameters.get("exact") == "1"

    @property
    def ordering(self) -> Ordering:
        return NEWEST_FIRST if self.parameters.get("ordering") == NEWEST_FIRST else "relevance"

    @property
    def number(self) -> int:
        wanted = self.parameters.get("page", "")
        return min(max(int(wanted), 1), LAST_PAGE) if wanted.isascii() and wanted.isdigit() and len(wanted) < 6 else 1

    @property
    def query(self) -> SearchQuery:
        """What is asked."""
        return SearchQuery(
            text=self.text,
            filters={name: (value,) for name, value in self.filters.items()},
            ordering=self.ordering,
            limit=PAGE_SIZE,
            offset=(self.number - 1) * PAGE_SIZE,
            exact=self.is_exact,
        )

    def with_(self, **changes: str) -> str:
        """The address with some parts changed, an empty one left out, and back on the first page."""
        kept = {"q": self.text, **self.filters, "exact": "1" if self.is_exact else ""}
        if self.ordering == NEWEST_FIRST:
            kept["ordering"] = NEWEST_FIRST
        wanted = {name: value for name, value in {**kept, **changes}.items() if value}
        return f"{self.path}?{urlencode(wanted)}" if wanted else self.path


def context_of(address: Address, result: SearchResult) -> dict[str, Any]:
    """Everything that the template shows of an answer."""
    facets = _facets(address, result)
    return {
        "query": address.text,
        "asked": bool(address.text or address.filters),
        "count": result.count,
        "hits": [line_of(hit) for hit in result.hits],
        "facets": facets,
        "chosen": _chosen(address, facets),
        "without_filters": address.with_(**dict.fromkeys(address.filters, "")),
        "did_you_mean": result.did_you_mean,
        "is_from_stand_in": result.is_from_stand_in,
        "exact_url": address.with_(exact="1"),
        "pages": _pager(address, result.count),
        "orderings": _orderings(address),
    }


def line_of(hit: Hit) -> dict[str, Any]:
    """One hit; what a package's documents do not have stays empty."""
    kinds, counties = hit.keywords.get("kind", ()), hit.keywords.get("county", ())
    topics = hit.keywords.get("topic", ())
    if counties:
        drawn = "county", counties[0][0]
    elif hit.type == "topic" or not topics:
        drawn = hit.type, hit.url.strip("/").rpartition("/")[2]  # the slug
    else:
        drawn = "topic", topics[0][0]
    return {
        "hit": hit,
        "mark_of": drawn[0],
        "mark_key": drawn[1],
        "kind_label": kinds[0][1] if hit.kind and kinds else type_name(hit.type),
        "county": counties[0][1] if counties else "",
        "topics": [{"slug": slug, "title": title} for slug, title in topics],
        "stands_in": [{"slug": slug, "title": title} for slug, title in hit.keywords.get("stands_in", ())],
        "is_for_members": bool(hit.layer) and hit.layer != PUBLIC,
    }


def _facets(address: Address, result: SearchResult) -> list[dict[str, Any]]:
    headings = {"type": _("What"), **{facet.field: str(facet.label) for facet in registry.records(Facet)}}
    shown = []
    for name, values in result.facets.items():
        options = []
        for rank, value in enumerate(values):
            chosen = address.filters.get(name) == value.value
            if rank >= MOST_OPTIONS and not chosen:
                continue
            url = address.with_(**{name: "" if chosen else value.value})
            label = label_of(name, value)
            options.append({"value": value.value, "label": label, "count": value.count, "url": url, "chosen": chosen})
        if len(options) > 1 or any(option["chosen"] for option in options):
            shown.append({"field": name, "label": headings[name], "options": options})
    return shown


def _chosen(address: Address, facets: list[dict[str, Any]]) -> list[dict[str, str]]:
    labels = {(facet["field"], option["value"]): option["label"] for facet in facets for option in facet["options"]}
    return [
        {"label": labels.get((name, value), value), "remove_url": address.with_(**{name: ""})}
        for name, value in address.filters.items()
    ]


def _pager(address: Address, count: int) -> dict[str, Any]:
    number, total = address.number, min(max(1, ceil(count / PAGE_SIZE)), LAST_PAGE)
    return {
        "number": number,
        "total": total,
        "previous_url": address.with_(page=str(number - 1)) if number > 1 else "",
        "next_url": address.with_(page=str(number + 1)) if number < total else "",
    }


def _orderings(address: Address) -> list[dict[str, Any]]:
    if not address.text:
        return []
    words: dict[Ordering, str] = {"relevance": _("Best first"), NEWEST_FIRST: _("Newest first")}
    return [
        {
            "label": label,
            "current": ordering == address.ordering,
            "url": address.with_(ordering="" if ordering == "relevance" else ordering),
        }
        for ordering, label in words.items()
    ]
