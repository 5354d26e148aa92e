"""The first screen of the admin: what is waiting for somebody comes first."""

from __future__ import annotations

from typing import Any

from wagtail.admin.ui.components import Component

from cms.queries.releases import waiting_for_release
from plugins.api.adapters.http import actor_of


class WaitingForRelease(Component):
    """Entries with something for everybody that nobody has released yet; the reader's own come first."""

    name = "waiting_for_release"
    template_name = "editing/waiting.html"
    order = 50

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"waiting": waiting_for_release(actor_of(parent_context["request"]))}
