"""What a text of a draft may hold. What comes from a browser or a file goes through `checked` first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from workspace.drafting.formats.attributes import KINDS, known_marks, number, paragraph, text_node, words, written
from workspace.drafting.formats.grid import mended_rows

Node = dict[str, Any]

INLINE = frozenset({"text", "hard_break", "footnote", "entry"})
BLOCKS = frozenset({"paragraph", "heading", "bullet_list", "ordered_list", "blockquote", "callout", "table", "picture"})
CELLS = frozenset({"table_cell", "table_header"})
TEXTBLOCKS = frozenset({"paragraph", "heading"})
REMARKS = frozenset({"comment", "suggestion"})
DEEPEST = 12
"""Lists, quotes, boxes and tables inside of each other; what lies deeper is lifted out."""
DEEPEST_NODE = 100
"""Of any nodes, known or not; nobody writes what lies deeper."""
_SHALLOW = (0, 0)


def checked(document: Any) -> Node:
    """The text with nothing in it that drafts do not know; words of what is unknown stay."""
    return {"type": "doc", "content": _blocks(_children(document), _SHALLOW) or [paragraph([])]}


def textblocks(document: Node) -> list[Node]:
    """Paragraphs and headings in the order of reading: a passage is named by its number in this list."""
    return list(_textblocks(document))


def plain_text(document: Node) -> str:
    """The words, one line per paragraph or heading; a footnote stands in brackets where its number would."""
    return "\n".join("".join(_plain(inline) for inline in block.get("content", [])) for block in textblocks(document))


def outline_of(document: Node) -> list[tuple[int, str]]:
    """Level and words of each heading, as the text is `checked`; the place in the list is its number in the page."""
    headings = [block for block in _textblocks(document) if block["type"] == "heading"]
    return [(block["attrs"]["level"], "".join(map(_plain, block.get("content", []))).strip()) for block in headings]


def without_remarks(document: Node, but: frozenset[str] = frozenset()) -> Node:
    """The same text without the places of comments and suggestions, `but` for those with these ids."""
    children = [without_remarks(_unmarked(child, but), but) for child in document.get("content", [])]
    return {**document, "content": _joined(children)} if children else document


def _textblocks(node: Node) -> Iterator[Node]:
    if node["type"] in TEXTBLOCKS:
        yield node
        return
    for child in node.get("content", []):
        yield from _textblocks(child)


def _plain(inline: Node) -> str:
    match inline["type"]:
        case "text":
            return str(inline["text"])
        case "hard_break":
            return " "
        case "footnote":
            return f" [{inline['attrs']['text']}]"
    return str(inline["attrs"]["title"])


def _unmarked(node: Node, but: frozenset[str]) -> Node:
    if "marks" not in node:
        return node
    marks = [mark for mark in node["marks"] if mark["type"] not in REMARKS or mark["attrs"]["id"] in but]
    bare = {name: value for name, value in node.items() if name != "marks"}
    return {**bare, "marks": marks} if marks else bare


def _joined(nodes: Iterable[Node]) -> list[Node]:
    """Neighbouring texts with the same marks are one."""
    found: list[Node] = []
    for node in nodes:
        last = found[-1] if found else {}
        if node["type"] == last.get("type") == "text" and node.get("marks") == last.get("marks"):
            found[-1] = {**last, "text": last["text"] + node["text"]}
        else:
            found.append(node)
    return found


Depth = tuple[int, int]
"""How deep in known containers, and how deep in all."""


def _children(node: Any) -> list[Node]:
    content = node.get("content") if isinstance(node, dict) else None
    return [child for child in content if isinstance(child, dict)] if isinstance(content, list) else []


def _attributes(node: Node) -> Node:
    attributes = node.get("attrs")
    return attributes if isinstance(attributes, dict) else {}


def _inlines(nodes: Iterable[Node], depth: int) -> list[Node]:
    found: list[Node] = []
    for node in nodes if depth < DEEPEST_NODE else ():
        if _kind(node) in INLINE:
            found.extend(_inline(node))
        else:
            found.extend(_inlines(_children(node), depth + 1))
    return _joined(found)


def _inline(node: Node) -> list[Node]:
    attributes, marks = _attributes(node), known_marks(node)
    match node["type"]:
        case "text":
            return text_node(node.get("text"), marks)
        case "hard_break":
            return [written("hard_break", marks=marks)]
        case "footnote":
            return [written("footnote", {"text": words(attributes.get("text"))}, marks)]
    title = words(attributes.get("title"))
    entry = number(attributes.get("id"), least=1)
    return [written("entry", {"id": entry, "title": title}, marks)] if entry else text_node(title, marks)


def _blocks(nodes: list[Node], depth: Depth) -> list[Node]:
    """Blocks; texts that stand between them become paragraphs."""
    if depth[1] >= DEEPEST_NODE:
        return []
    found: list[Node] = []
    loose: list[Node] = []
    for node in nodes:
        if _kind(node) in INLINE:
            loose.append(node)
            continue
        found.extend(_gathered(loose, depth))
        loose = []
        found.extend(_block(node, depth))
    return found + _gathered(loose, depth)


def _gathered(loose: list[Node], depth: Depth) -> list[Node]:
    inlines = _inlines(loose, depth[1])
    says_something = any(node["type"] in ("footnote", "entry") or _plain(node).strip() for node in inlines)
    return [paragraph(inlines)] if says_something else []


def _block(node: Node, depth: Depth) -> list[Node]:
    kind, (known, deep) = _kind(node), depth
    if kind == "paragraph" and not any(_kind(child) not in INLINE for child in _children(node)):
        return [paragraph(_inlines(_children(node), deep + 1))]
    if kind == "heading":
        level = number(_attributes(node).get("level"), least=1, most=3) or 1
        return [written("heading", {"level": level}, content=_inlines(_children(node), deep + 1))]
    if kind == "picture":
        return _picture(_attributes(node))
    if kind in CONTAINERS and known < DEEPEST:
        return CONTAINERS[kind](node, (known + 1, deep + 1))
    return _blocks(_children(node), (known, deep + 1))


def _kind(node: Node) -> str:
    kind = node.get("type")
    return kind if isinstance(kind, str) else ""


def _picture(attributes: Node) -> list[Node]:
    file = number(attributes.get("file"), least=1)
    if not file:
        return []
    said = {name: words(attributes.get(name)) for name in ("alt", "caption")}
    return [written("picture", {"file": file, **said})]


def _quote(node: Node, depth: Depth) -> list[Node]:
    return [written("blockquote", content=_blocks(_children(node), depth) or [paragraph([])])]


def _callout(node: Node, depth: Depth) -> list[Node]:
    kind = _attributes(node).get("kind")
    known = kind if isinstance(kind, str) and kind in KINDS else KINDS[0]
    return [written("callout", {"kind": known}, content=_blocks(_children(node), depth) or [paragraph([])])]


def _bullets(node: Node, depth: Depth) -> list[Node]:
    items = _items(_children(node), depth)
    return [written("bullet_list", content=items)] if items else []


def _numbers(node: Node, depth: Depth) -> list[Node]:
    items = _items(_children(node), depth)
    order = number(_attributes(node).get("order"), least=1, most=999_999) or 1
    return [written("ordered_list", {"order": order}, content=items)] if items else []


def _items(nodes: list[Node], depth: Depth) -> list[Node]:
    """The points of a list; each begins with a paragraph."""
    found: list[Node] = []
    for node in nodes:
        if is_item := _kind(node) == "list_item":
            blocks = _blocks(_children(node), (depth[0], depth[1] + 1))
        else:
            blocks = _blocks([node], depth)
        if blocks or is_item:
            begins_well = bool(blocks) and blocks[0]["type"] == "paragraph"
            found.append(written("list_item", content=blocks if begins_well else [paragraph([]), *blocks]))
    return found


def _table(node: Node, depth: Depth) -> list[Node]:
    rows = mended_rows([cells for cells in _rows(_children(node), depth) if cells])
    return [written("table", content=[written("table_row", content=row) for row in rows])] if rows else []


def _rows(nodes: list[Node], depth: Depth) -> Iterator[list[Node]]:
    if depth[1] >= DEEPEST_NODE:
        return
    for node in nodes:
        if _kind(node) == "table_row":
            yield [_cell(child, depth) for child in _children(node)]
        elif _kind(node) in CELLS | BLOCKS | INLINE:
            yield [_cell(node, depth)]
        else:
            yield from _rows(_children(node), (depth[0], depth[1] + 1))


def _cell(node: Node, depth: Depth) -> Node:
    is_cell = _kind(node) in CELLS
    inside = _children(node) if is_cell else [node]
    kind = _kind(node) if is_cell else "table_cell"
    blocks = _blocks(inside, (depth[0], depth[1] + 2)) or [paragraph([])]
    return written(kind, dict(_attributes(node)) if is_cell else {}, content=blocks)


CONTAINERS: dict[str, Callable[[Node, Depth], list[Node]]] = {
    "bullet_list": _bullets,
    "ordered_list": _numbers,
    "blockquote": _quote,
    "callout": _callout,
    "table": _table,
}
