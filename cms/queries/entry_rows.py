"""Rows of entries for lists and addresses that are read all the time: their SQL is made once for all who read the same.

Guests with a mandate read each something else; for them it is made anew.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, Final, NamedTuple, cast

from django.db.models import BigIntegerField, CharField, Count, DateTimeField, Field, QuerySet, Value

from cms.models import Projection
from cms.policies import MEMBERS, STAFF
from cms.queries.entries import EntryFilter, narrowed, readable
from plugins.api.access import ANONYMOUS, SUPERUSERS, SYSTEM, Actor
from plugins.api.errors import Missing
from plugins.api.ordering import Beyond
from plugins.api.prepared import Given, Prepared

Row = tuple[Any, ...]

_TYPES: Final[dict[str, Field[Any, Any]]] = {"updated_since": DateTimeField(), "entry": BigIntegerField()}
_FILTERS: Final = tuple(field.name for field in fields(EntryFilter) if field.name != "counties")
"""Those of one value each; a set of counties is of another size each time."""


def stands_for(actor: Actor) -> Actor | None:
    """Who reads the same entries as this actor and many others do: the system, or visitors. None for guests."""
    if actor.is_system or actor.has(MEMBERS, SUPERUSERS, *STAFF):
        return SYSTEM
    return None if actor.keys("guest-topic") or actor.keys("guest-kind") else ANONYMOUS


@dataclass(frozen=True)
class EntryRows:
    """The entries that an actor may read under a filter, with these columns: numbers and texts."""

    actor: Actor
    by: EntryFilter
    columns: tuple[str, ...]

    def part(
        self,
        order: tuple[str, ...],
        start: int,
        count: int,
        beyond: Beyond | None = None,
        value: Any = None,
        tie: Any = None,
    ) -> list[Row]:
        """So many of them in this order after the first `start`; or, with a place in the list, of those beyond it."""
        reader = self._reader
        if reader is None:
            rows = narrowed(readable(self.actor), self.by)
            rows = rows if beyond is None else rows.filter(beyond.condition(value, tie))
            return list(rows.order_by(*order).values_list(*self.columns)[start : start + count])
        given = self._given
        place = {} if beyond is None else {"value": value, "tie": tie}
        return _ROWS.part(start, count, reader, tuple(given), self.columns, order, beyond, **given, **place)

    def count(self) -> int:
        """How many there are."""
        reader = self._reader
        if reader is None:
            return narrowed(readable(self.actor), self.by).count()
        given = self._given
        return int(_COUNT(reader, tuple(given), **given)[0][0])

    @property
    def _reader(self) -> Actor | None:
        """Under whose rights the SQL is kept, where it is."""
        return None if self.by.counties is not None else stands_for(self.actor)

    @property
    def _given(self) -> dict[str, Any]:
        return {name: value for name in _FILTERS if (value := getattr(self.by, name))}


class ShownLayer(NamedTuple):
    """The layer of one entry, with what its page shows."""

    entry_id: int
    layer: str
    kind: str
    title: str
    summary: str
    page_html: str
    list_json: str


def entry_by_slug(actor: Actor, slug: str) -> ShownLayer:
    """An entry by its address. Raises Missing where the actor may read no layer of it."""
    texts = ("text__title", "text__summary", "text__page_html", "text__list_json")
    return ShownLayer(*_layer_of(actor, "slug", slug, ("entry_id", "layer", "kind", *texts)))


def stored_detail(actor: Actor, entry_id: int) -> tuple[str, str, str]:
    """Tag, kind and finished JSON of an entry. Raises Missing where the actor may read no layer of it."""
    return _layer_of(actor, "entry", entry_id, ("etag", "kind", "text__detail_json"))


def _layer_of(actor: Actor, name: str, value: Any, columns: tuple[str, ...]) -> Row:
    reader = stands_for(actor)
    if reader is None:
        found = list(readable(actor).filter(**{name: value}).values_list(*columns))
    else:
        found = _LAYER(reader, name, columns, **{name: value})
    if not found:
        raise Missing
    return found[0]


def _narrowed(reader: Actor, names: tuple[str, ...]) -> QuerySet[Projection]:
    by: dict[str, Any] = {name: _given(name) for name in names}
    return narrowed(readable(reader), EntryFilter(**by))


def _rows(
    reader: Actor, names: tuple[str, ...], columns: tuple[str, ...], order: tuple[str, ...], beyond: Beyond | None
) -> QuerySet[Any, Any]:
    rows = _narrowed(reader, names)
    if beyond is not None:
        field = cast("Field[Any, Any]", Projection._meta.get_field(beyond.field))
        rows = rows.filter(beyond.condition(Given("value", field), Given("tie", BigIntegerField())))
    return rows.order_by(*order).values_list(*columns)


def _count(reader: Actor, names: tuple[str, ...]) -> QuerySet[Any, Any]:
    """All rows in one group."""
    rows = _narrowed(reader, names).order_by().annotate(group=Value(1)).values("group")
    return rows.annotate(number=Count("pk")).values_list("number")


def _layer(reader: Actor, name: str, columns: tuple[str, ...]) -> QuerySet[Any, Any]:
    return readable(reader).filter(**{name: _given(name)}).order_by().values_list(*columns)


def _given(name: str) -> Given:
    return Given(name, _TYPES.get(name, CharField()))


_ROWS: Final = Prepared(_rows)
_COUNT: Final = Prepared(_count)
_LAYER: Final = Prepared(_layer)
