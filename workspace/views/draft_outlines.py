"""With what a draft can begin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Outline:
    """Headings to write under."""

    label: str | Promise
    headings: tuple[str | Promise, ...] = ()

    def document(self) -> dict[str, Any] | None:
        """The text that it makes, in the language of the moment; None for an empty one."""
        blocks: list[dict[str, Any]] = []
        for heading in self.headings:
            words = [{"type": "text", "text": str(heading)}]
            blocks += [{"type": "heading", "attrs": {"level": 1}, "content": words}, {"type": "paragraph"}]
        return {"type": "doc", "content": blocks} if blocks else None


OUTLINES = {
    "empty": Outline(_("With an empty page")),
    "recommendation": Outline(
        _("With the outline of a recommendation"),
        (
            _("What it is about"),
            _("What we recommend"),
            _("Why we recommend it"),
            _("What it needs and what it costs"),
            _("What we do not know yet"),
        ),
    ),
}


def with_words(text: str, outline: dict[str, Any] | None) -> dict[str, Any] | None:
    """These words, a paragraph each, above the headings."""
    words = [{"type": "paragraph", "content": [{"type": "text", "text": line}]} for line in text.splitlines() if line]
    if not words:
        return outline
    return {"type": "doc", "content": [*words, *(outline["content"] if outline else [])]}
