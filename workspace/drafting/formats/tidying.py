"""Texts from elsewhere without what only programs put into them: spaces at edges, double spaces, empty paragraphs."""

from __future__ import annotations

import re

from workspace.drafting.formats.attributes import paragraph
from workspace.drafting.formats.shapes import TEXTBLOCKS, Node

_SPACES = re.compile(r" {2,}")


def tidied(node: Node) -> Node:
    """Of a checked text."""
    if node["type"] in TEXTBLOCKS:
        return {**node, "content": _trimmed(node.get("content", []))}
    if "content" not in node:
        return node
    children = [tidied(child) for child in node["content"]]
    kept = [child for child in children if child["type"] not in TEXTBLOCKS or child["content"]]
    if node["type"] == "list_item" and (not kept or kept[0]["type"] != "paragraph"):
        kept.insert(0, paragraph([]))
    return {**node, "content": kept or [paragraph([])]}


def _trimmed(inlines: list[Node]) -> list[Node]:
    found: list[Node] = []
    after_space = True
    for node in inlines:
        if node["type"] == "text":
            words = _SPACES.sub(" ", node["text"])
            words = words.lstrip(" ") if after_space else words
            if words:
                found.append({**node, "text": words})
                after_space = words.endswith(" ")
            continue
        if node["type"] == "hard_break":
            _trim_end(found)
            if not found:
                continue
        found.append(node)
        after_space = node["type"] == "hard_break"
    while found and found[-1]["type"] == "hard_break":
        found.pop()
    _trim_end(found)
    says_something = any(node["type"] != "text" or node["text"].strip() for node in found)
    return found if says_something else []


def _trim_end(found: list[Node]) -> None:
    if found and found[-1]["type"] == "text":
        words = found[-1]["text"].rstrip(" ")
        found[-1:] = [{**found[-1], "text": words}] if words else []
