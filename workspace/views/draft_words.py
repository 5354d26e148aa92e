"""Whose words are whose, and what became of lines: as the pages of versions show them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from workspace.drafting.comparing import Change, Op, Row, Run
from workspace.drafting.formats.signed import Sign
from workspace.queries.draft_texts import names_of

AROUND: Final = 1
"""Unchanged lines that stay in sight before and after a change."""
LEAST_FOLDED: Final = 3
PLACES: Final = ("bullet_list", "ordered_list", "blockquote", "callout")
Signer = Callable[[int | None], Sign | None]
"""From an author to the sign that stands beside their words."""


class Signs:
    """Numbers for people: whoever wrote most has the first."""

    def __init__(self, lengths: Iterable[tuple[int, int | None]]) -> None:
        written: Counter[int | None] = Counter()
        for length, author in lengths:
            written[author] += length
        people = [author for author, _length in written.most_common()]
        names = names_of(person for person in people if person is not None)
        self._signs = {
            author: Sign(number, names.get(author or 0, "") or _("not known"))
            for number, author in enumerate(people, 1)
        }

    def __call__(self, author: int | None) -> Sign:
        return self._signs.get(author) or Sign(len(self._signs) + 1, _("not known"))

    @property
    def legend(self) -> list[Sign]:
        return list(self._signs.values())


def signs_of_text(authors: Iterable[Any]) -> Signs:
    """For a text with everybody who wrote in it."""
    return Signs((length, who) for runs in authors for length, who in runs if who is not None)


def signs_of_rows(rows: Iterable[Row]) -> Signs:
    """For a comparison with everybody who wrote something new."""
    runs = (run for row in rows for run in row.runs if run.op == Op.INSERTED and run.text.strip())
    return Signs((len(run.text), run.author) for run in runs)


def unsigned(author: int | None) -> Sign | None:
    """For a comparison in which it does not matter whose words are new."""
    return None


def stretches_of(rows: list[Row], signs: Signer) -> list[dict[str, Any]]:
    """Rows for the page; long stretches in which nothing changed are folded, but for the line beside a change."""
    found: list[dict[str, Any]] = []
    for is_same, group in groupby(rows, key=lambda row: row.change == Change.SAME):
        lines = list(group)
        first = AROUND if found else 0
        last = AROUND if lines[-1] is not rows[-1] else 0
        folded = lines[first : len(lines) - last] if is_same else []
        if len(folded) < LEAST_FOLDED:
            found.append({"rows": [_shown(row, signs) for row in lines]})
            continue
        found.append({"rows": [_shown(row, signs) for row in lines[:first]]})
        label = ngettext("%(n)d paragraph is the same", "%(n)d paragraphs are the same", len(folded))
        found.append({"folded": label % {"n": len(folded)}, "rows": [_shown(row, signs) for row in folded]})
        found.append({"rows": [_shown(row, signs) for row in lines[len(lines) - last :]]})
    return [stretch for stretch in found if stretch["rows"]]


def _shown(row: Row, signs: Signer) -> dict[str, Any]:
    kind = row.after or row.before
    runs = [_run(run, signs) for run in row.runs]
    return {
        "change": row.change.value,
        "said": _said(row),
        "look": _look(kind),
        "runs": runs,
        "old": [run for run in runs if run["op"] != Op.INSERTED],
        "new": [run for run in runs if run["op"] != Op.DELETED],
        "was": bool(row.before),
        "is": bool(row.after),
        "is_new": not row.before,
        "is_gone": not row.after,
    }


def _run(run: Run, signs: Signer) -> dict[str, Any]:
    sign = signs(run.author) if run.op == Op.INSERTED and run.text.strip() else None
    return {"text": run.text, "op": run.op.value, "sign": sign}


def _said(row: Row) -> str:
    """What became of the line, where its words alone do not say it."""
    match row.change:
        case Change.REMOVED:
            return _("%(kind)s deleted") % {"kind": _kind(row.before)}
        case Change.ADDED:
            return _("%(kind)s new") % {"kind": _kind(row.after)}
        case Change.MOVED_AWAY:
            return _("Moved from here")
        case Change.MOVED_HERE:
            return _("Moved to here")
    if row.before == row.after:
        return ""
    kinds = {"before": _kind(row.before), "after": _kind(row.after)}
    if kinds["before"] == kinds["after"]:
        return _("%(kind)s changed in kind or place") % {"kind": kinds["after"]}
    return _("Was: %(before)s, is now: %(after)s") % kinds


def _look(kind: tuple[str, ...]) -> str:
    own = kind[-1].split()[0]
    if own == "paragraph":
        return next((place.split()[0] for place in reversed(kind[:-1]) if place.split()[0] in PLACES), own)
    return own


def _kind(kind: tuple[str, ...]) -> str:
    """What a line is, in a word."""
    match _look(kind):
        case "heading":
            return _("Heading %(level)s") % {"level": kind[-1].split()[1]}
        case "bullet_list":
            return pgettext("kind of line", "Point of a list")
        case "ordered_list":
            return pgettext("kind of line", "Numbered point")
        case "blockquote":
            return pgettext("kind of line", "Quotation")
        case "callout":
            return pgettext("kind of line", "Text in a box")
        case "header" | "row":
            return pgettext("kind of line", "Row of a table")
        case "picture":
            return pgettext("kind of line", "Picture")
    return pgettext("kind of line", "Paragraph")
