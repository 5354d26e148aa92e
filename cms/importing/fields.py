"""Chapters of a document that answer a field of the entry: legal basis, contact, sources, summary.

Such a chapter is taken out of the text only where the field can hold all of it; otherwise it stays where it is.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from bs4 import BeautifulSoup, Tag

from cms.blocks.rendering import heading_id
from cms.importing.bodies import Block
from cms.importing.sections import in_chapters
from cms.models import Entry, Offer

WORDS = {
    "summary": ("zusammenfassung", "kurzfassung", "kurz gefasst", "in kürze", "abstract"),
    "legal_basis": ("rechtsgrundlage", "rechtliche grundlage", "gesetzliche grundlage"),
    "contact": ("ansprechpartner", "ansprechperson", "kontakt"),
    "sources": ("quelle", "literatur"),
}
"""Field -> beginnings of the headings under which documents answer it."""
BETWEEN = {"summary": "\n\n", "legal_basis": "; ", "contact": "\n", "sources": "\n"}
LONGEST_CONTACT = 600
"""In characters: what is longer is more than whom to ask."""


@dataclass
class Answered:
    """What is left of a text, and the fields that some of its chapters answer."""

    blocks: list[Block]
    fields: dict[str, str] = field(default_factory=dict)


def answered(kind: str, blocks: list[Block]) -> Answered:
    """Take the chapters out that are a field of the entry. Under “Kontakt” an offer says how to get it: that stays."""
    before, chapters = in_chapters(blocks)
    found = Answered(before)
    for heading, parts in chapters:
        name = _field_of(heading, kind)
        words = _plain(parts, name) if name and name not in found.fields else None
        if name and words and not _is_linked(heading, parts, blocks):
            found.fields[name] = words
        else:
            found.blocks += [("heading", {"text": heading}), *parts]
    return found


def without_lead(blocks: list[Block], summary: str) -> list[Block]:
    """The text without what stands before its first heading, where that is the summary: readers would meet it twice."""
    before, chapters = in_chapters(blocks)
    is_summary = bool(chapters) and _plain(before, "summary") == summary
    return blocks[len(before) :] if is_summary else blocks


def _field_of(heading: str, kind: str) -> str | None:
    low = heading.casefold()
    found = next((name for name, words in WORDS.items() if low.startswith(words)), None)
    return None if found == "contact" and kind == Offer.kind else found


def _is_linked(heading: str, parts: list[Block], blocks: list[Block]) -> bool:
    """Whether some text leads to this heading, or what stands under it to another one: such links would break."""
    here = f'href="#{heading_id(heading)}"'
    leads_here = any(kind == "text" and here in value for kind, value in blocks)
    return leads_here or any(kind == "text" and 'href="#' in value for kind, value in parts)


def _plain(parts: list[Block], name: str) -> str | None:
    """The chapter as the field holds it; None where it is more than text or too long for it."""
    if not parts or any(kind != "text" for kind, _value in parts):
        return None
    soups = [BeautifulSoup(value, "html.parser") for _kind, value in parts]
    if name == "summary" and any(soup.find(["ul", "ol"]) for soup in soups):
        return None
    lines = [line for soup in soups for element in soup.find_all(["p", "li", "h3"]) if (line := _line(element))]
    words = BETWEEN[name].join(lines)
    longest = LONGEST_CONTACT if name == "contact" else Entry._meta.get_field(name).max_length
    return words if words and (longest is None or len(words) <= longest) else None


def _line(element: Tag) -> str:
    """One line; the address of a link stands behind its words, unless they are the address."""
    for link in element.find_all("a", href=True):
        href = str(link["href"]).removeprefix("mailto:").removeprefix("tel:")
        if href not in link.get_text():
            link.append(f" ({href})")
    return " ".join(element.get_text(" " if element.find("br") else "").split())
