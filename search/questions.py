"""An address with its parameters -> a query. Nonsense is named field by field."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, time
from typing import get_args

from django.http import QueryDict
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _

from plugins.api.errors import Invalid
from search.engine import Ordering, SearchQuery
from search.finding import known_kinds, known_types

FILTERS = ("type", "kind", "topic", "tag", "county", "author", "external_key")
MOST_HITS, USUAL_HITS = 100, 20
MOST_VALUES = 50  # of one filter
DEEPEST = 1_000_000  # offset; nobody has that many documents, and it still fits every engine


@dataclass
class _Reading:
    """Reads parameters one after the other and collects what makes no sense."""

    parameters: QueryDict
    errors: dict[str, list[str]] = field(default_factory=dict)

    def choice(self, name: str, allowed: Iterable[str], usual: str) -> str:
        value = self.parameters.get(name) or usual
        return value if self._fits(name, value, allowed) else usual

    def number(self, name: str, usual: int, least: int, most: int) -> int:
        value = self.parameters.get(name)
        if value is None:
            return usual
        if value.isascii() and value.isdigit() and len(value) < 10 and least <= int(value) <= most:
            return int(value)
        self.errors[name] = [_("This must be a number from %(least)s to %(most)s.") % {"least": least, "most": most}]
        return usual

    def moment(self, name: str) -> datetime | None:
        value = self.parameters.get(name)
        if not value:
            return None
        try:
            moment = parse_datetime(value) or _midnight(value)
        except ValueError:
            moment = None
        if moment is None:
            self.errors[name] = [_("This must be a date or a moment as in ISO 8601, such as 2027-03-14.")]
            return None
        return timezone.make_aware(moment) if timezone.is_naive(moment) else moment

    def filters(self) -> dict[str, tuple[str, ...]]:
        allowed = {"type": known_types(), "kind": known_kinds()}
        found = {}
        for name in FILTERS:
            values = tuple(value for value in self.parameters.getlist(name)[:MOST_VALUES] if value)
            if values and all(self._fits(name, value, allowed.get(name)) for value in values):
                found[name] = values
        return found

    def unknown_names(self, known: Iterable[str]) -> None:
        for name in set(self.parameters) - set(known):
            self.errors[name] = [_("There is no such filter.")]

    def _fits(self, name: str, value: str, allowed: Iterable[str] | None) -> bool:
        if allowed is None or value in allowed:
            return True
        self.errors[name] = [_("This must be one of: %(allowed)s.") % {"allowed": ", ".join(sorted(allowed))}]
        return False


def query_from(parameters: QueryDict) -> SearchQuery:
    """The query that an address of the API asks. Raises Invalid, naming every parameter that makes no sense."""
    reading = _Reading(parameters)
    reading.unknown_names((*FILTERS, "q", "updated_since", "ordering", "limit", "offset", "exact"))
    query = SearchQuery(
        text=parameters.get("q", ""),
        filters=reading.filters(),
        updated_since=reading.moment("updated_since"),
        ordering=reading.choice("ordering", get_args(Ordering), "relevance"),  # type: ignore[arg-type]
        limit=reading.number("limit", USUAL_HITS, 1, MOST_HITS),
        offset=reading.number("offset", 0, 0, DEEPEST),
        exact=reading.choice("exact", ("0", "1"), "0") == "1",
    )
    if reading.errors:
        raise Invalid(reading.errors)
    return query


def _midnight(value: str) -> datetime | None:
    day = parse_date(value)
    return datetime.combine(day, time.min) if day else None
