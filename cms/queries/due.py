"""What is due: published entries that somebody should look at again, and what they lack."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.db.models import F, QuerySet
from django.utils import timezone

from cms.models import Entry
from plugins.api.access import Actor, may, visible_to
from plugins.api.extensions import ReviewTask
from plugins.api.registry import registry
from plugins.api.troubles import asked

SOON = timedelta(days=60)
"""How long before its date a review stands in the list."""
MOST_SHOWN = 50
"""Of each part; the count says how many there are."""


@dataclass(frozen=True)
class Due:
    """An entry in the list; readers' pages are linked for whoever may not change it."""

    entry: Entry
    is_overdue: bool
    may_edit: bool
    who: str = ""
    """Whose task its review is, where a package knows."""


@dataclass(frozen=True)
class DueList:
    """Three reasons to look at published entries; one entry may stand in several."""

    review: list[Due]
    review_count: int
    without_person: list[Due]
    without_person_count: int
    without_summary: list[Due]
    without_summary_count: int

    @property
    def is_empty(self) -> bool:
        return not (self.review_count or self.without_person_count or self.without_summary_count)


def what_is_due(actor: Actor, today: date | None = None) -> DueList:
    """The longest overdue and the longest unchanged come first."""
    today = today or timezone.localdate()
    live = visible_to(actor, Entry.objects.all()).filter(live=True).select_related("responsible")
    review = live.filter(review_by__lte=today + SOON).order_by("review_by", "pk")
    reviews = _rows(review, actor, today)
    who = _who_reviews(actor, [row.entry.pk for row in reviews])
    oldest_first = live.order_by(F("last_published_at").asc(nulls_first=True), "pk")
    without_person = oldest_first.filter(responsible=None)
    without_summary = oldest_first.filter(summary="")
    return DueList(
        [replace(row, who=who.get(row.entry.pk, "")) for row in reviews],
        review.count(),
        _rows(without_person, actor, today),
        without_person.count(),
        _rows(without_summary, actor, today),
        without_summary.count(),
    )


def _who_reviews(actor: Actor, entries: list[int]) -> dict[int, str]:
    told: dict[int, str] = {}
    for record in registry.records(ReviewTask) if entries else ():
        told |= asked(record, {}, record.who, actor, entries)
    return told


def _rows(entries: QuerySet[Entry], actor: Actor, today: date) -> list[Due]:
    return [
        Due(entry, entry.review_by is not None and entry.review_by < today, bool(may(actor, "edit", entry)))
        for entry in entries[:MOST_SHOWN]
    ]
