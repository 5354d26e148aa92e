"""Real editors' steps in a shared text, run in Node."""

from __future__ import annotations

from base64 import b64decode, b64encode
from pathlib import Path
from typing import Any

from tests.node import run_module

MODULE = Path(__file__).with_name("editing.mjs")


def edited(node: str, *steps: dict[str, Any]) -> list[tuple[list[bytes], dict[str, Any]]]:
    """For each step the updates that its editor sends, and the text that it then shows."""
    given = [{**step, "update": b64encode(step["update"]).decode()} if "update" in step else step for step in steps]
    return [
        ([b64decode(update) for update in found["sent"]], found["sees"]) for found in run_module(node, MODULE, given)
    ]


def doc(*content: dict[str, Any]) -> dict[str, Any]:
    return {"type": "doc", "content": list(content)}


def paragraph(*content: dict[str, Any] | str) -> dict[str, Any]:
    return {"type": "paragraph", "content": [text(one) if isinstance(one, str) else one for one in content]}


def text(words: str, *marks: dict[str, Any]) -> dict[str, Any]:
    return {"type": "text", "text": words, **({"marks": list(marks)} if marks else {})}


STRONG = {"type": "strong"}
EVERYTHING = doc(
    {"type": "heading", "attrs": {"level": 2}, "content": [text("Größe 😀 zählt")]},
    paragraph(
        "Ein ",
        text("fettes", STRONG),
        " Wort, ",
        text("ein Link", {"type": "link", "attrs": {"href": "https://forum.example/"}}),
        {"type": "hard_break"},
        {"type": "footnote", "attrs": {"text": "Quelle: Landkreis"}},
        " und ",
        {"type": "entry", "attrs": {"id": 7, "title": "Haus der Begegnung"}},
    ),
    {
        "type": "ordered_list",
        "attrs": {"order": 3},
        "content": [{"type": "list_item", "content": [paragraph("Punkt")]}],
    },
    {"type": "callout", "attrs": {"kind": "important"}, "content": [paragraph("Merken")]},
    {"type": "picture", "attrs": {"file": 5, "alt": "Ein Haus", "caption": ""}},
    {
        "type": "table",
        "content": [
            {
                "type": "table_row",
                "content": [
                    {
                        "type": "table_header",
                        "attrs": {"colspan": 1, "rowspan": 1, "colwidth": None},
                        "content": [paragraph("Kopf")],
                    },
                    {
                        "type": "table_cell",
                        "attrs": {"colspan": 1, "rowspan": 1, "colwidth": None},
                        "content": [paragraph("Zelle <x>")],
                    },
                ],
            }
        ],
    },
)
