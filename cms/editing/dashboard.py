"""The first screen of the admin: what waits for the reader, then what they write, what is to release, what failed."""

from __future__ import annotations

from typing import Any

from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import UserObjectsInWorkflowModerationPanel, WorkflowObjectsToModeratePanel

from cms.accounts.roles import OFFICE
from cms.queries.desk import own_drafts, waiting_for
from cms.queries.releases import waiting_for_release
from plugins.api.access import SUPERUSERS
from plugins.api.adapters.http import actor_of
from plugins.api.registry import registry
from plugins.api.troubles import recent

REPLACED = (WorkflowObjectsToModeratePanel, UserObjectsInWorkflowModerationPanel)
"""Wagtail's own lists of the workflow, which speak of pages, snippets and moderation."""


class WaitingForYou(Component):
    """Reviews to do, and own entries that came back with a wish for changes."""

    name = "waiting_for_you"
    template_name = "editing/waiting_for_you.html"
    order = 10

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"tasks": waiting_for(actor_of(parent_context["request"]))}


class OwnDrafts(Component):
    """What the reader writes and nobody reads yet."""

    name = "own_drafts"
    template_name = "editing/own_drafts.html"
    order = 30

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"drafts": own_drafts(actor_of(parent_context["request"]))}


class WaitingForRelease(Component):
    """Entries with something for everybody that nobody has released yet; the reader's own come first."""

    name = "waiting_for_release"
    template_name = "editing/waiting.html"
    order = 50

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"waiting": waiting_for_release(actor_of(parent_context["request"]))}


class PluginTroubles(Component):
    """Plugins that failed within a day, or were left out at the start; for whoever looks after the forum."""

    name = "plugin_troubles"
    template_name = "editing/troubles.html"
    order = 70

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        if not actor_of(parent_context["request"]).has(OFFICE, SUPERUSERS):
            return {}
        return {"troubles": recent(), "left_out": registry.left_out}


def arrange(panels: list[Any]) -> None:
    """Ours in place of Wagtail's; what is left of Wagtail's comes after them."""
    panels[:] = [panel for panel in panels if not isinstance(panel, REPLACED)]
    panels += [WaitingForYou(), OwnDrafts(), WaitingForRelease(), PluginTroubles()]
