"""The questions of practice that a draft answers, and those that it could answer."""

from __future__ import annotations

from typing import Final

from django.db.models import F, Q, QuerySet

from plugins.api.access import Actor, visible_to
from workspace.models import Challenge, Draft

MOST_TO_CHOOSE: Final = 50
"""The newest; those that are chosen already stand among them however old they are."""


def challenges_of(actor: Actor, draft: Draft) -> QuerySet[Challenge]:
    """What the draft answers, as far as the actor reads it."""
    return visible_to(actor, draft.challenges.select_related("discussion")).order_by("pk")


def challenges_to_choose(actor: Actor, draft: Draft | None = None) -> QuerySet[Challenge]:
    """What the actor reads and nobody has taken back, the newest first, and what the draft answers already."""
    seen = visible_to(actor, Challenge.objects.all())
    newest = seen.exclude(withdrawn_at=F("discussion__closed_at")).order_by("-pk").values_list("pk", flat=True)
    offered = Q(pk__in=list(newest[:MOST_TO_CHOOSE]))
    if draft is not None:
        offered |= Q(pk__in=challenges_of(actor, draft).values("pk"))
    return seen.filter(offered).select_related("discussion").order_by("-pk")
