"""How two versions are compared: a table row by row, a text line by line, as they are read."""

from __future__ import annotations

from typing import Any

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from wagtail.admin.compare import BlockComparison, diff_text
from wagtail.blocks import RichTextBlock
from wagtail.contrib.table_block.blocks import TableBlock

from cms.blocks.rendering import plain_text


class TextComparison(BlockComparison):
    """Wagtail would run the last word of a paragraph into the first one of the next."""

    def htmlvalue(self, val: Any) -> str:
        return _in_lines(escape(_lines(val)))

    def htmldiff(self) -> SafeString:
        return _in_lines(diff_text(_lines(self.val_a), _lines(self.val_b)).to_html())


class ReadableTextBlock(RichTextBlock):
    """For the database it stays Wagtail's block."""

    def get_comparison_class(self) -> type[BlockComparison]:
        return TextComparison

    def deconstruct(self) -> tuple[str, Any, Any]:
        _path, args, kwargs = super().deconstruct()
        return "wagtail.blocks.RichTextBlock", args, kwargs


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


def _lines(text: Any) -> str:
    return plain_text(str(getattr(text, "source", text) or ""))


def _in_lines(markup: str) -> SafeString:
    return mark_safe(markup.replace("\n", "<br>"))  # noqa: S308 - escaped by whoever hands it over
