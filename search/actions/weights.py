"""Deciding how much titles, summaries, texts and kinds of entries count."""

from __future__ import annotations

from django.db import transaction
from wagtail.log_actions import log

from plugins.api.access import Actor, require
from search.models import SearchWeights
from search.weighing import Weights


@transaction.atomic
def set_weights(weights: Weights, *, actor: Actor) -> SearchWeights:
    """They hold from the next search on, for everybody. `Weights()` is the default."""
    require(actor, "create", SearchWeights)

    row, _new = SearchWeights.objects.update_or_create(
        pk=SearchWeights.ONLY,
        defaults={
            "fields": {name: int(step) for name, step in weights.fields.items() if step},
            "kinds": {kind: int(step) for kind, step in weights.kinds.items() if step},
        },
    )
    log(row, "search.weigh", user=actor.user, data={"fields": row.fields, "kinds": row.kinds})
    return row
