"""Who sees and keeps seats and mandates, and who meets whom in the member directory."""

from __future__ import annotations

from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from plugins.api.access import Actor, Decision, Policy, allowed, denied
from plugins.membership.models import GuestMandate, MemberProfile, Seat

OFFICE = "office"
READERS = frozenset({"members", "editors", OFFICE})
"""Who has a directory to look people up in. For everybody else there is none."""


def office_only(actor: Actor) -> Decision:
    if actor.has(OFFICE, "superusers"):
        return allowed()
    return denied(_("Only the programme office can do this."))


class KeptByOffice(Policy[Model]):
    """All members see it, the office keeps it."""

    def audience(self, obj: Model) -> frozenset[str]:
        return frozenset({"members", OFFICE, *self.concerned(obj)})

    def concerned(self, obj: Model) -> set[str]:
        """The people whom it is about, as principals."""
        raise NotImplementedError

    def create(self, actor: Actor, model: type[Model]) -> Decision:
        return office_only(actor)

    def edit(self, actor: Actor, obj: Model) -> Decision:
        return office_only(actor)

    def delete(self, actor: Actor, obj: Model) -> Decision:
        return denied(_("Give it an end instead: it ends, and is never deleted."))

    _NOT_VERBS = Policy._NOT_VERBS | {"concerned"}


class SeatPolicy(KeptByOffice):
    model = Seat

    def concerned(self, obj: Seat) -> set[str]:  # type: ignore[override]
        return {f"user:{obj.person_id}"}

    def visible_to(self, actor: Actor, objects: QuerySet[Seat]) -> QuerySet[Seat]:  # type: ignore[override]
        if actor.has("members", OFFICE):
            return objects
        return objects.filter(person__in=map(int, actor.keys("user")))


class MandatePolicy(KeptByOffice):
    model = GuestMandate

    def concerned(self, obj: GuestMandate) -> set[str]:  # type: ignore[override]
        return {f"user:{pk}" for pk in obj.people.values_list("pk", flat=True)}

    def visible_to(self, actor: Actor, objects: QuerySet[GuestMandate]) -> QuerySet[GuestMandate]:  # type: ignore[override]
        if actor.has("members", OFFICE):
            return objects
        return objects.filter(people__in=map(int, actor.keys("user"))).distinct()


class MemberProfilePolicy(Policy[MemberProfile]):
    """Members, editors and office meet whoever is in the directory; what stands there is each person's own decision."""

    model = MemberProfile

    def audience(self, profile: MemberProfile) -> frozenset[str]:
        is_found = MemberProfile.objects.in_directory().filter(pk=profile.pk).exists()
        return frozenset({f"user:{profile.pk}"}) | (READERS if is_found else frozenset())

    def visible_to(self, actor: Actor, profiles: QuerySet[MemberProfile]) -> QuerySet[MemberProfile]:
        own = Q(pk__in=map(int, actor.keys("user")))
        if not actor.has(*READERS):
            return profiles.filter(own)
        return profiles.filter(own | Q(pk__in=MemberProfile.objects.in_directory().values("pk")))

    def browse(self, actor: Actor, model: type[MemberProfile]) -> Decision:
        """Opening the directory."""
        return allowed() if actor.has(*READERS) else denied(_("The directory is for members of the forum."))

    def edit(self, actor: Actor, profile: MemberProfile) -> Decision:
        if actor.has(f"user:{profile.pk}"):
            return allowed()
        return denied(_("Only the person themselves decides what members see."))
