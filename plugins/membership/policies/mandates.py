"""Who sees and keeps mandates of guests."""

from __future__ import annotations

from django.db.models import QuerySet

from plugins.api.access import Actor
from plugins.membership.models import GuestMandate
from plugins.membership.policies.office import OFFICE, KeptByOffice


class MandatePolicy(KeptByOffice):
    model = GuestMandate

    def concerned(self, obj: GuestMandate) -> set[str]:  # type: ignore[override]
        return {f"user:{pk}" for pk in obj.people.values_list("pk", flat=True)}

    def visible_to(self, actor: Actor, objects: QuerySet[GuestMandate]) -> QuerySet[GuestMandate]:  # type: ignore[override]
        if actor.has("members", OFFICE):
            return objects
        return objects.filter(people__in=map(int, actor.keys("user"))).distinct()
