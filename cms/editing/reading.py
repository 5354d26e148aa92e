"""The hint on readability in the form of an entry, refreshed whenever Wagtail has kept the draft."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET
from wagtail.admin.panels import Panel

from cms.editing.releasing import visible_entry
from cms.queries.readability import reading_hints
from plugins.api.adapters.routes import Rule, answers


class ReadabilityPanel(Panel):
    """How many sentences are hard to read, and on request which, why, and what would help."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "editing/readability_panel.html"

        def is_shown(self) -> bool:
            return super().is_shown() and bool(self.instance.pk)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            return {
                **super().get_context_data(parent_context),
                "entry": self.instance,
                "hints": reading_hints(self.instance),
            }


@answers(Rule.STAFF)
@require_GET
def readability(request: HttpRequest, entry_id: int) -> HttpResponse:
    """What the panel says about the newest version, without a page around it."""
    newest = visible_entry(request, entry_id).get_latest_revision_as_object()
    return render(request, "editing/readability.html", {"hints": reading_hints(newest)})
