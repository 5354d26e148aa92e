"""What an entry still lacks: what stops its publication, and what readers would miss."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue

from cms.blocks.problems import problems_of
from cms.layers import section_title
from cms.models import Entry
from plugins.api.errors import Invalid

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


def insist_on_whole(entry: Entry) -> None:
    """Raises Invalid, part by part, where this version could not be published from the form either."""
    errors: dict[str, list[str]] = {}
    for name in (*entry.sections, "body"):
        text = getattr(entry, name)
        errors |= problems_of(text.stream_block, text, in_field=name)
    if is_empty(entry.body):
        sentence = _("An entry of this kind cannot be published without this section.")
        errors |= {name: [sentence] for name in empty_sections(entry)}
    if errors:
        raise Invalid(errors)


def empty_sections(entry: Entry) -> list[str]:
    """Those that are expected of its kind and in which nothing stands."""
    return [name for name in entry.sections if name in entry.expected_sections and is_empty(getattr(entry, name))]


def is_empty(text: StreamValue) -> bool:
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
