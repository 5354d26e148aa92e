"""What a place in a working group opens, at this moment."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from cms.accounts.models import User
from workspace.models import GroupMembership, GroupRole, WorkingGroup


def principals_of(user: User) -> set[str]:
    """`group:<id>` for every group, and `coordinator:<id>` for those that the person coordinates."""
    principals = set()
    places = GroupMembership.objects.in_force().filter(user=user).values_list("group_id", "role")
    for group, role in places:
        principals.add(f"group:{group}")
        if role == GroupRole.COORDINATOR:
            principals.add(f"coordinator:{group}")
    return principals


def people_with(principal: str) -> QuerySet[User] | None:
    """The people whom a place in a group gives this principal now; None when it is not one of ours."""
    kind, _sep, key = principal.partition(":")
    if kind not in ("group", "coordinator"):
        return None
    places = GroupMembership.objects.in_force().filter(group=int(key))
    if kind == "coordinator":
        places = places.filter(role=GroupRole.COORDINATOR)
    return User.objects.filter(is_active=True, group_memberships__in=places).distinct()


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
