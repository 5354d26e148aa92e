"""Requests to the source county, asked and answered through the actions that people use."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cms.accounts.models import User
from cms.actions.confirming import answer_confirmation, ask_for_confirmation, suggest_change
from cms.models import Confirmation, Entry
from tests.factories.entries import acting, editor_named


def ask_member(entry: Entry, person: User, *, note: str = "", by: Any = None) -> Confirmation:
    """An open request to this member."""
    return ask_for_confirmation(entry, person=person, note=note, actor=acting(by) or editor_named("editor"))


def answered_by(
    confirmation: Confirmation, *, answer: str = "named", note: str = "", suggestions: Iterable[dict[str, str]] = ()
) -> Confirmation:
    """What the person asked suggests (each a dictionary of part, wording, passage, why) and answers."""
    actor = acting(confirmation.person)
    assert actor is not None
    for suggestion in suggestions:
        suggest_change(confirmation, **suggestion, actor=actor)
    return answer_confirmation(confirmation, answer=answer, note=note, actor=actor)
