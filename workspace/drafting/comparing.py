"""Two texts of a draft beside each other: which words stayed, went and came, and who wrote them.

Lines are compared first (a paragraph, a point of a list, a row of a table, a picture), then the words in those that
belong together. Nothing is lost: what stayed and went is the old text in its order, what stayed and came is the new.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby
from typing import Any, Final

from workspace.drafting.lines import Line, lines_of
from workspace.drafting.pairing import pairs_of

TOKEN: Final = re.compile(r"\w+|\s+|[^\w\s]")
MOST_COMPARISONS: Final = 4_000_000
"""Words of one line times words of the other; a longer one is shown as gone and come."""
LEAST_MOVED: Final = 3
"""Words of a line that counts as moved: shorter ones are the same by chance."""


class Op(StrEnum):
    """What became of words."""

    KEPT = "kept"
    RESTYLED = "restyled"
    DELETED = "deleted"
    INSERTED = "inserted"


class Change(StrEnum):
    """What became of a line."""

    SAME = "same"
    CHANGED = "changed"
    REMOVED = "removed"
    ADDED = "added"
    MOVED_AWAY = "moved-away"
    MOVED_HERE = "moved-here"


@dataclass(frozen=True)
class Run:
    """Words of one person with one fate."""

    text: str
    op: Op
    author: int | None = None


@dataclass(frozen=True)
class Row:
    """A line as it was and as it is; `before` or `after` is what kind of line it is, empty where there is none."""

    change: Change
    runs: tuple[Run, ...]
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


def compared(old: Any, new: Any, old_authors: Any = (), new_authors: Any = ()) -> list[Row]:
    """Texts in ProseMirror's JSON with pairs of length and user for each textblock, as versions keep them."""
    before, after = lines_of(old, old_authors), lines_of(new, new_authors)
    found = list(_side_by_side(before, after))
    gone = {one.text for one, other in found if one and not other and _is_telling(one)}
    came = {other.text for one, other in found if other and not one and _is_telling(other)}
    return [_row(one, other, gone & came) for one, other in found]


def _side_by_side(before: list[Line], after: list[Line]) -> Iterator[tuple[Line | None, Line | None]]:
    matcher = SequenceMatcher(lambda text: not text.strip(), [one.text for one in before], [one.text for one in after])
    for what, i1, i2, j1, j2 in matcher.get_opcodes():
        if what == "equal":
            yield from zip(before[i1:i2], after[j1:j2], strict=True)
        else:
            yield from _belonging_together(before[i1:i2], after[j1:j2])


def _belonging_together(before: list[Line], after: list[Line]) -> Iterator[tuple[Line | None, Line | None]]:
    i = j = 0
    for one, other in [*pairs_of([b.text for b in before], [a.text for a in after]), (len(before), len(after))]:
        yield from ((line, None) for line in before[i:one])
        yield from ((None, line) for line in after[j:other])
        if one < len(before):
            yield before[one], after[other]
        i, j = one + 1, other + 1


def _row(before: Line | None, after: Line | None, moved: set[str]) -> Row:
    if before is None or after is None:
        return _alone(before, after, moved)
    runs = tuple(_runs(before, after))
    is_same = before.kind == after.kind and all(run.op == Op.KEPT for run in runs)
    return Row(Change.SAME if is_same else Change.CHANGED, runs, before.kind, after.kind)


def _alone(before: Line | None, after: Line | None, moved: set[str]) -> Row:
    if after is not None:
        runs = tuple(_of_authors(after, 0, len(after.text), Op.INSERTED))
        return Row(Change.MOVED_HERE if after.text in moved else Change.ADDED, runs, after=after.kind)
    assert before is not None
    runs = tuple(_of_authors(before, 0, len(before.text), Op.DELETED))
    return Row(Change.MOVED_AWAY if before.text in moved else Change.REMOVED, runs, before=before.kind)


def _is_telling(line: Line) -> bool:
    return len(line.text.split()) >= LEAST_MOVED


def _runs(before: Line, after: Line) -> Iterator[Run]:
    for is_kept, (i1, i2), (j1, j2) in _stretches(before.text, after.text):
        if is_kept:
            yield from _kept(before, i1, after, j1, j2)
        else:
            yield from _of_authors(before, i1, i2, Op.DELETED)
            yield from _of_authors(after, j1, j2, Op.INSERTED)


Span = tuple[int, int]


def _stretches(old: str, new: str) -> Iterator[tuple[bool, Span, Span]]:
    """Whether kept, from where to where in the old line, and in the new one. Spaces between changes change too."""
    if old == new:
        yield True, (0, len(old)), (0, len(new))
        return
    a, b = TOKEN.findall(old), TOKEN.findall(new)
    starts_a, starts_b = _starts(a), _starts(b)
    if len(a) * len(b) > MOST_COMPARISONS:
        yield False, (0, len(old)), (0, len(new))
        return
    codes = SequenceMatcher(str.isspace, a, b).get_opcodes()
    kept = [_stays(number, codes, a) for number in range(len(codes))]
    for is_kept, group in groupby(zip(kept, codes, strict=True), key=lambda pair: pair[0]):
        spans = [code for _kept, code in group]
        (_w, i1, _i, j1, _j), (_w, _i, i2, _j, j2) = spans[0], spans[-1]
        yield is_kept, (starts_a[i1], starts_a[i2]), (starts_b[j1], starts_b[j2])


def _stays(number: int, codes: list[Any], tokens: list[str]) -> bool:
    what, first, last, _j1, _j2 = codes[number]
    if what != "equal":
        return False
    is_between = 0 < number < len(codes) - 1
    return not (is_between and all(token.isspace() for token in tokens[first:last]))


def _starts(tokens: list[str]) -> list[int]:
    """Where each token begins, and where the last one ends."""
    starts = [0]
    for token in tokens:
        starts.append(starts[-1] + len(token))
    return starts


def _kept(before: Line, start: int, after: Line, first: int, last: int) -> Iterator[Run]:
    """Words that stayed, apart where they look different now."""
    shift = start - first
    places = range(first, last)
    fates = groupby(places, key=lambda at: (before.styles[at + shift] == after.styles[at], after.authors[at]))
    for (is_same, author), group in fates:
        at = list(group)
        yield Run(after.text[at[0] : at[-1] + 1], Op.KEPT if is_same else Op.RESTYLED, author)


def _of_authors(line: Line, first: int, last: int, op: Op) -> Iterator[Run]:
    for author, group in groupby(range(first, last), key=lambda at: line.authors[at]):
        at = list(group)
        yield Run(line.text[at[0] : at[-1] + 1], op, author)
