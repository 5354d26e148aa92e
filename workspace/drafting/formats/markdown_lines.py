"""The words of a text as Markdown: what looks like a sign of Markdown is written so that it stays what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from workspace.drafting.formats.references import link_to
from workspace.drafting.formats.shapes import Node, plain_text

SIGNS = re.compile(r"([\\`*_\[\]<>|~])|(&)(?=#|\w)")
AT_THE_BEGINNING = re.compile(r"^(\s*)(?:([#+=:-])|(\d{1,9})([.)])(?=\s|$))")
_IN_ADDRESSES = re.compile(r"([\\<>*_`|~\[\]])|(&)(?=#|\w)")
_NOTE_BEGINS = re.compile(r"^(\[\^\d+\]):")
_NO_LETTERS = re.compile(r"[^\w\s]")
TAGS = {"strong": ("**", "strong"), "em": ("*", "em")}


class Lines:
    """Writes inline content and numbers the footnotes on the way."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.footnotes: list[str] = []

    def of_paragraph(self, block: Node) -> list[str]:
        lines = self._inlines(block, "\\\n").split("\n")
        return [_begun(line.strip(" ")) for line in lines] if any(lines) else []

    def in_one_line(self, block: Node) -> str:
        """A heading; a sign at its end would close it."""
        words = self._inlines(block, " ").strip(" ")
        return re.sub(r"(#+)$", r"\\\1", words)

    def in_a_cell(self, blocks: list[Node]) -> str:
        return "<br>".join(self._of_cell(blocks))

    def of_picture(self, attributes: dict[str, Any]) -> list[str]:
        address = f"{self.address.rstrip('/')}/dateien/{attributes['file']}/klein/"
        title = attributes["caption"].replace("\\", "\\\\").replace('"', '\\"')
        behind = f' "{SIGNS.sub(_escaped_again, title)}"' if title else ""
        return [f"![{escaped(attributes['alt'])}]({address}{behind})"]

    def _of_cell(self, blocks: list[Node]) -> Iterator[str]:
        for block in blocks:
            match block["type"]:
                case "paragraph" | "heading":
                    if words := self._inlines(block, "<br>").strip(" "):
                        yield words
                case "picture":
                    yield from self.of_picture(block["attrs"])
                case "table":
                    yield from (escaped(line) for line in plain_text(block).split("\n") if line)
                case "list_item":
                    first, *others = list(self._of_cell(block["content"])) or [""]
                    yield from (f"• {first}", *others)
                case _:
                    yield from self._of_cell(block["content"])

    def _inlines(self, block: Node, line_end: str) -> str:
        nodes = block.get("content", [])
        shown = [self._bare(node, line_end) for node in nodes]
        found = ""
        for href, group in groupby(range(len(nodes)), key=lambda at: _href(nodes[at])):
            inside = ""
            for at in group:
                inside = _beside(inside, _emphasised(nodes, shown, at))
            found = _beside(found, _link(inside, _target(href)) if href else inside)
        return found

    def _bare(self, node: Node, line_end: str) -> str:
        attributes = node.get("attrs", {})
        match node["type"]:
            case "text":
                return escaped(node["text"])
            case "hard_break":
                return line_end
            case "footnote":
                self.footnotes.append(_begun(escaped(attributes["text"]).strip()))
                return f"[^{len(self.footnotes)}]"
        return _link(escaped(attributes["title"]), link_to(attributes["id"], self.address))


def escaped(text: str) -> str:
    return SIGNS.sub(lambda found: f"\\{found[0]}", text)


def _escaped_again(found: re.Match[str]) -> str:
    """In titles of pictures backslashes were doubled before."""
    return found[0] if found[0] == "\\" else f"\\{found[0]}"


def _begun(line: str) -> str:
    """A line that does not begin a heading, a list, a rule or the words of a footnote by chance."""
    line = _NOTE_BEGINS.sub(r"\1\\:", line)
    return AT_THE_BEGINNING.sub(lambda f: f"{f[1]}\\{f[2]}" if f[2] else f"{f[1]}{f[3]}\\{f[4]}", line)


def _href(node: Node) -> str:
    marks = node.get("marks", []) if node["type"] in ("text", "hard_break") else []
    return next((str(mark["attrs"]["href"]) for mark in marks if mark["type"] == "link"), "")


def _target(href: str) -> str:
    target = _IN_ADDRESSES.sub(lambda found: f"\\{found[0]}", href)
    return f"<{target}>" if "(" in target or ")" in target else target


def _beside(before: str, after: str) -> str:
    """An exclamation mark before a link would make a picture of it, a bracket behind a footnote a link."""
    if before.endswith("!") and after.startswith("["):
        return f"{before[:-1]}\\!{after}"
    return f"{before}\\{after}" if before.endswith("]") and after.startswith("(") else before + after


def _link(words: str, target: str) -> str:
    """Words that begin like the number of a footnote would be one."""
    return f"[\\{words}]({target})" if words.startswith("^") else f"[{words}]({target})"


def _emphasised(nodes: list[Node], shown: list[str], at: int) -> str:
    """Stars count between a letter and something else; everywhere else elements of HTML say the same."""
    kinds = [mark["type"] for mark in nodes[at].get("marks", []) if mark["type"] in TAGS]
    text = shown[at]
    words = text.strip(" \u00a0")
    if not kinds or nodes[at]["type"] != "text" or not words:
        return text
    start = text.index(words)
    before, after = text[:start], text[start + len(words) :]
    plain = nodes[at]["text"].strip(" \u00a0")
    is_free = (before or _is_edge(nodes, at - 1, -1)) and (after or _is_edge(nodes, at + 1, 0))
    may_have_stars = is_free and not _NO_LETTERS.match(plain[0]) and not _NO_LETTERS.match(plain[-1])
    for kind in reversed(kinds):
        stars, tag = TAGS[kind]
        words = f"{stars}{words}{stars}" if may_have_stars else f"<{tag}>{words}</{tag}>"
    return f"{before}{words}{after}"


def _is_edge(nodes: list[Node], at: int, side: int) -> bool:
    """Whether neither a letter nor other emphasis touches the words from that side."""
    if not 0 <= at < len(nodes) or nodes[at]["type"] == "hard_break":
        return True
    if any(mark["type"] in TAGS for mark in nodes[at].get("marks", [])):
        return False
    return nodes[at]["type"] != "text" or not nodes[at]["text"][side].isalnum()
