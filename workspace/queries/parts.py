"""What packages that can be switched off have in a working group."""

from __future__ import annotations

from plugins.api.extensions import GroupTab
from plugins.api.registry import registry
from plugins.api.switching import is_in_group
from workspace.models import WorkingGroup


def switched_on_in(group: WorkingGroup) -> list[str]:
    """Their titles, for whoever leads the group: the programme office decides about it."""
    found = {
        str(one.origin.title)
        for one in registry.registrations(GroupTab)
        if not one.origin.is_fixed and is_in_group(one.origin, group.principal)
    }
    return sorted(found, key=str.casefold)
