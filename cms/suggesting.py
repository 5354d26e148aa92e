"""The parts of an entry for which somebody can suggest another wording, and what a suggestion makes of them.

Pure functions on a version as it is stored (`Revision.content`): nothing is written here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from bs4 import BeautifulSoup
from django.utils.html import linebreaks
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.contrib.table_block.blocks import TableBlock

from cms.blocks.rendering import clean, plain_text
from cms.layers import section_title, stored_value
from cms.models import Entry, Suggestion

PLAIN = ("title", "summary")
PARAGRAPHS = ["p", "li", "h2", "h3", "h4", "blockquote"]
Change = Callable[[str, blocks.Block | None], str]


class CannotApply(Exception):
    """A suggestion that makes no sense in the part as it stands; `sentence` says why and what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True)
class Part:
    """A part of a version as people read it."""

    name: str
    label: str
    text: str
    """Plain text, one line per paragraph."""
    is_only_text: bool
    """Whether the whole part can be replaced: there is nothing but text in it."""


def parts_of(entry: Entry, content: dict[str, Any]) -> list[Part]:
    """Title, summary, and each section in which something is written."""
    parts = [part_of(entry, content, name) for name in names_of_parts(entry)]
    return [part for part in parts if part.text or part.name in PLAIN]


def names_of_parts(entry: Entry) -> tuple[str, ...]:
    """The fields that are read as text, in the order of reading."""
    return (*PLAIN, *entry.sections, "body")


def part_of(entry: Entry, content: dict[str, Any], name: str) -> Part:
    """One part by the name of its field."""
    value = value_in(content, name)
    return Part(
        name=name,
        label=section_title(entry, name),
        text=text_of(entry, name, value),
        is_only_text=name in PLAIN or all(block["type"] == "text" for block in value),
    )


def value_in(content: dict[str, Any], name: str) -> Any:
    """A part as it is stored: a text, or a list of blocks."""
    if name in PLAIN:
        return content.get(name) or ""
    value = stored_value(content, name)
    return value if isinstance(value, list) else []


def text_of(entry: Entry, name: str, value: Any) -> str:
    """A stored part in plain words."""
    return str(value) if name in PLAIN else plain_text(_as_read(entry, name, value))


def _as_read(entry: Entry, name: str, value: Any) -> str:
    """What readers would get: editors' forms change how a text is stored without changing a word."""
    if name in PLAIN:
        return str(value).replace("\r\n", "\n").strip()
    return clean("".join(str(block.render()) for block in _stream(entry, name).to_python(value)))


def replaced(entry: Entry, name: str, value: Any, *, passage: str, wording: str) -> Any:
    """The stored part with the new wording. Raises CannotApply with a sentence for whoever suggests it."""
    if not passage.strip():
        return _whole(entry, name, value, wording)
    count = 0

    def change(text: str, block: blocks.Block | None) -> str:
        nonlocal count
        is_rich = isinstance(block, blocks.RichTextBlock)
        new, found = _in_markup(text, passage, wording) if is_rich else _in_text(text, passage, wording)
        count += found
        return new if is_rich or not found else _short_enough(new, _longest(entry, name, block))

    changed = change(value, None) if name in PLAIN else _mapped(_stream(entry, name), value, change)
    if count == 0:
        raise CannotApply(
            _(
                "This passage does not stand in this part. Copy it exactly as it is written, at most one paragraph, "
                "and without what stands before and after it."
            )
        )
    if count > 1:
        raise CannotApply(_("This passage stands here more than once. Copy a few more words, so that it is one place."))
    return changed


def proposed(entry: Entry, suggestion: Suggestion, content: dict[str, Any], accepted: Iterable[Suggestion]) -> Any:
    """The part of the present version with the suggestion in it; None where the suggestion is outdated.

    It is, once anything in the part reads otherwise than when she was asked, but for other passages that were accepted
    from the same request (`accepted`, in the order of the decisions).
    """
    name, now = suggestion.part, value_in(content, suggestion.part)
    expected = value_in(suggestion.confirmation.content, name)
    try:
        for other in accepted:
            if other.part == name and suggestion.passage and other.passage:
                expected = replaced(entry, name, expected, passage=other.passage, wording=other.wording)
        if _as_read(entry, name, now) != _as_read(entry, name, expected):
            return None
        return replaced(entry, name, now, passage=suggestion.passage, wording=suggestion.wording)
    except CannotApply:  # what was accepted before has taken away what this one names
        return None


def as_field_value(value: Any) -> Any:
    """A stored part in the form in which a field takes it."""
    return value if isinstance(value, str) else json.dumps(value)


def _whole(entry: Entry, name: str, value: Any, wording: str) -> Any:
    if not wording.strip():
        raise CannotApply(_("Write how it should read instead."))
    if name in PLAIN:
        words = " ".join(wording.split()) if name == "title" else wording.strip()
        return _short_enough(words, _longest(entry, name, None))
    if any(block["type"] != "text" for block in value):
        raise CannotApply(
            _("There is more than text in this part. Name the passage that should read differently, please.")
        )
    markup = linebreaks(wording.strip(), autoescape=True).replace("<br>", "<br/>")
    kept = {"id": value[0]["id"]} if value and "id" in value[0] else {}
    return [{"type": "text", "value": markup, **kept}]


def _longest(entry: Entry, name: str, block: blocks.Block | None) -> int | None:
    owner: Any = entry._meta.get_field(name) if block is None else getattr(block, "field", None)
    longest: int | None = getattr(owner, "max_length", None)
    return longest


def _short_enough(text: str, longest: int | None) -> str:
    if longest is not None and len(text) > longest:
        raise CannotApply(_("That is too long: at most %(number)d characters fit here.") % {"number": longest})
    if not text.strip():
        raise CannotApply(_("Nothing would be left here. Write how it should read instead."))
    return text


def _pattern(passage: str) -> re.Pattern[str]:
    """Line breaks and spaces count alike: people copy from a page."""
    return re.compile(r"\s+".join(re.escape(word) for word in passage.split()))


def _in_text(text: str, passage: str, wording: str) -> tuple[str, int]:
    return _pattern(passage).subn(lambda _found: wording.strip(), text)


def _in_markup(markup: str, passage: str, wording: str) -> tuple[str, int]:
    """In the words of each paragraph; the markup around them stays, that within them goes."""
    soup = BeautifulSoup(markup, "html.parser")
    count = 0
    for paragraph in (soup, *soup.find_all(PARAGRAPHS)):
        strings = [
            node for node in paragraph.find_all(string=True) if (node.find_parent(PARAGRAPHS) or soup) is paragraph
        ]
        found = list(_pattern(passage).finditer("".join(strings)))
        count += len(found)
        if len(found) == 1:
            _replace_between(strings, found[0].start(), found[0].end(), wording.strip())
    return (str(soup), count) if count else (markup, 0)


def _replace_between(strings: list[Any], start: int, end: int, wording: str) -> None:
    """Put the wording where the first of these pieces of text is touched, and take the rest of the passage out."""
    position = 0
    for node in strings:
        begin, position = position, position + len(node)
        if position <= start or begin >= end:
            continue
        before, after = node[: max(start - begin, 0)], node[end - begin :] if position > end else ""
        parent = node.parent
        node.replace_with(before + wording + after)
        wording = ""
        if parent.name in ("a", "b", "i") and not parent.get_text():
            parent.decompose()


def _stream(entry: Entry, name: str) -> Any:
    field: Any = entry._meta.get_field(name)
    return field.stream_block


def _mapped(block: blocks.Block, value: Any, change: Change) -> Any:
    """The stored value of a block with every text in it changed: not keys, addresses and figures of a map."""
    match block:
        case TableBlock():
            rows = (value or {}).get("data") or []
            cells = [[change(cell, block) if isinstance(cell, str) else cell for cell in row] for row in rows]
            return {**value, "data": cells} if rows else value
        case blocks.StreamBlock():
            return [
                {**part, "value": _mapped(block.child_blocks[part["type"]], part["value"], change)} for part in value
            ]
        case blocks.ListBlock():
            return [{**item, "value": _mapped(block.child_block, item["value"], change)} for item in value]
        case blocks.StructBlock():
            inside = {n: _mapped(b, value[n], change) for n, b in block.child_blocks.items() if n in value}
            return {**value, **inside}
        case blocks.RichTextBlock() | blocks.CharBlock() | blocks.TextBlock():
            return change(value, block) if isinstance(value, str) else value
    return value
