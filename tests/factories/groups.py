from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from django.utils.text import slugify

from cms.accounts.models import User
from cms.models import County
from plugins.api.actors import actor_for
from workspace.models import GroupMembership, GroupRole, GroupState, WorkingGroup


def make_group(title: str = "AG Wohnen", *, coordinator: User | None = None, **fields) -> WorkingGroup:
    """A group at work, coordinated by one person if one is given."""
    asked = {"question": "Wie finden Familien eine Wohnung?", "expected_result": "Eine Empfehlung."}
    life = {"state": GroupState.ACTIVE, "founded_at": timezone.now()}
    group = WorkingGroup.objects.create(**{"title": title, "slug": slugify(title), **asked, **life, **fields})
    if coordinator:
        join_group(group, coordinator, GroupRole.COORDINATOR)
    return group


def join_group(
    group: WorkingGroup,
    user: User,
    role: str = GroupRole.WRITER,
    *,
    joined_at: datetime | None = None,
    left_at: datetime | None = None,
) -> GroupMembership:
    """A place in the group, for the county of the person's seat."""
    county = County.objects.filter(key__in=actor_for(user).keys("county")).first()
    joined_at = joined_at or timezone.now()
    return GroupMembership.objects.create(
        group=group, user=user, role=role, county=county, joined_at=joined_at, left_at=left_at
    )
