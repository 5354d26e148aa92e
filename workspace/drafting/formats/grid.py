"""Tables as rectangles: every cell has its place, also where some reach over several columns or rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from cms.importing.tables import MOST_COLUMNS
from workspace.drafting.formats.attributes import number, paragraph, written

WIDEST_COLUMN = 2000
"""In pixels."""


@dataclass(frozen=True)
class Place:
    """Where a cell stands."""

    row: int
    column: int
    wide: int
    high: int
    cell: dict[str, Any]

    @property
    def is_header(self) -> bool:
        return bool(self.cell["type"] == "table_header")


def places(table: dict[str, Any]) -> list[Place]:
    """The cells of a checked table with their places, row by row."""
    return list(_placed([row["content"] for row in table["content"]]))


def width(table: dict[str, Any]) -> int:
    return max(place.column + place.wide for place in places(table))


def header_rows(table: dict[str, Any]) -> int:
    """How many rows at the beginning are headers of columns: whole rows, and never all of them."""
    found = 0
    for row in table["content"][:-1]:
        if any(cell["type"] != "table_header" for cell in row["content"]):
            break
        found += 1
    reaches = (place.row + place.high for place in places(table) if place.row < found)
    return found if all(end <= found for end in reaches) else 0


def mended_rows(rows: list[list[dict[str, Any]]]) -> list[list[dict[str, Any]]]:
    """Rows of the same width: spans reach over nothing else, gaps are filled, what stands too far right moves left."""
    found: list[list[tuple[int, dict[str, Any]]]] = [[] for _row in rows]
    covered: set[tuple[int, int]] = set()
    for place in _placed(rows):
        inside = {
            (place.row + down, place.column + right) for down in range(place.high) for right in range(place.wide)
        }
        covered |= inside
        found[place.row].append((place.column, _with_spans(place)))
    most = max((column for _row, column in covered), default=-1) + 1
    for at, row in enumerate(found):
        row.extend((column, _empty_cell()) for column in range(most) if (at, column) not in covered)
    return _with_cells([[cell for _column, cell in sorted(row, key=lambda pair: pair[0])] for row in found])


def _placed(rows: list[list[dict[str, Any]]]) -> Iterator[Place]:
    taken: set[tuple[int, int]] = set()
    last: dict[str, Any] = {}
    for at, row in enumerate(rows):
        column = 0
        for cell in row:
            while (at, column) in taken:
                column += 1
            if column >= MOST_COLUMNS:
                last["content"] = [*last["content"], *cell["content"]]  # no word is lost with a column too many
                continue
            wide, high = _span(cell, "colspan", MOST_COLUMNS - column), _span(cell, "rowspan", len(rows) - at)
            wide = next((free for free in range(1, wide) if (at, column + free) in taken), wide)
            taken |= {(at + down, column + right) for down in range(high) for right in range(wide)}
            yield Place(at, column, wide, high, last := cell)


def _span(cell: dict[str, Any], name: str, most: int) -> int:
    return number(cell.get("attrs", {}).get(name), least=1, most=most) or 1


def _with_spans(place: Place) -> dict[str, Any]:
    place.cell["attrs"] = {
        "colspan": place.wide,
        "rowspan": place.high,
        "colwidth": _widths(place.cell.get("attrs", {}).get("colwidth"), place.wide),
    }
    return place.cell


def _widths(value: Any, wide: int) -> list[int] | None:
    if not isinstance(value, list) or len(value) != wide:
        return None
    found = [number(width, least=0, most=WIDEST_COLUMN) for width in value]
    return found if any(found) else None


def _empty_cell() -> dict[str, Any]:
    attributes = {"colspan": 1, "rowspan": 1, "colwidth": None}
    return written("table_cell", attributes, content=[paragraph([])])


def _with_cells(rows: list[list[dict[str, Any]]]) -> list[list[dict[str, Any]]]:
    """A row in which every place is covered from above would have no cell; it says nothing and goes."""
    empty = {at for at, row in enumerate(rows) if not row}
    for place in _placed(rows) if empty else ():
        covered = range(place.row, place.row + place.high)
        place.cell["attrs"]["rowspan"] = len(set(covered) - empty)
    return [row for row in rows if row]
