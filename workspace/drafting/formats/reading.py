"""Cleaned HTML as nodes, as they come: `checked` puts them in order afterwards."""

from __future__ import annotations

import re
from typing import Any

from bs4 import NavigableString, Tag

from cms.importing.shaping import LOWERED, RAISED
from workspace.drafting.formats.attributes import KINDS
from workspace.drafting.formats.shapes import Node

PICTURE, FOOTNOTE, ENTRY = "kept-picture", "kept-footnote", "kept-entry"
"""Elements put in by us after the cleaning, which lets none of them through."""
MARKS = {"b": "strong", "strong": "strong", "i": "em", "em": "em", "cite": "em"}
INLINE = {*MARKS, "a", "u", "s", "code", "sup", "sub"}
LISTS = {"ul": "bullet_list", "ol": "ordered_list"}
CELLS = {"td": "table_cell", "th": "table_header"}
NO_WORDS = {"table", "thead", "tbody", "tfoot", "tr", "ul", "ol"}
"""Words directly in these are spaces between tags; the cleaning has moved all others out."""
_LEVEL = re.compile(r"h([1-6])")
_SPACES = re.compile(r"[ \t\r\n\f]+")
_RAISED_ONLY = re.compile(r"[0-9+n-]+")

Marks = list[dict[str, Any]]


def read_nodes(element: Tag, highest: int) -> list[Node]:
    """What stands in an element; headings of the level `highest` are the first of the text."""
    return _Reader(highest).inside(element, [])


class _Reader:
    def __init__(self, highest: int) -> None:
        self.highest = highest

    def inside(self, element: Tag, marks: Marks) -> list[Node]:
        found: list[Node] = []
        for child in element.children:
            if element.name in NO_WORDS and not isinstance(child, Tag):
                continue
            if isinstance(child, Tag):
                found.extend(self._node(child, marks))
            elif isinstance(child, NavigableString):
                found.extend(_text(str(child), marks, verbatim=child.find_parent("pre") is not None))
        return found

    def _node(self, tag: Tag, marks: Marks) -> list[Node]:
        if tag.name in INLINE:
            return self._inline(tag, marks)
        if tag.name in LISTS:
            return [self._list(tag)]
        if level := _LEVEL.fullmatch(tag.name):
            depth = min(max(int(level[1]) - self.highest + 1, 1), 3)
            return [{"type": "heading", "attrs": {"level": depth}, "content": self.inside(tag, [])}, *_pictures(tag)]
        if tag.name in CELLS:
            return [{"type": CELLS[tag.name], "attrs": _spans(tag), "content": self.inside(tag, [])}]
        match tag.name:
            case "br":
                return [{"type": "hard_break"}]
            case "hr":
                return []
        if own := _own(tag, marks):
            return [own]
        return [{"type": _kind(tag), "attrs": _attributes(tag), "content": self.inside(tag, [])}]

    def _inline(self, tag: Tag, marks: Marks) -> list[Node]:
        words = tag.get_text()
        if tag.name in ("sup", "sub") and tag.find(True) is None and _RAISED_ONLY.fullmatch(words):
            return _text(words.translate(RAISED if tag.name == "sup" else LOWERED), marks)
        if tag.name in MARKS:
            return self.inside(tag, [*marks, {"type": MARKS[tag.name]}])
        if tag.name == "a":
            return self.inside(tag, [*marks, {"type": "link", "attrs": {"href": str(tag.get("href") or "")}}])
        return self.inside(tag, marks)

    def _list(self, tag: Tag) -> Node:
        """A list that stands between the points of another belongs to the point before it."""
        items: list[Node] = []
        for child in tag.find_all(True, recursive=False):
            inside = self.inside(child, []) if child.name == "li" else self._node(child, [])
            if child.name in LISTS and items:
                items[-1]["content"].extend(inside)
            else:
                items.append({"type": "list_item", "content": inside})
        start = str(tag.get("start") or "")
        order = int(start) if start.isdecimal() and len(start) < 7 else 1
        return {"type": LISTS[tag.name], "attrs": {"order": order}, "content": items}


def _own(tag: Tag, marks: Marks) -> Node | None:
    """What was put in by us in place of a picture, a note or a cross reference."""
    match tag.name:
        case "kept-picture":
            said = {"alt": str(tag["alt"]), "caption": str(tag["caption"])}
            return {"type": "picture", "attrs": {"file": int(str(tag["file"])), **said}}
        case "kept-footnote":
            return {"type": "footnote", "attrs": {"text": str(tag["text"])}}
        case "kept-entry":
            title = str(tag["title"])
            return {"type": "entry", "attrs": {"id": int(str(tag["number"])), "title": title}, "marks": marks}
    return None


def _pictures(heading: Tag) -> list[Node]:
    """Pictures in a heading stand below it."""
    return [own for picture in heading.find_all(PICTURE) if (own := _own(picture, []))]


def _kind(tag: Tag) -> str:
    """The node that an element is; what is none here is a box whose content is taken out of it."""
    match tag.name:
        case "p":
            return "paragraph"
        case "blockquote":
            return "blockquote"
        case "table":
            return "table"
        case "tr":
            return "table_row"
        case "aside":
            return "callout" if callout_of(tag) else "box"
    return "box"


def _attributes(tag: Tag) -> Node:
    return {"kind": callout_of(tag)} if tag.name == "aside" else {}


def callout_of(tag: Tag) -> str:
    """Which of our boxes the classes of an element name."""
    value: Any = tag.get("class") or []
    classes = value if isinstance(value, list) else str(value).split()
    return next((kind for kind in KINDS if f"callout--{kind}" in classes), "")


def _spans(tag: Tag) -> Node:
    """Numbers as they are written; what is too large becomes as large as the table."""
    written = {name: str(tag.get(name) or "") for name in ("colspan", "rowspan")}
    return {name: int(size) for name, size in written.items() if size.isdecimal() and len(size) < 7}


def _text(words: str, marks: Marks, *, verbatim: bool = False) -> list[Node]:
    if not verbatim:
        return [{"type": "text", "text": _SPACES.sub(" ", words), "marks": marks}]
    found: list[Node] = []
    for line in words.split("\n"):
        found += [{"type": "hard_break"}, {"type": "text", "text": line, "marks": marks}]
    return found[1:]
