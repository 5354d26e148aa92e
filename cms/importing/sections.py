"""Chapters of a document as sections of an entry: reports answer what sections ask, under headings of their own."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.conf import settings
from django.utils.html import escape
from django.utils.translation import override

from cms.blocks.rendering import heading_id
from cms.importing.bodies import Block
from cms.layers import section_title
from cms.models import KINDS

WORDS = {
    "good_practice": {
        "initial_situation": ("ausgangs", "hintergrund", "anlass", "herausforderung", "problem"),
        "approach": ("vorgehen", "umsetzung", "maßnahme", "durchführung", "ablauf", "getan", "lösung", "ansatz"),
        "partners": ("partner", "beteiligt", "kooperation", "zusammenarbeit"),
        "effort": ("kosten", "aufwand", "finanz", "ressource", "personal"),
        "results": ("ergebnis", "wirkung", "erfolg", "bilanz", "gebracht", "erreicht"),
        "lessons": (
            *("anders machen", "nicht funktioniert", "nicht gelungen", "nicht geklappt", "gescheitert"),
            *("stolper", "schwierig", "lehren", "gelernt", "erfahrung"),
        ),
        "transferability": ("übertrag", "übernehmen", "nachmachen", "empfehl", "tipps", "hinweise für andere"),
    },
    "concept": {
        "target_group": ("zielgruppe", "für wen"),
        "purpose": ("zweck", "ziel", "anlass", "ausgangs"),
        "procedure": ("ablauf", "umsetzung", "vorgehen", "verfahren"),
        "resources": ("ressource", "kosten", "finanz", "personal", "räume"),
        "evaluation": ("evaluation", "erfolg", "wirkung", "indikator", "kennzahl"),
        "limits": ("grenzen",),
    },
    "strategy": {
        "starting_point": ("ausgangs", "bestand", "lage", "hintergrund"),
        "goals": ("ziel", "leitbild", "vision"),
        "measures": ("maßnahme", "handlungsfeld", "schritte"),
        "responsibilities": ("zuständig", "verantwort", "steuerung", "organisation"),
        "monitoring": ("monitoring", "evaluation", "indikator", "kennzahl", "bericht"),
        "experience": ("erfahrung", "bilanz"),
    },
    "recommendation": {
        "occasion": ("anlass", "ausgangs", "hintergrund"),
        "advice": ("empfehl", "empfohlen"),
        "reasons": ("begründung", "gründe", "warum"),
        "implementation": ("umsetzung", "praxis"),
        "costs_and_effects": ("kosten", "wirkung"),
        "decision": ("beschluss", "abweichend", "abstimmung"),
    },
    "offer": {
        "for_whom": ("zielgruppe", "für wen", "wer kann"),
        "how_to_get": ("anmeldung", "kontakt", "buchen", "bestellen"),
        "conditions": ("kosten", "bedingung", "voraussetzung"),
        "what_for": ("zweck", "wofür", "ziel", "anlass"),
        "contents": ("inhalt", "angebot", "leistung", "ablauf"),
        "experience": ("erfahrung",),
    },
}
"""Kind -> section -> beginnings of words in a heading that is about it; the first that fits is taken."""


@dataclass
class Divided:
    """A body, sorted into the sections of its kind as far as its headings tell."""

    sections: dict[str, list[Block]] = field(default_factory=dict)
    rest: list[Block] = field(default_factory=list)


def divided(kind: str, blocks: list[Block]) -> Divided:
    """Put every chapter into the section that its heading is about; what is left stays in its order.

    What stands before the first heading leads the first section. Without any heading that fits, nothing is moved.
    """
    before, chapters = in_chapters(blocks)
    found, moved = Divided(), {}
    for heading, parts in chapters:
        name = _section_for(kind, heading)
        if name is None or name in found.sections:
            found.rest += [("heading", {"text": heading}), *parts]
            continue
        title = _title(kind, name)
        moved[heading_id(heading)] = heading_id(title)
        own_words = [] if heading.casefold() == title.casefold() else [("text", f"<h3>{escape(heading)}</h3>")]
        found.sections[name] = [*own_words, *parts]
    if not found.sections:
        return Divided(rest=blocks)
    first = min(found.sections, key=KINDS[kind].sections.index)
    found.sections[first] = [*before, *found.sections[first]]
    return Divided(
        {name: _relinked(parts, moved) for name, parts in found.sections.items()}, _relinked(found.rest, moved)
    )


def in_chapters(blocks: list[Block]) -> tuple[list[Block], list[tuple[str, list[Block]]]]:
    """What stands before the first heading, and each heading with what follows it."""
    before: list[Block] = []
    chapters: list[tuple[str, list[Block]]] = []
    for kind, value in blocks:
        if kind == "heading":
            chapters.append((value["text"], []))
        else:
            (chapters[-1][1] if chapters else before).append((kind, value))
    return before, chapters


def _section_for(kind: str, heading: str) -> str | None:
    low = heading.casefold()
    for name, words in WORDS[kind].items():
        if low == _title(kind, name).casefold() or any(word in low for word in words):
            return name
    return None


def _title(kind: str, name: str) -> str:
    with override(settings.LANGUAGE_CODE):
        return section_title(KINDS[kind](), name)


def _relinked(parts: list[Block], moved: dict[str, str]) -> list[Block]:
    """Links to a heading that became a section lead to the section."""
    return [(kind, _mended(value, moved) if kind == "text" else value) for kind, value in parts]


def _mended(html: str, moved: dict[str, str]) -> str:
    for old, new in moved.items():
        html = html.replace(f'href="#{old}"', f'href="#{new}"')
    return html
