"""Lists that are narrowed by what stands in their address: filters, the words of those in force, and pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any
from urllib.parse import quote_plus

from django.core.paginator import Page

Row = tuple[str, object, int | None]
"""A value of a filter, what people call it, and how many lines it would leave where that is counted."""


@dataclass(frozen=True)
class Asked:
    """What a list is asked for: its path and the filters that make sense."""

    path: str
    filters: Mapping[str, str]

    def get(self, name: str) -> str:
        """The value of a filter; empty where it is not set."""
        return self.filters.get(name, "")

    def address(self, **changes: str) -> str:
        """The list with some filters changed, an empty one left out, back on the first page."""
        parts = {**self._parts, **{name: _part(name, value) for name, value in changes.items()}}
        query = "&".join(filter(None, parts.values()))
        return f"{self.path}?{query}" if query else self.path

    @cached_property
    def _parts(self) -> dict[str, str]:
        """The filters as they stand in addresses, of which a list shows dozens."""
        return {name: _part(name, value) for name, value in self.filters.items()}

    def facet(self, field: str, label: str, rows: Iterable[Row]) -> dict[str, Any]:
        """What components/filters.html and components/choices.html show; a chosen value's link takes it away."""
        without, chosen = self.address(**{field: ""}), self.get(field)
        opening = f"{without}{'&' if '?' in without else '?'}"
        options = [
            {
                "value": value,
                "label": words,
                "count": number,
                "chosen": value == chosen,
                "url": without if value == chosen else opening + _part(field, value),
            }
            for value, words, number in rows
        ]
        return {"field": field, "label": label, "options": options}

    def chosen(self, facets: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
        """The filters in force, each with the way to do without; what nothing fits is named as it was asked."""
        found = []
        for facet in facets:
            if value := self.get(facet["field"]):
                words = next((option["label"] for option in facet["options"] if option["chosen"]), value)
                found.append({"label": words, "remove_url": self.address(**{facet["field"]: ""})})
        return found

    def pages(self, page: Page[Any]) -> dict[str, Any]:
        """What components/pager.html shows."""
        before = self.address(page=str(page.number - 1)) if page.has_previous() else ""
        after = self.address(page=str(page.number + 1)) if page.has_next() else ""
        return {"number": page.number, "total": page.paginator.num_pages, "previous_url": before, "next_url": after}


@lru_cache(maxsize=2000)
def _part(name: str, value: str) -> str:
    return f"{name}={quote_plus(value)}" if value else ""
