"""From which state to which a draft can be moved, by which verb of the door, and what moves it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from plugins.api.access import Actor
from workspace.actions.consultations import end_consultation
from workspace.actions.decisions import USUAL, call_decision, call_decision_off, take_text_up_again
from workspace.actions.drafts import close_draft, reopen_draft
from workspace.actions.publications import submit_publication
from workspace.models import DecisionOutcome, Draft, DraftState

Move = Callable[[Draft, Actor, str], object]
"""Of a draft, by somebody, with a reason."""


def _call_off(draft: Draft, actor: Actor, reason: str) -> object:
    decision = draft.decisions.get(outcome=DecisionOutcome.OPEN)
    return call_decision_off(decision, reason=reason, actor=actor)


def _end_consultation(draft: Draft, actor: Actor, reason: str) -> object:
    return end_consultation(draft.consultations.get(ended_at=None), actor=actor)


_CLOSE: Final[tuple[str, Move]] = ("close", lambda draft, actor, reason: close_draft(draft, actor=actor))
_RESUME: Final[tuple[str, Move]] = ("resume", lambda draft, actor, reason: take_text_up_again(draft, actor=actor))
_MOVES: Final[Mapping[str, Mapping[str, tuple[str, Move]]]] = {
    DraftState.WRITING: {
        DraftState.DECIDING: (
            "call_decision",
            lambda draft, actor, reason: call_decision(draft, days=USUAL, actor=actor),
        ),
        DraftState.CLOSED: _CLOSE,
    },
    DraftState.DECIDING: {DraftState.WRITING: ("call_off", _call_off)},
    DraftState.DECIDED: {
        DraftState.WRITING: _RESUME,
        DraftState.SUBMITTED: ("publish", lambda draft, actor, reason: submit_publication(draft, actor=actor)),
        DraftState.CLOSED: _CLOSE,
    },
    DraftState.SUBMITTED: {},
    DraftState.PUBLISHED: {DraftState.WRITING: _RESUME, DraftState.CLOSED: _CLOSE},
    DraftState.CLOSED: {
        DraftState.WRITING: ("reopen", lambda draft, actor, reason: reopen_draft(draft, actor=actor)),
    },
}
"""From a state to the others: the verb, and what moves a draft there. Decided it is by those who are asked alone.

Members are asked by opening a consultation, with what they are asked; the editors say what becomes of what they check.
"""


def moves_of(draft: Draft) -> Mapping[str, tuple[str, Move]]:
    """Where it can be moved to. Once members are no longer asked, a text that was decided before is decided again."""
    if draft.state != DraftState.CONSULTING:
        return _MOVES[draft.state]
    was_decided = draft.consultations.filter(ended_at=None, was_decided=True).exists()
    return {DraftState.DECIDED if was_decided else DraftState.WRITING: ("end_consultation", _end_consultation)}
