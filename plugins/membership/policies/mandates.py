"""Who sees and keeps mandates of guests."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from plugins.api.access import Actor, Decision, Policy, allowed, audience_of, denied, visible_to
from plugins.membership.models import GuestMandate, MandateGroup, MandateThing
from plugins.membership.policies.office import OFFICE, KeptByOffice, office_only
from workspace.models import WorkingGroup


class MandatePolicy(KeptByOffice):
    model = GuestMandate
    covers = (MandateThing,)

    def concerned(self, obj: GuestMandate) -> set[str]:  # type: ignore[override]
        return {f"user:{pk}" for pk in obj.people.values_list("pk", flat=True)}

    def visible_to(self, actor: Actor, objects: QuerySet[GuestMandate]) -> QuerySet[GuestMandate]:  # type: ignore[override]
        if actor.has("members", OFFICE):
            return objects
        return objects.filter(people__in=map(int, actor.keys("user"))).distinct()

    def end(self, actor: Actor, obj: GuestMandate) -> Decision:
        if not obj.is_in_force:
            return denied(_("This mandate does not hold, so it cannot be ended."))
        return office_only(actor)


class MandateGroupPolicy(Policy[MandateGroup]):
    """Whoever knows of the group knows of its guests. Groups organise themselves: their coordinators answer."""

    model = MandateGroup

    def audience(self, obj: MandateGroup) -> frozenset[str]:
        return audience_of(obj.group)

    def visible_to(self, actor: Actor, objects: QuerySet[MandateGroup]) -> QuerySet[MandateGroup]:
        return objects.filter(group__in=visible_to(actor, WorkingGroup.objects.all()))

    def create(self, actor: Actor, model: type[MandateGroup]) -> Decision:
        """To propose a guest to a group."""
        return office_only(actor)

    def agree(self, actor: Actor, obj: MandateGroup) -> Decision:
        """The guest's people then read and talk in the group."""
        if not obj.is_open:
            return denied(_("This is answered already."))
        return self._coordinates(actor, obj)

    def end(self, actor: Actor, obj: MandateGroup) -> Decision:
        """To decline a guest, or to let one go."""
        if obj.ended_at is not None:
            return denied(_("This has ended already."))
        return self._coordinates(actor, obj)

    def _coordinates(self, actor: Actor, obj: MandateGroup) -> Decision:
        if not actor.has(obj.group.coordinator_principal):
            return denied(_("Only those who coordinate the group decide about its guests."))
        return denied(_("This group is closed; everything stays as it is.")) if obj.group.is_closed else allowed()
