"""Consultations as documents for the search: what all members are asked, and what they said, for whoever reads it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugins.api.access import audience_of
from plugins.api.searching import SearchDocument
from workspace.facts import DraftChanged
from workspace.models import Consultation


def consultation_documents(ids: Iterable[int] | None) -> Iterator[SearchDocument]:
    """One document for each consultation, with all contributions."""
    rows = Consultation.objects.select_related("draft__group", "draft__county").order_by("pk")
    if ids is not None:
        rows = rows.filter(pk__in=list(ids))
    for one in rows.prefetch_related("questions", "contributions").iterator(chunk_size=100):
        said = list(one.contributions.all())
        questions = [question.text for question in one.questions.all()]
        yield SearchDocument(
            key=f"consultation:{one.pk}",
            type="consultation",
            object_id=one.pk,
            title=one.title,
            url=one.get_absolute_url(),
            audience=audience_of(one),
            summary=one.introduction,
            body="\n".join([*questions, *(contribution.text for contribution in said)]),
            published_at=one.opened_at,
            updated_at=max([one.opened_at, *(contribution.created_at for contribution in said)]),
        )


def consultations_of_draft(fact: DraftChanged) -> list[int]:
    """Those about the draft: with its owner, whoever reads it may change."""
    return list(Consultation.objects.filter(draft=fact.draft_id).values_list("pk", flat=True))
