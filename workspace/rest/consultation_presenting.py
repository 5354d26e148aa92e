"""Consultations and contributions in the shapes of the API."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from plugins.api.access import Actor, abilities
from workspace.models import Consultation, Contribution
from workspace.queries.consultation_rows import known_groups_of, reads_draft
from workspace.rest.presenting import person_as_json

VERBS = ("contribute", "answer", "end")


def consultation_as_json(
    actor: Actor, consultation: Consultation, known: Collection[int] | None = None
) -> dict[str, Any]:
    """One that was fetched with its counts. `known` are groups of which the actor knows, where many are told."""
    if known is None:
        known = known_groups_of(actor, [consultation])
    draft, version = consultation.draft, consultation.version
    group = draft.group if draft.group_id in known else None
    counts: Any = consultation
    return {
        "id": consultation.pk,
        "url": consultation.get_absolute_url(),
        "title": consultation.title,
        "draft": draft.pk,
        "group": {"slug": group.slug, "title": group.title} if group else None,
        "county": {"key": draft.county.key, "name": draft.county.name} if draft.county else None,
        "introduction": consultation.introduction,
        "questions": [{"number": one.number, "text": one.text} for one in consultation.questions.all()],
        "version": {
            "number": version.number,
            "digest": version.digest,
            "text": f"/api/v1/consultations/{consultation.pk}/text/",
        },
        "state": "open" if consultation.is_open else "ended",
        "opened_by": person_as_json(consultation.opened_by) if reads_draft(actor, draft) else None,
        "opened_at": consultation.opened_at.isoformat(),
        "ends_at": consultation.ends_at.isoformat(),
        "ended_at": consultation.ended_at.isoformat() if consultation.ended_at else None,
        "contributions": counts.contributions_count,
        "counties": counts.counties_count,
        "unanswered": counts.unanswered_count,
        "may": abilities(actor, consultation, VERBS),
    }


def contribution_as_json(actor: Actor, said: Contribution, consultation: Consultation) -> dict[str, Any]:
    """One of a consultation that was fetched with what the door asks about its draft."""
    said.consultation = consultation
    answerer = said.answered_by if reads_draft(actor, consultation.draft) else None
    return {
        "id": said.pk,
        "url": f"{consultation.get_absolute_url()}beitraege/#beitrag-{said.pk}",
        "consultation": consultation.pk,
        "author": person_as_json(said.author),
        "county": str(said.county) if said.county else None,
        "is_of_county": said.is_of_county,
        "question": said.question.number if said.question else None,
        "quote": said.quote,
        "block": said.block,
        "start": said.start,
        "text": said.text,
        "created_at": said.created_at.isoformat(),
        "outcome": said.outcome or None,
        "answer": said.answer,
        "answered_by": person_as_json(answerer) if answerer else None,
        "answered_at": said.answered_at.isoformat() if said.answered_at else None,
        "may": abilities(actor, said, ("answer", "change", "withdraw")),
    }
