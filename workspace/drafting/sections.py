"""The parts of a text that stand under a heading, up to the next one of the same rank."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from workspace.drafting.formats.shapes import plain_text


@dataclass(frozen=True)
class Section:
    """Blocks of a text from `first` to before `last`."""

    first: int
    last: int
    level: int
    words: str
    """Of its heading."""

    @property
    def key(self) -> str:
        """Another one when another heading stands there, so that nobody takes out what they did not choose."""
        return f"{self.first}-{hashlib.sha256(self.words.encode()).hexdigest()[:8]}"


def sections_of(blocks: Sequence[dict[str, Any]]) -> list[Section]:
    """Of the blocks of a text. Headings inside of quotes, boxes and tables divide nothing."""
    levels = {at: _level(block) for at, block in enumerate(blocks) if block["type"] == "heading"}
    found = []
    for first, level in levels.items():
        last = next((at for at, other in levels.items() if at > first and other <= level), len(blocks))
        words = plain_text({"type": "doc", "content": [blocks[first]]}).strip()
        found.append(Section(first, last, level, words))
    return found


def _level(heading: dict[str, Any]) -> int:
    level = heading.get("attrs", {}).get("level", 1)
    return level if isinstance(level, int) else 1
