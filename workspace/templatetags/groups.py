"""What pages of a working group have in common."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.context import Context

from plugins.api.adapters.http import actor_of
from plugins.api.extensions import GroupTab
from plugins.api.registry import registry
from plugins.api.switching import is_in_group
from plugins.api.troubles import asked
from workspace.models import WorkingGroup

register = template.Library()


@register.inclusion_tag("arbeitsgruppen/tabs.html", takes_context=True)
def group_tabs(context: Context, group: WorkingGroup, current: str = "") -> dict[str, Any]:
    """The parts of a group that this reader finds, as links; `current` is the name of the one that is open."""
    actor = actor_of(context["request"])
    found = (one for one in registry.registrations(GroupTab) if is_in_group(one.origin, group.principal))
    tabs = sorted((one.record for one in found), key=lambda tab: tab.order)
    return {
        "group": group,
        "current": current,
        "tabs": [
            {"name": tab.name, "title": tab.title, "url": url}
            for tab in tabs
            if asked(tab, False, tab.shown_to, actor, group) and (url := asked(tab, "", tab.url, group))
        ],
    }
