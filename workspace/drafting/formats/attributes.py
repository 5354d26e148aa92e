"""What attributes, marks and words of a text may be: of the right type, and nothing that a file could not hold."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

KINDS = ("note", "important", "example")
"""Of boxes."""
LONGEST_ADDRESS = 2000
_NOT_TEXT = re.compile("[^\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]")
"""Control characters, halves of characters, and those that XML knows to be none."""
_GAPS = re.compile(r"[\t\r\n]")
_IN_NO_ADDRESS = re.compile(r"[\s<>\"]")
_ORDER = ("strong", "em", "link", "comment", "suggestion")


def words(value: Any) -> str:
    """A text of one line; nothing for what is none."""
    return _NOT_TEXT.sub("", _GAPS.sub(" ", value)) if isinstance(value, str) else ""


def number(value: Any, *, least: int, most: int = 2**53) -> int:
    """A whole number, at most `most`; 0 for what is none or smaller than `least`."""
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return min(value, most) if is_number and value >= least else 0


def written(kind: str, attrs: Any = None, marks: Any = None, content: Any = None) -> dict[str, Any]:
    """A node as ProseMirror writes it: what is empty is left out."""
    node: dict[str, Any] = {"type": kind}
    for name, value in (("attrs", attrs), ("content", content), ("marks", marks)):
        if value:
            node[name] = value
    return node


def paragraph(inlines: list[dict[str, Any]]) -> dict[str, Any]:
    return written("paragraph", content=inlines)


def text_node(value: Any, marks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    text = words(value)
    return [{"type": "text", "text": text, **({"marks": marks} if marks else {})}] if text else []


def known_marks(node: dict[str, Any]) -> list[dict[str, Any]]:
    """The marks of a node that drafts know, each once and always in the same order."""
    marks = node.get("marks")
    found: dict[tuple[int, str], dict[str, Any]] = {}
    for mark in marks if isinstance(marks, list) else ():
        attributes = mark.get("attrs") if isinstance(mark, dict) else None
        name = mark.get("type") if isinstance(mark, dict) else None
        if known := _known_mark(name, attributes if isinstance(attributes, dict) else {}):
            which = str(known["attrs"]["id"]) if name in ("comment", "suggestion") else ""
            found.setdefault((_ORDER.index(str(name)), which), known)
    return [found[key] for key in sorted(found)]


def _known_mark(name: Any, attributes: dict[str, Any]) -> dict[str, Any] | None:
    match name:
        case "strong" | "em":
            return {"type": name}
        case "link":
            href = address(attributes.get("href"))
            return {"type": "link", "attrs": {"href": href}} if href else None
        case "comment" | "suggestion":
            which = words(attributes.get("id"))
            return {"type": name, "attrs": {"id": which}} if which else None
    return None


def address(value: Any) -> str:
    """Where a link may lead: to other servers and to mailboxes; nothing for anything else."""
    href = value.strip() if isinstance(value, str) else ""
    if len(href) > LONGEST_ADDRESS or _IN_NO_ADDRESS.search(href) or words(href) != href:
        return ""
    try:
        parts = urlsplit(href)
    except ValueError:
        return ""
    leads = parts.netloc if parts.scheme in ("http", "https") else parts.path if parts.scheme == "mailto" else ""
    return href if leads else ""
