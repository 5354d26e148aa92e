"""Who sees and keeps the tasks that people have in the forum."""

from __future__ import annotations

from django.db.models import QuerySet

from plugins.api.access import Actor
from plugins.membership.models import ForumRole
from plugins.membership.policies.office import OFFICE, KeptByOffice


class ForumRolePolicy(KeptByOffice):
    model = ForumRole

    def concerned(self, obj: ForumRole) -> set[str]:  # type: ignore[override]
        return {f"user:{obj.person_id}"}

    def visible_to(self, actor: Actor, objects: QuerySet[ForumRole]) -> QuerySet[ForumRole]:  # type: ignore[override]
        if actor.has("members", OFFICE):
            return objects
        return objects.filter(person__in=map(int, actor.keys("user")))
