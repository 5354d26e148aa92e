"""Content -> text, within the limits that a reader can keep by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress

from cms.extracting.documents import READERS
from cms.extracting.limits import MOST_BYTES, MOST_CHARACTERS
from cms.extracting.outcome import CutShort, Extracted, Failure, Unreadable
from cms.extracting.recognising import format_of

LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"})
INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\ud800-\udfff]")
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
HYPHENATED = re.compile(r"(?<=[^\W\d_])[-‐]\n(?=[a-zäöüß])(?!(?:und|oder|bzw|sowie|and|or)\b)")
"""A word that the end of a line divides; “Vor- und Nachteile” has its hyphen for another reason."""


def read(content: bytes) -> Extracted:
    """The text of a file, or why there is none. What the libraries raise on a broken file means that it is damaged."""
    if len(content) > MOST_BYTES:
        return Extracted(failure=Failure.TOO_LARGE)
    try:
        text, is_cut = _collect(READERS[format_of(content)](content))
    except Unreadable as reason:
        return Extracted(failure=reason.failure)
    except MemoryError:
        return Extracted(failure=Failure.TOO_MUCH)
    except Exception:  # five libraries, and hostile files: whatever it is, there is no text
        return Extracted(failure=Failure.DAMAGED)
    if not text:
        return Extracted(failure=Failure.EMPTY)
    return Extracted(text, is_cut=is_cut)


def tidy(text: str) -> str:
    """Plain text as it is read: divided words whole again, nothing invisible, one blank between words."""
    text = CONTROLS.sub(" ", INVISIBLE.sub("", text.translate(LIGATURES).replace("\r\n", "\n")))
    lines = (" ".join(line.split()) for line in HYPHENATED.sub("", text).split("\n"))
    return "\n".join(line for line in lines if line)


def _collect(pieces: Iterator[str]) -> tuple[str, bool]:
    kept: list[str] = []
    size = 0
    with suppress(CutShort):
        for piece in pieces:
            piece = tidy(piece[: 2 * MOST_CHARACTERS])
            if piece:
                kept.append(piece)
                size += len(piece) + 1
            if size > MOST_CHARACTERS:
                break
        else:
            return "\n".join(kept), False
    text = "\n".join(kept)
    return text[:MOST_CHARACTERS], True
