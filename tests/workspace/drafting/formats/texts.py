"""Texts of drafts for tests, written shortly."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image

from workspace.drafting.formats.pictures import Picture

Node = dict[str, Any]
STRONG, EM = {"type": "strong"}, {"type": "em"}
HOSTILE = (
    "<script>alert(1)</script>",
    "a ]]> b",
    "a | b \\| c",
    "\\ back \\\\ slashes \\n",
    "<img src=x onerror=alert(1)>",
    "**no** _emphasis_ `code` ~~gone~~ [^1] [link](https://a.example) &amp; &lt;",
    "Donaudampfschifffahrtsgesellschaft" * 30,
    "שלום עולם مرحبا",
    "👩‍👩‍👧 🏡 😀",
    "# no heading",
    "- no point",
    "1. no number",
    "---",
    "[^1]: no note",
    "> no quotation",
    "=====",
    "{{ 7*7 }} {% now %} %s %(x)s",
)


def text(words: str, *marks: Node) -> Node:
    return {"type": "text", "text": words, **({"marks": list(marks)} if marks else {})}


def link(href: str) -> Node:
    return {"type": "link", "attrs": {"href": href}}


def p(*inlines: Node | str) -> Node:
    content = [text(inline) if isinstance(inline, str) else inline for inline in inlines]
    return {"type": "paragraph", "content": content} if content else {"type": "paragraph"}


def heading(level: int, words: str) -> Node:
    return {"type": "heading", "attrs": {"level": level}, "content": [text(words)]}


def item(*blocks: Node | str) -> Node:
    return {"type": "list_item", "content": [p(block) if isinstance(block, str) else block for block in blocks]}


def points(*items: Node | str) -> Node:
    return {"type": "bullet_list", "content": [item(i) if isinstance(i, str) else i for i in items]}


def numbers(*items: Node | str, order: int = 1) -> Node:
    content = [item(i) if isinstance(i, str) else i for i in items]
    return {"type": "ordered_list", "attrs": {"order": order}, "content": content}


def cell(*blocks: Node | str, colspan: int = 1, rowspan: int = 1, kind: str = "table_cell") -> Node:
    attributes = {"colspan": colspan, "rowspan": rowspan, "colwidth": None}
    return {"type": kind, "attrs": attributes, "content": [p(b) if isinstance(b, str) else b for b in blocks]}


def head(*blocks: Node | str, **spans: int) -> Node:
    return cell(*blocks, kind="table_header", **spans)


def table(*rows: list[Node]) -> Node:
    return {"type": "table", "content": [{"type": "table_row", "content": row} for row in rows]}


def box(kind: str, *blocks: Node) -> Node:
    return {"type": "callout", "attrs": {"kind": kind}, "content": list(blocks)}


def quote(*blocks: Node) -> Node:
    return {"type": "blockquote", "content": list(blocks)}


def note(words: str) -> Node:
    return {"type": "footnote", "attrs": {"text": words}}


def entry(number: int, title: str) -> Node:
    return {"type": "entry", "attrs": {"id": number, "title": title}}


def picture(file: int, alt: str = "Ein Haus", caption: str = "") -> Node:
    return {"type": "picture", "attrs": {"file": file, "alt": alt, "caption": caption}}


def doc(*blocks: Node) -> Node:
    return {"type": "doc", "content": list(blocks)}


BREAK = {"type": "hard_break"}

COMMON = (
    heading(1, "Wohnen auf dem Land"),
    p("Ein ", text("starkes", STRONG), " und ein ", text("schräges", EM), " Wort, ", text("beides", STRONG, EM), "."),
    p("Eine Behauptung", note("Quelle: Bericht & Anhang, S. 3"), " und noch eine", note("Ebenda"), "."),
    p(
        "Mehr steht ",
        text("auf der ", link("https://a.example/x?a=1&b=2")),
        text("Seite", STRONG, link("https://a.example/x?a=1&b=2")),
        ".",
    ),
    heading(2, "Was zu tun ist"),
    points(
        item("eins", numbers("erstens", item("zweitens", points("tief")))), item("zwei", p("noch ein Absatz")), "drei"
    ),
    heading(3, "Ganz unten"),
    box("important", p("Merke dies"), points("und das")),
    box("note", p("Ein Hinweis")),
    box("example", p("Ein Beispiel")),
    quote(p("Ein Zitat"), p("in zwei Absätzen")),
    p("Erste Zeile", BREAK, "zweite Zeile"),
    p("Siehe ", entry(5, "Sprachkurs ohne Bus"), "."),
)
"""What every format can hold."""
SIMPLE_TABLE = table([head("Kreis"), head("Zahl")], [cell("Uckermark"), cell("12")], [cell("Prignitz"), cell("7")])
SPANNING_TABLE = table(
    [head("Kreis"), head("Zahlen", colspan=2)],
    [cell("Uckermark", rowspan=2), cell("12"), cell("13")],
    [cell("zusammen 25", colspan=2)],
)


def png(width: int = 60, height: int = 40, colour: str = "red", form: str = "PNG") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(out, form)
    return out.getvalue()


def no_pictures(file: int) -> Picture | None:
    return None


def red_pictures(file: int) -> Picture | None:
    return Picture(f"/dateien/{file}/klein/", png(), "image/png")


class Shelf:
    """Keeps pictures that come along, as the shelf of a group would."""

    def __init__(self) -> None:
        self.kept: list[tuple[bytes, str, str]] = []

    def keep(self, content: bytes, name: str, alt: str) -> int | None:
        self.kept.append((content, name, alt))
        return 6 + len(self.kept)
