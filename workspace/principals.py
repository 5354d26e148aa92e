"""What a place in a working group opens, at this moment."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from cms.accounts.models import User
from plugins.api.actors import people_behind
from workspace.models import GroupMembership, GroupRole, WorkingGroup


def principals_of(user: User) -> set[str]:
    """`group:<id>` for each group, `coordinator:<id>` for those that they coordinate, `place:<id>` for each place."""
    principals = set()
    places = GroupMembership.objects.in_force().filter(user=user).values_list("pk", "group_id", "role", "county__key")
    still_held: dict[str | None, bool] = {None: True}
    for place, group, role, county in places:
        if county not in still_held:
            still_held[county] = any(people.filter(pk=user.pk).exists() for people in _sitting_for(county))
        if still_held[county]:
            principals |= {f"place:{place}", f"group:{group}"}
            if role == GroupRole.COORDINATOR:
                principals.add(f"coordinator:{group}")
    return principals


def people_with(principal: str) -> QuerySet[User] | None:
    """The people whom a place in a group gives this principal now; None when it is not one of ours."""
    kind, _sep, key = principal.partition(":")
    places = GroupMembership.objects.in_force()
    match kind:
        case "group":
            places = places.filter(group=int(key))
        case "coordinator":
            places = places.filter(group=int(key), role=GroupRole.COORDINATOR)
        case "place":
            places = places.filter(pk=int(key))
        case _:
            return None
    held = Q(county=None)
    for county in places.exclude(county=None).order_by().values_list("county__key", flat=True).distinct():
        for people in _sitting_for(county):
            held |= Q(county__key=county, user__in=people)
    return User.objects.filter(is_active=True, group_memberships__in=places.filter(held)).distinct()


def _sitting_for(county: str) -> list[QuerySet[Any]]:
    """Whoever came into a group for a county is in it for as long as they sit for it."""
    return people_behind(f"county:{county}")


def in_words(principal: str) -> str | None:
    """A place in the reader's words."""
    kind, _sep, key = principal.partition(":")
    if kind not in ("group", "coordinator"):
        return None
    group = WorkingGroup.objects.filter(pk=key).first()
    if group is None:
        return None
    words = _("Coordinates the working group “%s”") if kind == "coordinator" else _("Working group “%s”")
    return words % group
