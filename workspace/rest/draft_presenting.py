"""Drafts, their versions and what is said beside them in the shapes of the API."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from cms.accounts.models import User
from plugins.api.access import Actor, abilities
from workspace.models import Draft, DraftComment, DraftSuggestion, DraftVersion
from workspace.queries.draft_challenges import challenges_of
from workspace.queries.draft_rows import groups_known, writers_of
from workspace.rest.presenting import person_as_json

VERBS = (
    *("comment", "suggest", "write", "name_version", "rename", "change_readers"),
    *("connect", "merge", "split"),
    *("open_consultation", "call_decision", "decide", "publish", "resume", "close", "reopen"),
)
VERBS_OF_COMMENT = ("answer", "resolve", "reopen", "delete")
VERBS_OF_SUGGESTION = ("accept", "decline", "withdraw")


def draft_as_json(actor: Actor, draft: Draft, known: Collection[int] | None = None) -> dict[str, Any]:
    """`known` are the groups of which the actor knows, where many drafts are told."""
    if known is None:
        known = groups_known(actor, [draft])
    group = draft.group if draft.group_id in known else None
    return {
        "id": draft.pk,
        "url": draft.get_absolute_url(),
        "title": draft.title,
        "group": {"slug": group.slug, "title": group.title} if group else None,
        "county": {"key": draft.county.key, "name": draft.county.name} if draft.county else None,
        "state": draft.state,
        "reach": draft.reach,
        "created_at": draft.created_at.isoformat(),
        "updated_at": draft.updated_at.isoformat(),
        "may": abilities(actor, draft, VERBS),
    }


def challenges_as_json(actor: Actor, draft: Draft) -> list[dict[str, Any]]:
    """What it answers, as far as the caller reads it."""
    found = challenges_of(actor, draft)
    return [{"id": one.pk, "title": one.discussion.title, "url": one.get_absolute_url()} for one in found]


def version_as_json(version: DraftVersion, draft: Draft) -> dict[str, Any]:
    """As lists show it: without its text."""
    version.draft = draft
    return {
        "number": version.number,
        "url": version.get_absolute_url(),
        "name": version.name,
        "digest": version.digest,
        "saved_by": person_as_json(version.saved_by),
        "saved_at": version.saved_at.isoformat(),
    }


def whole_version_as_json(version: DraftVersion, draft: Draft) -> dict[str, Any]:
    """With its text, and who wrote what of it."""
    people = writers_of(version)
    authors = [[_run(length, people.get(who)) for length, who in runs] for runs in version.authors]
    return version_as_json(version, draft) | {"document": version.content, "authors": authors}


def comment_as_json(actor: Actor, comment: DraftComment, draft: Draft) -> dict[str, Any]:
    """A comment that was fetched with its answers."""
    comment.draft = draft
    return {
        "id": comment.pk,
        "url": f"{draft.get_absolute_url()}#bemerkung-{comment.pk}",
        "author": person_as_json(comment.author),
        "county": str(comment.county) if comment.county else None,
        "text": comment.text,
        "quote": comment.quote,
        "answers_to": comment.answers_to_id,
        "created_at": comment.created_at.isoformat(),
        "resolved": comment.is_resolved,
        "resolved_at": comment.resolved_at.isoformat() if comment.resolved_at else None,
        "resolved_by": person_as_json(comment.resolved_by) if comment.resolved_by else None,
        "deleted": comment.is_deleted,
        "may": abilities(actor, comment, VERBS_OF_COMMENT),
        "answers": [_answer_as_json(actor, answer, draft) for answer in comment.answers.all()],
    }


def suggestion_as_json(
    actor: Actor, suggestion: DraftSuggestion, draft: Draft, stale: Collection[int]
) -> dict[str, Any]:
    """`stale` are the numbers of those whose passage was changed since."""
    suggestion.draft = draft
    return {
        "id": suggestion.pk,
        "url": f"{draft.get_absolute_url()}#vorschlag-{suggestion.pk}",
        "author": person_as_json(suggestion.author),
        "county": str(suggestion.county) if suggestion.county else None,
        "quote": suggestion.quote,
        "replacement": suggestion.replacement,
        "reason": suggestion.reason,
        "state": suggestion.state,
        "stale": suggestion.pk in stale if suggestion.is_open else None,
        "created_at": suggestion.created_at.isoformat(),
        "decided_at": suggestion.decided_at.isoformat() if suggestion.decided_at else None,
        "decided_by": person_as_json(suggestion.decided_by) if suggestion.decided_by else None,
        "decision_reason": suggestion.decision_reason,
        "may": abilities(actor, suggestion, VERBS_OF_SUGGESTION),
    }


def _answer_as_json(actor: Actor, answer: DraftComment, draft: Draft) -> dict[str, Any]:
    """Answers hang on the comment that began, so they have none of their own."""
    answer.draft = draft
    return {
        "id": answer.pk,
        "author": person_as_json(answer.author),
        "county": str(answer.county) if answer.county else None,
        "text": answer.text,
        "created_at": answer.created_at.isoformat(),
        "may": abilities(actor, answer, VERBS_OF_COMMENT),
    }


def _run(length: int, person: User | None) -> dict[str, Any]:
    return {"length": length, "author": person_as_json(person) if person else None}
