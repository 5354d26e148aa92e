"""Who sees and keeps seats."""

from __future__ import annotations

from django.db.models import Model, QuerySet
from django.utils.translation import gettext_lazy as _

from plugins.api.access import Actor, Decision, allowed, denied
from plugins.membership.models import Seat
from plugins.membership.policies.office import OFFICE, KeptByOffice, office_only


class SeatPolicy(KeptByOffice):
    """Dates are for all members; whose name stands beside them is said by `queries.seats.holders`."""

    model = Seat

    def concerned(self, obj: Seat) -> set[str]:  # type: ignore[override]
        return {f"user:{obj.person_id}"}

    def visible_to(self, actor: Actor, objects: QuerySet[Seat]) -> QuerySet[Seat]:  # type: ignore[override]
        if actor.has("members", OFFICE):
            return objects
        return objects.filter(person__in=map(int, actor.keys("user")))

    def browse(self, actor: Actor, model: type[Model]) -> Decision:
        """Opening the pages of the counties that take part."""
        return allowed() if actor.has("members", OFFICE) else denied(_("Seats are for members of the forum."))

    def name_in_public(self, actor: Actor, obj: Seat) -> Decision:
        """To say that everybody may know that it takes part, or to take that back."""
        if actor.has(OFFICE, f"county:{obj.county.key}"):
            return allowed()
        return denied(_("Only the county itself and the programme office say whether it is named in public."))

    def hand_over(self, actor: Actor, obj: Seat) -> Decision:
        """To end it, with or without somebody who takes over."""
        if not obj.is_in_force:
            return denied(_("This seat does not hold, so there is nothing to hand over."))
        if obj.followed_by.exists():
            return denied(_("This seat is handed over already."))
        return office_only(actor)
