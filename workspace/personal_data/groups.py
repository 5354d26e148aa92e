"""What places in working groups say about a person."""

from __future__ import annotations

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.accounts.models import User
from workspace.models import GroupMembership


def hand_out(user: User) -> list[dict[str, object]]:
    """Groups with role and dates."""
    places = GroupMembership.objects.filter(user=user).select_related("group", "county")
    return [
        {
            "group": place.group.title,
            "role": place.get_role_display(),
            "county": str(place.county) if place.county else None,
            "from": place.joined_at.isoformat(),
            "until": place.left_at.isoformat() if place.left_at else None,
        }
        for place in places
    ]


def erase(user: User) -> list[str]:
    """Places end now and point to the empty account."""
    now = timezone.now()
    places = GroupMembership.objects.filter(user=user)
    places.filter(Q(left_at=None) | Q(left_at__gt=now)).update(left_at=now)
    if not places.exists():
        return []
    return [_("The dates of places in working groups stay, without a name: groups count by counties.")]
