"""Addresses of the page of results: what they ask, and those behind its links."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final
from urllib.parse import urlencode

from django.http import QueryDict

from plugins.api.extensions import Narrowing
from plugins.api.registry import registry
from search.engine import Ordering
from search.questions import FILTERS

PAGE_SIZE = 20
LAST_PAGE = 500
NEWEST_FIRST: Final = "-published_at"
EVERYWHERE = "everywhere"


@dataclass(frozen=True)
class Address:
    """The address of a page of results; what makes no sense in it is passed over, as people type addresses too.

    Filters say where is searched. With `where=everywhere` they only remember the place to which one can go back.
    """

    path: str
    parameters: QueryDict

    @property
    def text(self) -> str:
        return self.parameters.get("q", "").strip()

    @cached_property
    def place(self) -> dict[str, str]:
        """Filters, and the parameters of forms that narrow, whether they hold now or are only remembered."""
        names = (*FILTERS, *(name for narrowing in registry.records(Narrowing) for name in narrowing.parameters))
        return {name: value for name in names if (value := self.parameters.get(name))}

    @property
    def is_everywhere(self) -> bool:
        return bool(self.place) and self.parameters.get("where") == EVERYWHERE

    @property
    def filters(self) -> dict[str, str]:
        """Those that hold."""
        return {} if self.is_everywhere else {name: self.place[name] for name in FILTERS if name in self.place}

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
    def offset(self) -> int:
        return (self.number - 1) * PAGE_SIZE

    def parts(self, **changes: str) -> dict[str, str]:
        """What the address says with some parts changed, an empty one left out, and back on the first page.

        Whoever chooses a filter while searching everywhere begins a new place. One value of a field takes the place of
        a form that narrows the same field.
        """
        begins_anew = self.is_everywhere and not changes.keys().isdisjoint(FILTERS)
        kept = {"q": self.text, **({} if begins_anew else self.place), "exact": "1" if self.is_exact else ""}
        if self.ordering == NEWEST_FIRST:
            kept["ordering"] = NEWEST_FIRST
        if self.is_everywhere and not begins_anew:
            kept["where"] = EVERYWHERE
        for narrowing in registry.records(Narrowing):
            if narrowing.field in changes:
                kept |= dict.fromkeys(narrowing.parameters, "")
        return {name: value for name, value in {**kept, **changes}.items() if value}

    def with_(self, **changes: str) -> str:
        """The address of these parts."""
        wanted = self.parts(**changes)
        return f"{self.path}?{urlencode(wanted)}" if wanted else self.path


def newest_first(path: str, stored: str) -> Address:
    """The address of a question that somebody saved, with the newest results first."""
    saved = Address(path, QueryDict(stored))
    return Address(path, QueryDict(urlencode(saved.parts(ordering=NEWEST_FIRST))))
