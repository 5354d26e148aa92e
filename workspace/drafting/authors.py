"""Who wrote which piece of a shared text, kept up to date from what its document says has changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from pycrdt import XmlText

Runs = list[list[int | None]]
"""Pairs of a length in bytes and a user; nobody where it is not known."""
DEEPEST: Final = 100
"""Nodes inside of each other; what lies deeper was written by no editor, and nobody reads it."""


class Authors:
    """For each Y.XmlText its runs. What is put in belongs to `who`; formatting and deleting change nobody's words."""

    def __init__(self, texts: Iterable[XmlText], known: list[Runs]) -> None:
        self.who: int | None = None
        self.deepest = 0
        """How deep the deepest lies of what came in."""
        self._runs: dict[int, Runs] = {}
        for number, text in enumerate(texts):
            runs = known[number] if number < len(known) else []
            self._runs[hash(text)] = _fitting(runs, len(text))

    def of(self, texts: Iterable[XmlText]) -> list[Runs]:
        """The runs of these texts."""
        return [_joined(_fitting(self._runs.get(hash(text), []), len(text))) for text in texts]

    def changed(self, events: list[Any]) -> None:
        """What the document reports after each change."""
        for event in events:
            if isinstance(event.target, XmlText):
                key = hash(event.target)
                self._runs[key] = self._after(self._runs.get(key, []), event.delta)
            else:
                depth = len(event.path)
                for change in event.delta:
                    for node in change.get("insert", ()):
                        self._came(node, depth + 1)

    def _came(self, node: Any, depth: int) -> None:
        self.deepest = max(self.deepest, depth)
        if isinstance(node, XmlText):
            self._runs[hash(node)] = [[len(node), self.who]]
            return
        for child in children_of(node, depth):
            self._came(child, depth + 1)

    def _after(self, runs: Runs, delta: list[dict[str, Any]]) -> Runs:
        result: Runs = []
        rest = [list(run) for run in runs]
        for change in delta:
            if "insert" in change:
                words = change["insert"]
                result.append([len(words.encode()) if isinstance(words, str) else 1, self.who])
            elif "retain" in change:
                result += _taken(rest, int(change["retain"]))
            else:
                _taken(rest, int(change["delete"]))
        return _joined(result + rest)


def children_of(node: Any, depth: int) -> Iterable[Any]:
    """What lies in a node that itself lies so deep."""
    return node.children if depth <= DEEPEST else ()


def _taken(runs: Runs, length: int) -> Runs:
    """The first bytes of these runs, which are shortened by them."""
    taken: Runs = []
    while length > 0 and runs:
        size = runs[0][0] or 0
        if size <= length:
            taken.append(runs.pop(0))
        else:
            taken.append([length, runs[0][1]])
            runs[0][0] = size - length
        length -= size
    return taken


def _joined(runs: Iterable[list[int | None]]) -> Runs:
    """Neighbours of the same person as one."""
    result: Runs = []
    for length, who in runs:
        if not length:
            continue
        if result and result[-1][1] == who:
            result[-1][0] = (result[-1][0] or 0) + length
        else:
            result.append([length, who])
    return result


def _fitting(runs: Runs, length: int) -> Runs:
    """Exactly as long as the text: what nobody is known for belongs to nobody."""
    rest = [list(run) for run in runs]
    taken = _taken(rest, length)
    missing = length - sum(size or 0 for size, _who in taken)
    return [*taken, [missing, None]] if missing > 0 else taken
