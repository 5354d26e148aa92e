"""What is wrong in the parts of a text, each problem with the path that leads to it: `body.2.image`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wagtail.blocks import StreamBlock, StreamBlockValidationError, StreamValue


def problems_of(
    block: StreamBlock, text: StreamValue, *, in_field: str, unfinished: bool = False
) -> dict[str, list[str]]:
    """Path -> sentences. An `unfinished` text may lack what only a published one must have."""
    clean = block.clean_deferred if unfinished else block.clean
    try:
        clean(text)
    except StreamBlockValidationError as error:
        found: dict[str, list[str]] = {}
        for path, sentence in _told(error.as_json_data(), in_field):
            found.setdefault(path, []).append(sentence)
        return found
    return {}


def _told(error: dict[str, Any], path: str) -> Iterator[tuple[str, str]]:
    """Wagtail gives errors as its editor reads them: `messages` here, `blockErrors` by number or name below."""
    for sentence in error.get("messages", ()):
        yield path, str(sentence)
    for key, inner in error.get("blockErrors", {}).items():
        yield from _told(inner, f"{path}.{key}")
