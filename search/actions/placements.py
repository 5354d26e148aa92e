"""Placing results by hand."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Max
from wagtail.log_actions import log

from plugins.api.access import Actor, require
from plugins.api.errors import Missing
from search.engine import Thing
from search.models import Placement
from search.tuning import phrase_of


@transaction.atomic
def place_result(text: str, thing: Thing, title: str, *, is_pinned: bool, actor: Actor) -> Placement:
    """For this question the thing stands first from now on, behind others that do, or is not found."""
    require(actor, "create", Placement)

    phrase = phrase_of(text)
    last = Placement.objects.filter(phrase=phrase, is_pinned=True).aggregate(last=Max("place"))["last"] or 0
    placement, _new = Placement.objects.update_or_create(
        phrase=phrase,
        type=thing.type,
        object_id=thing.object_id,
        defaults={"title": title, "is_pinned": is_pinned, "place": last + 1 if is_pinned else 1},
    )
    log(placement, "wagtail.create", user=actor.user)
    return placement


@transaction.atomic
def forget_placement(placement_id: int, *, actor: Actor) -> None:
    """The thing stands again where its words put it."""
    placement = Placement.objects.select_for_update().filter(pk=placement_id).first()
    if placement is None:
        raise Missing
    require(actor, "delete", placement)

    log(placement, "wagtail.delete", user=actor.user)
    placement.delete()
