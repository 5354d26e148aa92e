"""Tables from elsewhere as values of the table block: plain text in a rectangle of cells."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

MOST_COLUMNS = 50
"""A table with more is a mistake or an attack; what stands further right is dropped."""
LONGEST_CAPTION = 200


@dataclass
class Cell:
    is_header: bool
    wide: int = 1
    high: int = 1
    words: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return " ".join("".join(self.words).split())


class TableReader:
    """Takes in tags and words of one table; a cell that spans others leaves empty ones: columns stay in line."""

    def __init__(self) -> None:
        self.rows: list[list[Cell]] = []
        self.caption: list[str] = []
        self._words: list[str] | None = None
        self._covered: dict[int, int] = {}
        """Column -> how many more rows a cell from above reaches down there."""

    def begin(self, tag: str, attributes: dict[str, str | None]) -> None:
        match tag:
            case "tr":
                self.rows.append([])
            case "td" | "th":
                self._place(Cell(tag == "th", _span(attributes.get("colspan")), _span(attributes.get("rowspan"))))
            case "caption":
                self._words = self.caption

    def end(self, tag: str) -> None:
        if tag in ("td", "th", "caption"):
            self._words = None

    def text(self, text: str) -> None:
        if self._words is not None:
            self._words.append(text)

    def value(self) -> dict[str, Any] | None:
        """A value of the table block with its caption, or None for a table without words."""
        rows = [row for row in self.rows if row]
        if not any(str(cell) for row in rows for cell in row):
            return None
        width = max(len(row) for row in rows)
        first_row = len(rows) > 1 and all(cell.is_header for cell in rows[0])
        first_column = width > 1 and all(row[0].is_header for row in rows[first_row:])
        return {
            "caption": " ".join("".join(self.caption).split())[:LONGEST_CAPTION],
            "table": {
                "data": [[str(cell) for cell in row] + [""] * (width - len(row)) for row in rows],
                "table_header_choice": header_choice(first_row, first_column),
                "first_row_is_table_header": first_row,
                "first_col_is_header": first_column,
                "table_caption": "",
                "cell": [],
                "mergeCells": [],
            },
        }

    def _place(self, cell: Cell) -> None:
        if not self.rows:
            self.rows.append([])
        row = self.rows[-1]
        while self._covered.get(len(row), 0) > 0:
            self._covered[len(row)] -= 1
            row.append(Cell(is_header=cell.is_header))
        self._words = cell.words
        for part in [cell, *(Cell(cell.is_header) for _ in range(cell.wide - 1))]:
            if len(row) < MOST_COLUMNS:
                self._covered[len(row)] = cell.high - 1
                row.append(part)


def _span(number: str | None) -> int:
    return min(max(int(number), 1), MOST_COLUMNS) if number and number.isdecimal() and len(number) < 6 else 1


def header_choice(first_row: bool, first_column: bool) -> str:
    """Wagtail's word for which cells are headers."""
    if first_row:
        return "both" if first_column else "row"
    return "column" if first_column else "neither"
