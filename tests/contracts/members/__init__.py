"""What the membership plugin adds to the small world: one module per concept, each with MODELS and `add(people)`."""

from __future__ import annotations

from cms.accounts.models import User
from tests.contracts.members import adopting, applications, contacts, meeting, mentoring, office_decisions, roles, seats

PARTS = (
    adopting,
    applications,
    contacts,
    meeting,
    mentoring,
    office_decisions,
    roles,
    seats,
)
MEMBER_MODELS = tuple(model for part in PARTS for model in part.MODELS)


def add_members(people: dict[str, User | None]) -> None:
    for part in PARTS:
        part.add(people)
