"""What comes of reading a file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Failure(StrEnum):
    """Why there is no text. `cms.models.FileText` says each in a sentence."""

    TOO_LARGE = "too_large"
    UNKNOWN = "unknown"
    PROTECTED = "protected"
    DAMAGED = "damaged"
    TOO_LONG = "too_long"
    TOO_MUCH = "too_much"
    EMPTY = "empty"


class Unreadable(Exception):
    """This file gives no text."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.value)
        self.failure = failure


class CutShort(Exception):
    """A reader stops here, because the rest is beyond its limits; what it gave so far is kept."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text, or why there is none. `is_cut`: the file goes on."""

    text: str = ""
    failure: Failure | None = None
    is_cut: bool = False
