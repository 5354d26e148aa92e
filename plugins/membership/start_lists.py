"""What waits for the programme office, gathered into one card of the start page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from plugins.api.access import Actor
from plugins.api.starting import StartLine
from plugins.membership.queries import applications, assessments, contacts, mentoring_lines, seats

OFFICE_LINES: Final[tuple[Callable[[Actor, int], list[StartLine]], ...]] = (
    applications.office_lines,
    assessments.office_lines,
    mentoring_lines.office_lines,
    mentoring_lines.need_lines,
    contacts.office_lines,
    seats.office_lines,
)
"""One function per concept, in the order of the card; each answers nobody but the office."""


def for_office(actor: Actor, most: int) -> list[StartLine]:
    """The lines of every concept, until the card is full."""
    lines: list[StartLine] = []
    for of_concept in OFFICE_LINES:
        if len(lines) < most:
            lines += of_concept(actor, most - len(lines))
    return lines
