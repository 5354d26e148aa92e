"""What an entry still lacks: what stops its publication, and what readers would miss."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue

from cms.blocks.problems import problems_of
from cms.layers import section_title
from cms.models import Entry

WISHED = ("summary", "county", "topics", "contact", "sources", "responsible", "review_by")
"""Fields without which an entry can be published, but poorly kept or found."""


@dataclass(frozen=True)
class Missing:
    """A field in which nothing stands."""

    label: str
    is_needed: bool
    """Without it the entry cannot be published."""


def missing_in(entry: Entry) -> list[Missing]:
    """What is missing in this version of an entry, what is needed first.

    Whoever has written (or brought in) a text in an order of its own need not take it apart.
    """
    has_own_order = not is_empty(entry.body)
    missing = [Missing(section_title(entry, name), not has_own_order) for name in empty_sections(entry)]
    missing += [Missing(sentence, is_needed=True) for sentence in _missing_in_parts(entry)]
    missing += [Missing(section_title(entry, name), is_needed=False) for name in WISHED if not _value(entry, name)]
    return sorted(missing, key=lambda one: not one.is_needed)


def what_stops_publication(entry: Entry) -> dict[str, list[str]]:
    """The way to a place in the text -> sentences; nothing for a version that could be published from the form."""
    texts = {name: getattr(entry, name) for name in (*entry.sections, "body")}
    found: dict[str, list[str]] = {}
    for name, text in texts.items():
        found |= problems_of(text.stream_block, text, in_field=name)
    return found | sections_needed(entry, texts)


def sections_needed(kind: Entry, texts: Mapping[str, StreamValue]) -> dict[str, list[str]]:
    """Of these texts the sections without which an entry of this kind cannot be published, each with the sentence.

    Whoever has written (or brought in) a text in an order of its own need not take it apart.
    """
    if not is_empty(texts.get("body") or ()):
        return {}
    sentence = _("An entry of this kind cannot be published without this section.")
    expected = [name for name in kind.sections if name in kind.expected_sections and name in texts]
    return {name: [sentence] for name in expected if is_empty(texts[name])}


def empty_sections(entry: Entry) -> list[str]:
    """Those that are expected of its kind and in which nothing stands."""
    return [name for name in entry.sections if name in entry.expected_sections and is_empty(getattr(entry, name))]


def is_empty(text: Iterable[Any]) -> bool:
    """Whether nothing is written in a text: no part, or only parts of text without words."""
    return all(part.block_type == "text" and not str(part.value.source).strip() for part in text)


def _missing_in_parts(entry: Entry) -> list[str]:
    """What parts of the text lack, each named once."""
    found: dict[str, None] = {}
    for name in (*entry.sections, "body"):
        for part in getattr(entry, name):
            if part.block_type == "picture" and not part.value["alt"]:
                found[_("What a picture shows, for those who cannot see it")] = None
            if part.block_type == "quote" and not part.value["consent"]:
                found[_("The consent of somebody who is quoted")] = None
    return list(found)


def _value(entry: Entry, name: str) -> Any:
    return entry.topics.all() if name == "topics" else getattr(entry, name)
