"""Texts of a group that were handed to the editors, in every state in which somebody could meet them."""

from __future__ import annotations

from cms.accounts.models import User
from tests.factories import adopt, hand_in, make_draft, step
from workspace.models import WorkingGroup


def hand_texts_in(group: WorkingGroup, by: User, editor: User) -> None:
    """In the first and in the second step, and sent back."""
    steps = (("Neu", "", False), ("Geprüft", "finish_language", True), ("Zurück", "send_back", False))
    for title, action, for_all in steps:
        draft = make_draft(group, title, by=by, for_all=for_all)
        adopt(draft, by=by)
        publication = hand_in(draft, by=by)
        if action:
            step(publication, action, by=editor, reason="Bitte neu.")
