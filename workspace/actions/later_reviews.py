"""When the review of a recommendation is due, those hear of it who wrote it."""

from __future__ import annotations

from django.db import transaction

from plugins.api.outbox import announce
from workspace.facts import ReviewDue
from workspace.queries.later_reviews import due_publications


@transaction.atomic
def tell_of_due_reviews() -> None:
    """Said daily; each person is told once about a date."""
    for publication in due_publications():
        announce(ReviewDue(publication.pk))
