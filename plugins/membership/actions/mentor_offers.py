"""A member offers to accompany new ones, and takes that back."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.log_actions import log

from cms.models import Topic
from plugins.api.access import Actor, require, visible_to
from plugins.api.errors import Invalid
from plugins.membership.models import MentorOffer


@transaction.atomic
def offer_mentoring(
    *,
    actor: Actor,
    capacity: int,
    topics: Collection[Topic] = (),
    sentence: str = "",
    paused_until: date | None = None,
    is_shown: bool = False,
) -> MentorOffer:
    """Join the pool, or change what one offers. The next proposals follow it; running mentorships stay."""
    require(actor, "create", MentorOffer)
    offer = MentorOffer.objects.select_for_update().filter(pk=actor.user.pk).first() or MentorOffer(person=actor.user)
    offer.capacity, offer.sentence = capacity, " ".join(sentence.split())
    offer.paused_until, offer.is_shown = paused_until, is_shown
    try:
        offer.full_clean(validate_unique=False)
    except ValidationError as error:
        raise Invalid(error.message_dict) from error
    offer.save()
    offer.topics.set(visible_to(actor, Topic.objects.filter(pk__in=[topic.pk for topic in topics])))
    log(offer, "membership.offer_mentoring", user=actor.user, title=f"#{offer.pk}")
    return offer


@transaction.atomic
def end_offer(offer: MentorOffer, *, actor: Actor) -> None:
    """Leave the pool. Whom the person accompanies now, they go on accompanying."""
    offer = MentorOffer.objects.select_for_update().get(pk=offer.pk)
    require(actor, "delete", offer)
    log(offer, "membership.end_offer", user=actor.user, title=f"#{offer.pk}")
    offer.delete()
