"""Decisions that hold and that no longer do."""

from __future__ import annotations

from cms.accounts.models import User
from plugins.api.actors import actor_for
from plugins.membership.actions.office_decisions import mark_decision_as_past, note_decision
from plugins.membership.models import OfficeDecision

MODELS = (OfficeDecision,)


def add(people: dict[str, User | None]) -> None:
    office = actor_for(people["office"])
    note_decision("admission", "Ein Landkreis ist Mitglied", "Alle Unterlagen liegen vor.", actor=office)
    past = note_decision("rule", "Zwei Sitze je Landkreis", "So vertreten sich zwei Personen.", actor=office)
    mark_decision_as_past(past, actor=office)
