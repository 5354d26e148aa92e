"""Who reads the adoption register, and who writes in it."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from cms.models import Projection
from plugins.api.access import Actor, Decision, Policy, allowed, denied
from plugins.membership.models import Adoption, AdoptionStep
from plugins.membership.policies.office import OFFICE

READERS = frozenset({"members", "editors", OFFICE})
"""Who reads which county did what. Everybody else who reads an entry learns how many counties there were."""


class AdoptionPolicy(Policy[Adoption]):
    """All members read it, as long as they read the entry: what is said of one that was taken back rests with it.

    Whoever sits for the county writes; nobody corrects a county.
    """

    model = Adoption
    covers = (AdoptionStep,)

    def audience(self, adoption: Adoption) -> frozenset[str]:
        is_published = Projection.objects.filter(entry=adoption.entry_id).exists()
        return READERS if is_published else frozenset()

    def visible_to(self, actor: Actor, adoptions: QuerySet[Adoption]) -> QuerySet[Adoption]:
        if not actor.has(*READERS):
            return adoptions.none()
        return adoptions.filter(Exists(Projection.objects.filter(entry=OuterRef("entry"))))

    def browse(self, actor: Actor, model: type[Adoption]) -> Decision:
        """Opening the register."""
        return allowed() if actor.has(*READERS) else denied(_("The register is for members of the forum."))

    def create(self, actor: Actor, model: type[Adoption]) -> Decision:
        """For the own county, which the action looks at."""
        return allowed() if actor.keys("county") else denied(_("Only who holds a seat for a county records this."))

    def edit(self, actor: Actor, adoption: Adoption) -> Decision:
        if actor.has(adoption.principal):
            return allowed()
        return denied(_("Only the county itself says what it does with an entry."))

    def take_back(self, actor: Actor, adoption: Adoption) -> Decision:
        """To strike out what was entered by mistake, as if it had never been said."""
        if actor.has(adoption.principal):
            return allowed()
        return denied(_("Only the county itself takes back what it said about an entry."))
