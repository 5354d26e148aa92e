"""What the membership plugin adds to the small world: one module per concept, each with MODELS and `add(people)`."""

from __future__ import annotations

from cms.accounts.models import User
from tests.contracts.members import applications, office_decisions, seats

PARTS = (applications, office_decisions, seats)
MEMBER_MODELS = tuple(model for part in PARTS for model in part.MODELS)


def add_members(people: dict[str, User | None]) -> None:
    for part in PARTS:
        part.add(people)
