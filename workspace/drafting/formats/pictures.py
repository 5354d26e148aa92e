"""What is shown of a stored file where a text goes out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Picture:
    """The picture of a stored file, as the reader of the text may see it."""

    url: str
    content: bytes
    content_type: str


Pictures = Callable[[int], Picture | None]
"""From the number of a stored file; None where there is none, or none for this reader."""
KeepPicture = Callable[[bytes, str, str], int | None]
"""Stores a picture that came along (content, name, description) and says its number; None where it was not kept."""
