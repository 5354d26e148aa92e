"""A table that two versions are compared by: row by row, as it is read."""

from __future__ import annotations

from typing import Any

from django.utils.html import escape
from django.utils.safestring import SafeString
from wagtail.admin.compare import BlockComparison, diff_text
from wagtail.contrib.table_block.blocks import TableBlock


class TableComparison(BlockComparison):
    def htmlvalue(self, val: Any) -> str:
        return escape(_rows(val))

    def htmldiff(self) -> SafeString:
        return diff_text(_rows(self.val_a), _rows(self.val_b)).to_html()


class ReadableTableBlock(TableBlock):
    """Wagtail would show what it stores. For the database it stays Wagtail's block."""

    def get_comparison_class(self) -> type[BlockComparison]:
        return TableComparison

    def deconstruct(self) -> tuple[str, Any, Any]:
        _path, args, kwargs = super().deconstruct()
        return f"{TableBlock.__module__}.{TableBlock.__qualname__}", args, kwargs


def _rows(table: dict[str, Any] | None) -> str:
    rows = (table or {}).get("data") or []
    return " / ".join(" | ".join(str(cell or "–") for cell in row) for row in rows)
