"""Who knows that somebody offers to be a mentor."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from plugins.api.access import Actor, Decision, Policy, allowed, denied
from plugins.membership.models import MentorOffer
from plugins.membership.policies.office import OFFICE


class MentorOfferPolicy(Policy[MentorOffer]):
    """The person and the office. The word beside a name in the directory is part of the directory."""

    model = MentorOffer

    def audience(self, offer: MentorOffer) -> frozenset[str]:
        return frozenset({f"user:{offer.pk}", OFFICE})

    def visible_to(self, actor: Actor, offers: QuerySet[MentorOffer]) -> QuerySet[MentorOffer]:
        return offers if actor.has(OFFICE) else offers.filter(pk__in=map(int, actor.keys("user")))

    def create(self, actor: Actor, model: type[MentorOffer]) -> Decision:
        return allowed() if actor.has("members") else denied(_("Only whoever holds a seat becomes a mentor."))

    def edit(self, actor: Actor, offer: MentorOffer) -> Decision:
        if actor.has(f"user:{offer.pk}"):
            return allowed()
        return denied(_("Only the person themselves decides what they offer."))

    def delete(self, actor: Actor, offer: MentorOffer) -> Decision:
        return self.edit(actor, offer)
