"""What the workspace plugs in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from plugins.api import extensions as slots
from workspace import principals
from workspace.models import GroupMembership
from workspace.personal_data import groups as group_data
from workspace.policies.groups import GroupMembershipPolicy, WorkingGroupPolicy


def all_records() -> Iterator[Any]:
    yield slots.PrincipalProvider("workspace", principals.principals_of, principals.people_with, principals.in_words)
    yield from _groups()


def _groups() -> Iterator[Any]:
    yield slots.PolicyRecord(WorkingGroupPolicy())
    yield slots.PolicyRecord(GroupMembershipPolicy())
    yield slots.PersonalData(
        title=_("Working groups"),
        models=(GroupMembership,),
        hand_out=group_data.hand_out,
        erase=group_data.erase,
        text=_("The groups that you belong to, with dates. Who sees them stands on the page of each group."),
    )
