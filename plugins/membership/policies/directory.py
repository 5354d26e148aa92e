"""Who meets whom in the member directory."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from plugins.api.access import Actor, Decision, Policy, allowed, denied
from plugins.membership.models import MemberProfile
from plugins.membership.policies.office import OFFICE

READERS = frozenset({"members", "editors", OFFICE})
"""Who has a directory to look people up in. For everybody else there is none."""


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
