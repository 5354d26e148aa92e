"""Who sees and keeps seats."""

from __future__ import annotations

from django.db.models import QuerySet

from plugins.api.access import Actor
from plugins.membership.models import Seat
from plugins.membership.policies.office import OFFICE, KeptByOffice


class SeatPolicy(KeptByOffice):
    model = Seat

    def concerned(self, obj: Seat) -> set[str]:  # type: ignore[override]
        return {f"user:{obj.person_id}"}

    def visible_to(self, actor: Actor, objects: QuerySet[Seat]) -> QuerySet[Seat]:  # type: ignore[override]
        if actor.has("members", OFFICE):
            return objects
        return objects.filter(person__in=map(int, actor.keys("user")))
