"""The shared text of a draft: a Yjs document as y-prosemirror writes it, read and changed from Python.

This module alone knows the CRDT library. A Y.XmlText counts in bytes of UTF-8 here, as pycrdt does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from pycrdt import Doc, XmlElement, XmlFragment, XmlText, get_state

from workspace.drafting.authors import DEEPEST, Authors, Runs, children_of
from workspace.drafting.frames import BrokenBytes, Reader
from workspace.drafting.nesting import nests_too_deep

FRAGMENT: Final = "content"
HASHED: Final = re.compile(r"--[A-Za-z0-9+/=]{8}$")
"""What y-prosemirror puts behind the name of a mark that may overlap with others of its kind."""

Node = dict[str, Any]
NOTHING: Final = b"\x00\x00"
"""An update without content."""


class Broken(Exception):
    """Bytes that are no update of such a document."""


class SharedText:
    """The text of one draft in memory. Used by one thread at a time."""

    def __init__(self, base: bytes = b"", authors: list[Runs] | None = None) -> None:
        self._doc: Doc[Any] = Doc()
        self._root: XmlFragment = self._doc.get(FRAGMENT, type=XmlFragment)
        if base:
            self._doc.apply_update(base)
        self._authors = Authors(_texts(self._root), authors or [])
        self._watching = self._root.observe_deep(self._authors.changed)

    def of(self, writer: int | None) -> SharedText:
        """Itself, with what is changed next counted as this person's words."""
        self._authors.who = writer
        return self

    def apply(self, update: bytes) -> None:
        """Take in what is stored. Raises Broken, and is of no use afterwards."""
        try:
            get_state(update)
            self._doc.apply_update(update)
        except BaseException as error:  # a panic inside the library is none of Python's exceptions
            if isinstance(error, KeyboardInterrupt | SystemExit):
                raise
            raise Broken(str(error)) from error

    def take(self, update: bytes) -> None:
        """The same for what somebody sends. What lies deeper than anybody writes is Broken too."""
        try:
            if nests_too_deep(update):
                raise Broken("nested too deep")
        except BrokenBytes as error:
            raise Broken("cannot be read") from error
        self._authors.deepest = 0
        self.apply(update)
        if self._authors.deepest > DEEPEST:
            raise Broken("too deep")

    def those_that_wait(self, updates: Iterable[bytes]) -> Iterator[bool]:
        """For each of these, which were applied, whether it waits for something that has not come yet."""
        known = Reader(self.state())
        clocks = {known.number(): known.number() for _each in range(known.number())}
        for update in updates:
            reader = Reader(update)
            if not reader.number():
                yield False
                continue
            _count, client, begins = reader.number(), reader.number(), reader.number()
            yield begins >= clocks.get(client, 0)

    def state(self) -> bytes:
        """What is known of each writer, as Yjs's state vector."""
        return self._doc.get_state()

    def since(self, state: bytes = b"\x00") -> bytes:
        """The update that brings somebody with this state vector up to date. Raises Broken."""
        try:
            return self._doc.get_update(state)
        except ValueError as error:
            raise Broken(str(error)) from error

    def whole(self) -> bytes:
        """Everything, as one update."""
        return self._doc.get_update()

    def as_json(self) -> Node:
        """ProseMirror's JSON, with places of comments and suggestions."""
        return {"type": "doc", "content": [node for child in self._root.children for node in _nodes(child)]}

    def authors(self) -> list[Runs]:
        """For each Y.XmlText, in order, pairs of a length in bytes and a user."""
        return self._authors.of(_texts(self._root))

    def authors_of_blocks(self) -> list[Runs]:
        """The same for each textblock, with lengths in characters as ProseMirror counts them (UTF-16)."""
        found = []
        for block in _textblocks(self._root):
            runs: Runs = []
            for child in block.children:
                if isinstance(child, XmlText):
                    runs += _in_characters(_words(child), self._authors.of([child])[0])
                else:
                    runs.append([1, None])
            found.append(runs)
        return found

    def write(self, document: Node) -> bytes:
        """Put this text in the place of the present one. Returns the update that does it."""
        before = self.state()
        with self._doc.transaction():
            while len(self._root.children):
                del self._root.children[0]
            for node in document.get("content", []):
                _append(self._root, node)
        return self.since(before)

    def blocks(self) -> list[Node]:
        """What `take_out` counts: one node for each block, with places of comments and suggestions."""
        found = ([*_nodes(child)] for child in self._root.children)
        return [nodes[0] if len(nodes) == 1 else {"type": "paragraph", "content": nodes} for nodes in found]

    def add(self, document: Node) -> bytes:
        """Put this text after the present one. Returns the update that does it."""
        before = self.state()
        with self._doc.transaction():
            for node in document.get("content", []):
                _append(self._root, node)
        return self.since(before)

    def take_out(self, first: int, last: int) -> bytes:
        """Take blocks out; all others stay with their remarks and authors. Returns the update that does it."""
        before = self.state()
        with self._doc.transaction():
            for _block in range(first, last):
                del self._root.children[first]
        return self.since(before)

    def mark(self, name: str, value: str, block: int, start: int, end: int) -> bytes:
        """Give a passage of a textblock a mark `name` with the id `value`. Returns the update.

        `start` and `end` are ProseMirror's offsets in the textblock, in which an inline atom counts 1.
        """
        before = self.state()
        with self._doc.transaction():
            for text, first, last in self._pieces(block, start, end):
                text.format(first, last, {_key(name, value): {"id": value}})
        return self.since(before)

    def unmark(self, name: str, value: str) -> bytes:
        """Take this mark away, wherever it is by now. Returns the update."""
        before = self.state()
        with self._doc.transaction():
            for text, first, last, key in self._marked(name, value):
                text.format(first, last, {key: None})
        return self.since(before)

    def marked(self, name: str, value: str) -> str:
        """The words that carry the mark now; empty where they are gone."""
        return "".join(
            _words(text).encode()[first:last].decode() for text, first, last, _key in self._marked(name, value)
        )

    def replace_marked(self, name: str, value: str, words: str) -> bytes:
        """Put these words in the place of those that carry the mark, as they were formatted. Returns the update."""
        before = self.state()
        with self._doc.transaction():
            places = self._marked(name, value)
            for number, (text, first, last, key) in reversed(list(enumerate(places))):
                kept = {k: v for k, v in _format_at(text, first).items() if k != key}
                del text[first:last]
                if number == 0 and words:
                    text.insert(first, words, kept)
        return self.since(before)

    def _pieces(self, block: int, start: int, end: int) -> Iterator[tuple[XmlText, int, int]]:
        """The Y.XmlTexts of a passage, each with its part of it in bytes."""
        blocks = list(_textblocks(self._root))
        at = 0
        for child in blocks[block].children if block < len(blocks) else ():
            words = _words(child) if isinstance(child, XmlText) else ""
            size = length(words) if isinstance(child, XmlText) else 1
            first, last = max(start, at) - at, min(end, at + size) - at
            if isinstance(child, XmlText) and first < last:
                yield child, _bytes_before(words, first), _bytes_before(words, last)
            at += size

    def _marked(self, name: str, value: str) -> list[tuple[XmlText, int, int, str]]:
        found = []
        for text in _texts(self._root):
            at = 0
            for _words_of_run, size, marks in _runs_of(text):
                for key, mark in marks.items():
                    if HASHED.sub("", key) == name and isinstance(mark, Mapping) and mark.get("id") == value:
                        found.append((text, at, at + size, key))
                at += size
        return found


def _runs_of(text: XmlText) -> Iterator[tuple[str, int, dict[str, Any]]]:
    """Words, their length as stored, and their marks. What stands there and is no word counts one and says nothing."""
    for words, marks in text.diff():
        is_words = isinstance(words, str)
        yield words if is_words else "", len(words.encode()) if is_words else 1, marks or {}


def _key(name: str, value: str) -> str:
    """Eight signs behind the name, as y-prosemirror expects of marks that overlap."""
    return f"{name}--{value:0>8}"


def _nodes(node: Any, depth: int = 1) -> Iterator[Node]:
    if isinstance(node, XmlText):
        for words, _size, marks in _runs_of(node):
            if not words:
                continue
            text: Node = {"type": "text", "text": words}
            if marks:
                text["marks"] = [_mark(key, marks[key]) for key in sorted(marks)]
            yield text
        return
    found: Node = {"type": node.tag}
    if attributes := {key: _plain(value) for key, value in node.attributes}:
        found["attrs"] = attributes
    if content := [inner for child in children_of(node, depth) for inner in _nodes(child, depth + 1)]:
        found["content"] = content
    yield found


def _mark(key: str, value: Any) -> Node:
    mark: Node = {"type": HASHED.sub("", key)}
    if isinstance(value, Mapping) and value:
        mark["attrs"] = {name: _plain(one) for name, one in value.items()}
    return mark


def _plain(value: Any) -> Any:
    """Numbers come out of the document as floats."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return value


def _append(parent: XmlFragment | XmlElement, node: Node) -> None:
    """A node at the end of its parent; neighbouring texts go into one Y.XmlText, as y-prosemirror has it."""
    if node["type"] == "text":
        text = parent.children[len(parent.children) - 1] if len(parent.children) else None
        if not isinstance(text, XmlText):
            text = parent.children.append(XmlText(""))
        text.insert(len(text), node["text"], {mark["type"]: mark.get("attrs") or {} for mark in node.get("marks", ())})
        return
    element = parent.children.append(XmlElement(node["type"]))
    for key, value in (node.get("attrs") or {}).items():
        if value is not None:
            element.attributes[key] = value
    for child in node.get("content", ()):
        _append(element, child)


def _texts(node: Any, depth: int = 0) -> Iterator[XmlText]:
    for child in children_of(node, depth):
        if isinstance(child, XmlText):
            yield child
        else:
            yield from _texts(child, depth + 1)


def _textblocks(node: Any, depth: int = 0) -> Iterator[XmlElement]:
    for child in children_of(node, depth):
        if isinstance(child, XmlText):
            continue
        if child.tag in ("paragraph", "heading"):
            yield child
        else:
            yield from _textblocks(child, depth + 1)


def _words(text: XmlText) -> str:
    return "".join(words for words, _size, _marks in _runs_of(text))


def _format_at(text: XmlText, at: int) -> dict[str, Any]:
    passed = 0
    for _words_of_run, size, marks in _runs_of(text):
        passed += size
        if passed > at:
            return dict(marks)
    return {}


def length(words: str) -> int:
    """As JavaScript counts."""
    return len(words.encode("utf-16-le")) // 2


def _bytes_before(words: str, characters: int) -> int:
    """How many bytes of UTF-8 stand before so many characters of UTF-16."""
    return len(words.encode("utf-16-le")[: 2 * characters].decode("utf-16-le", "ignore").encode())


def _in_characters(words: str, runs: Runs) -> Runs:
    stored, at = words.encode(), 0
    found: Runs = []
    for size, who in runs:
        assert size is not None
        found.append([length(stored[at : at + size].decode("utf-8", "ignore")), who])
        at += size
    return found
