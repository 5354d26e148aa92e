"""Lists of the API: pages by cursor, so that nothing is skipped or repeated while things are added, or by offset."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Protocol, cast

from django.core.signing import BadSignature, Signer
from django.db.models import Field, Model, QuerySet
from django.http import QueryDict
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from plugins.api.adapters.rest_params import Parameters
from plugins.api.ordering import Beyond

_SIGNER = Signer(salt="plugins.api.cursor")


@dataclass(frozen=True)
class Order:
    """By which field a list stands; among equals the unique field `tie` decides.

    `told` reads the field's value from a row that does not hold it: SQLite's dates are dear to read in every row, and
    only the outermost rows of a page are asked where they stand.
    """

    field: str
    tie: str = "pk"
    descending: bool = False
    told: Callable[[dict[str, Any]], Any] | None = None

    @property
    def needed(self) -> tuple[str, ...]:
        """What the rows of a page have to hold."""
        return (self.tie,) if self.told else (self.field, self.tie)

    def names(self, *, backwards: bool = False) -> tuple[str, str]:
        """For `order_by`."""
        sign = "-" if self.descending != backwards else ""
        return f"{sign}{self.field}", f"{sign}{self.tie}"


@dataclass(frozen=True)
class Cursor:
    """A place between two items of a list, told by the item beside it, and in which direction to read on from there."""

    order: Order
    value: Any
    tie: Any
    backwards: bool = False

    @classmethod
    def beside(cls, row: dict[str, Any], order: Order, *, backwards: bool = False) -> Cursor:
        value = order.told(row) if order.told else row[order.field]
        return cls(order, value, row[order.tie], backwards)

    @property
    def beyond(self) -> Beyond:
        """The side of this place on which the list goes on."""
        towards = "lt" if self.order.descending != self.backwards else "gt"
        return Beyond(self.order.field, self.order.tie, towards)

    def as_text(self) -> str:
        """For addresses. Signed, because it goes into a query as it comes back; the same place has one text."""
        return _SIGNER.sign_object([*self.order.names(), str(self.value), self.tie, self.backwards])

    @classmethod
    def from_text(cls, text: str, order: Order, model: type[Model]) -> Cursor:
        """Raises ValueError for anything that `as_text` did not write for a list in this order."""
        try:
            *names, value, tie, backwards = _SIGNER.unsign_object(text)
        except (BadSignature, ValueError) as error:
            raise ValueError("not a cursor of ours") from error
        if tuple(names) != order.names():
            raise ValueError("made for a list in another order")
        field = cast("Field[Any, Any]", model._meta.get_field(order.field))
        return cls(order, field.to_python(value), tie, backwards)


@dataclass(frozen=True)
class Place:
    """Which part of a list is asked for."""

    limit: int
    offset: int | None = None
    cursor: Cursor | None = None


@dataclass(frozen=True)
class Page:
    """Some rows of a list, how many there are in all, and what to ask for to read on in either direction."""

    rows: list[dict[str, Any]]
    count: int
    next: dict[str, str] | None
    previous: dict[str, str] | None


def place(asked: Parameters, order: Order, model: type[Model]) -> Place:
    """`limit` and `cursor` or `offset` of a request; what makes no sense stands in `asked` afterwards."""
    limit, offset, text = asked.limit(), asked.offset(), asked.text("cursor")
    if text and offset is not None:
        asked.refuse("cursor", _("Give either a cursor or an offset."))
    elif text:
        try:
            return Place(limit, cursor=Cursor.from_text(text, order, model))
        except ValueError:
            asked.refuse("cursor", _("This cursor does not belong to this list. Begin without one."))
    return Place(limit, offset)


class Rows(Protocol):
    """All rows of a list, of which a page asks for a part: each with `order.needed` and more."""

    def part(self, order: tuple[str, ...], start: int, count: int, cursor: Cursor | None) -> list[dict[str, Any]]:
        """So many of them in this order after the first `start`, or beyond a place in the list."""
        ...


@dataclass(frozen=True)
class QueriedRows:
    """The rows of a `values()` queryset."""

    rows: QuerySet[Any, Any]

    def part(self, order: tuple[str, ...], start: int, count: int, cursor: Cursor | None) -> list[dict[str, Any]]:
        rows = self.rows if cursor is None else self.rows.filter(cursor.beyond.condition(cursor.value, cursor.tie))
        return list(rows.order_by(*order)[start : start + count])


def page_of(rows: QuerySet[Any, Any] | Rows, order: Order, at: Place, count: int) -> Page:
    """One page in one query, of `count` rows in all."""
    source: Rows = QueriedRows(rows) if isinstance(rows, QuerySet) else rows
    if at.cursor is not None:
        return _page_from_cursor(source, order, at.limit, at.cursor, count)
    start = at.offset or 0
    found = source.part(order.names(), start, at.limit, None) if start < count else []
    has_more = start + at.limit < count
    if at.offset is None:
        return Page(found, count, _cursor_after(found, order) if has_more else None, None)
    return Page(
        found,
        count,
        {"offset": str(start + at.limit)} if has_more else None,
        {"offset": str(max(0, min(start, count) - at.limit))} if start else None,
    )


def list_body(path: str, given: QueryDict, page: Page, items: Iterable[str]) -> bytes:
    """The finished answer from items that are JSON already."""
    head = {"count": page.count, "next": _address(path, given, page.next)}
    head["previous"] = _address(path, given, page.previous)
    opened = json.dumps(head, ensure_ascii=False).removesuffix("}")
    return f'{opened}, "results": [{", ".join(items)}]}}'.encode()


def _page_from_cursor(rows: Rows, order: Order, limit: int, cursor: Cursor, count: int) -> Page:
    """One row more than asked for says whether there is anything beyond."""
    found = rows.part(order.names(backwards=cursor.backwards), 0, limit + 1, cursor)
    has_more = len(found) > limit
    found = found[:limit]
    if cursor.backwards:
        found.reverse()
    after = _cursor_after(found, order) if has_more or cursor.backwards else None
    before = _cursor_before(found, order) if has_more or not cursor.backwards else None
    return Page(found, count, after, before)


def _cursor_after(found: list[dict[str, Any]], order: Order) -> dict[str, str] | None:
    return {"cursor": Cursor.beside(found[-1], order).as_text()} if found else None


def _cursor_before(found: list[dict[str, Any]], order: Order) -> dict[str, str] | None:
    return {"cursor": Cursor.beside(found[0], order, backwards=True).as_text()} if found else None


def _address(path: str, given: QueryDict, change: dict[str, str] | None) -> str | None:
    if change is None:
        return None
    kept: dict[str, Any] = {name: value for name, value in given.items() if name not in ("cursor", "offset")}
    return f"{path}?{urlencode(kept | change)}"
