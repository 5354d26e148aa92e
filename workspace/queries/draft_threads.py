"""What is said beside a draft, as programs are told of it: comments with their answers, suggestions that went stale."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from plugins.api.access import Actor
from plugins.api.errors import Missing
from workspace.drafting.store import load
from workspace.models import Draft, DraftComment, DraftSuggestion
from workspace.queries.drafts import comments_of, suggestions_of


def threads_of(actor: Actor, draft: Draft, *, resolved: bool | None = None) -> QuerySet[DraftComment]:
    """Comments that answer no other, with their answers; only the settled ones, or only those that are not."""
    rows = _readable(actor, draft).filter(answers_to=None)
    return rows if resolved is None else rows.filter(resolved_at__isnull=not resolved)


def thread_for(actor: Actor, draft: Draft, pk: int) -> DraftComment:
    """One comment or answer. Raises Missing."""
    found = _readable(actor, draft).filter(pk=pk).first()
    if found is None:
        raise Missing
    return found


def suggestion_for(actor: Actor, draft: Draft, pk: int) -> DraftSuggestion:
    """Raises Missing."""
    found = suggestions_of(actor, draft).filter(pk=pk).first()
    if found is None:
        raise Missing
    return found


def stale_among(draft: Draft, suggestions: Iterable[DraftSuggestion]) -> set[int]:
    """The numbers of those open ones whose passage no longer reads as it did."""
    undecided = [suggestion for suggestion in suggestions if suggestion.is_open]
    if not undecided:
        return set()
    text = load(draft.pk)[0]
    return {one.pk for one in undecided if text.marked("suggestion", one.mark) != one.quote}


def _readable(actor: Actor, draft: Draft) -> QuerySet[DraftComment]:
    """Of a deleted comment a trace stays for as long as it has answers."""
    living = comments_of(actor, draft).filter(deleted_at=None)
    has_answers = Exists(living.order_by().filter(answers_to=OuterRef("pk")))
    rows = comments_of(actor, draft).filter(Q(deleted_at=None) | has_answers).order_by("pk")
    return rows.prefetch_related(Prefetch("answers", living.order_by("pk")))
