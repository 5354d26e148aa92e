"""Texts that programs send, part by part in the shape in which they read them, as StreamFields take them.

Rich text goes through the converter of Wagtail's editor, so that nothing gets in that nobody could type there.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import nh3
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.blocks.field_block import ChooserBlock
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.rich_text import extract_references_from_rich_text

from cms.blocks.problems import problems_of
from cms.blocks.rendering import URL_SCHEMES
from cms.importing.tables import header_choice
from cms.queries.things import thing_by_id
from plugins.api.access import Actor
from plugins.api.adapters.rest_fields import Errors, is_readable
from plugins.api.errors import Missing

MOST_PARTS = 500
MOST_CELLS = 5_000
TAGS = {"p", "h3", "b", "strong", "i", "em", "a", "ul", "ol", "li", "br", "hr"}
ATTRIBUTES = {"a": {"href", "linktype", "id"}, "p": {"data-block-key"}, "li": {"data-block-key"}}


class Nonsense(ValueError):
    """A part that makes no sense; `path` leads to it."""

    def __init__(self, path: str, sentence: str) -> None:
        super().__init__(sentence)
        self.path = path
        self.sentence = sentence


def read_text(block: blocks.StreamBlock, given: Any, *, in_field: str, actor: Actor, errors: Errors) -> Any:
    """The text as the field takes it; what is wrong with it stands in `errors` afterwards."""
    reader = _Reader(actor)
    try:
        text = block.to_python(reader.parts(block, given, in_field))
    except Nonsense as wrong:
        errors.setdefault(wrong.path, []).append(wrong.sentence)
        return None
    errors |= problems_of(block, text, in_field=in_field, unfinished=True)
    return text


class _Reader:
    """Reads values by the kind of their block. Raises Nonsense at the first that makes no sense."""

    def __init__(self, actor: Actor) -> None:
        self.actor = actor

    def parts(self, block: blocks.StreamBlock, given: Any, path: str) -> list[dict[str, Any]]:
        found = []
        for number, part in enumerate(_list(given, path)):
            here = f"{path}.{number}"
            if not isinstance(part, dict) or part.keys() - {"id", "type", "value"} or "value" not in part:
                raise Nonsense(here, _("A part has “type” and “value”, and may have “id”."))
            kind, known = part.get("type"), block.child_blocks
            if not isinstance(kind, str) or kind not in known:
                raise Nonsense(f"{here}.type", _("One of these is needed: %(known)s.") % {"known": ", ".join(known)})
            read = {"type": kind, "value": self.value(known[kind], part["value"], here)}
            if isinstance(name := part.get("id"), str) and len(name) <= 36 and is_readable(name):
                read["id"] = name
            found.append(read)
        return found

    def value(self, block: blocks.Block, given: Any, path: str) -> Any:
        match block:
            case blocks.RichTextBlock():
                return self.rich_text(block, given, path)
            case blocks.StructBlock():
                return self.fields(block, given, path)
            case blocks.ListBlock():
                items = _list(given, path)
                return [self.value(block.child_block, item, f"{path}.{n}") for n, item in enumerate(items)]
            case ChooserBlock():
                return self.chosen(block, given, path)
            case TableBlock():
                return _table(given, path)
            case blocks.BooleanBlock():
                return _of_type(given, bool, _("true or false is needed."), path)
            case blocks.FloatBlock():
                return _number(given, path)
        return _text(given, path)

    def fields(self, block: blocks.StructBlock, given: Any, path: str) -> dict[str, Any]:
        known = block.child_blocks
        if not isinstance(given, dict) or given.keys() - known.keys():
            raise Nonsense(path, _("An object with these fields is needed: %(known)s.") % {"known": ", ".join(known)})
        empty = {name: _nothing(child) for name, child in known.items()}
        return empty | {name: self.value(known[name], value, f"{path}.{name}") for name, value in given.items()}

    def rich_text(self, block: blocks.RichTextBlock, given: Any, path: str) -> str:
        markup = given.get("html") if isinstance(given, dict) and given.keys() == {"html"} else given
        cleaned = nh3.clean(
            _text(markup, path), tags=TAGS, attributes=ATTRIBUTES, url_schemes=URL_SCHEMES, link_rel=None
        )
        converter = ContentstateConverter(block.features)
        stored = converter.to_database_format(converter.from_database_format(cleaned))
        for model, pk, *_places in extract_references_from_rich_text(stored):
            self.insist_on(model, pk, path)
        return str(stored)

    def chosen(self, block: ChooserBlock, given: Any, path: str) -> int | None:
        pk = given.get("id") if isinstance(given, dict) else given
        if pk is None:
            return None
        return self.insist_on(block.target_model, pk, path)

    def insist_on(self, model: Any, pk: Any, path: str) -> int:
        """The number of something that is there and that the actor may see."""
        number = int(pk) if isinstance(pk, str) and pk.isdecimal() else pk
        fits = isinstance(number, int) and not isinstance(number, bool) and 0 < number < 2**63
        with suppress(Missing):
            if fits:
                return int(thing_by_id(model, number, self.actor).pk)
        raise Nonsense(path, _("There is nothing with this number, or you cannot see it."))


def _nothing(block: blocks.Block) -> Any:
    """What a field holds that is left out, as the form leaves it."""
    match block:
        case blocks.ListBlock():
            return []
        case blocks.BooleanBlock():
            return False
        case blocks.FloatBlock() | ChooserBlock() | TableBlock():
            return None
    return ""


def _list(given: Any, path: str) -> list[Any]:
    if not isinstance(given, list) or len(given) > MOST_PARTS:
        raise Nonsense(path, _("A list of at most %d parts is needed.") % MOST_PARTS)
    return given


def _text(given: Any, path: str) -> str:
    if given is None:
        return ""
    if isinstance(given, str) and is_readable(given):
        return given
    raise Nonsense(path, _("A text is needed."))


def _of_type(given: Any, kind: type, sentence: str, path: str) -> Any:
    if isinstance(given, kind):
        return given
    raise Nonsense(path, sentence)


def _number(given: Any, path: str) -> float | None:
    if given is None or (isinstance(given, int | float) and not isinstance(given, bool)):
        return given
    raise Nonsense(path, _("A number is needed."))


def _table(given: Any, path: str) -> dict[str, Any] | None:
    """Rows of cells that are texts or empty, all rows of one length, and which of them are headings."""
    if given is None:
        return None
    rows = given.get("data") if isinstance(given, dict) else None
    if not isinstance(rows, list) or not all(isinstance(row, list) and len(row) == len(rows[0]) for row in rows):
        raise Nonsense(path, _("An object with “data” is needed: a list of rows, each a list of as many texts."))
    if sum(len(row) for row in rows) > MOST_CELLS:
        raise Nonsense(path, _("A table has at most %d cells.") % MOST_CELLS)
    cells = [[_text(cell, path) or None for cell in row] for row in rows]
    heads = bool(given.get("first_row_is_table_header")), bool(given.get("first_col_is_header"))
    return {
        "data": cells,
        "first_row_is_table_header": heads[0],
        "first_col_is_header": heads[1],
        "table_header_choice": header_choice(*heads),
    }
