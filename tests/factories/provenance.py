from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone

from cms.accounts.models import User
from cms.models import Entry
from plugins.api.actors import actor_for
from tests.factories.entries import make_entry
from workspace.actions.decisions import answer_decision, call_decision, finish_decision
from workspace.models import Decision, Draft, DraftState, Publication, PublicationState


def decide(draft: Draft, *, by: User) -> Decision:
    """Its people are asked; all agree, but that whoever called it is the last to answer."""
    decision = call_decision(draft, days=7, actor=actor_for(by))
    for voice in decision.voices.select_related("person"):
        answer_decision(decision, "agree", actor=actor_for(voice.person))
    return finish_decision(Decision.objects.get(pk=decision.pk), actor=actor_for(by))


def make_publication(
    draft: Draft,
    *,
    by: User,
    decision: Decision | None = None,
    entry: Entry | None = None,
    at: datetime | None = None,
    **fields: Any,
) -> Publication:
    """The draft stands in the knowledge base, as it was decided. `fields` are the entry's."""
    decision = decision or decide(draft, by=by)
    Draft.objects.filter(pk=draft.pk).update(state=DraftState.PUBLISHED)
    fields = {"title": draft.title, **fields}
    return Publication.objects.create(
        draft=draft,
        version=decision.version,
        decision=decision,
        entry=entry or make_entry("recommendation", **fields),
        state=PublicationState.PUBLISHED,
        submitted_by=by,
        ended_by=by,
        ended_at=at or timezone.now(),
    )
