"""What a place in a working group opens, at this moment."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.accounts.models import User
from plugins.api.actors import holders_of
from plugins.api.prepared import MOMENT, USER, Prepared
from workspace.models import GroupMembership, GroupRole, WorkingGroup

_PLACES = Prepared(
    lambda: (
        GroupMembership.objects.in_force(MOMENT)
        .filter(user=USER)
        .order_by()
        .values_list("pk", "group_id", "role", "county__key")
    )
)


def following(user: User, held: frozenset[str]) -> set[str]:
    """`group:<id>` for each group, `coordinator:<id>` for those that they coordinate, `place:<id>` for each place.

    Whoever came into a group for a county is in it for as long as they sit for it.
    """
    principals = set()
    for place, group, role, county in _PLACES(user=user.pk, moment=timezone.now()):
        if county is None or f"county:{county}" in held:
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
    rows = list(places.order_by().values_list("user", "county__key"))
    sitting = holders_of("county") if any(county for _user, county in rows) else set()
    held = {user for user, county in rows if county is None or (user, county) in sitting}
    return User.objects.filter(is_active=True, pk__in=held)


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
