"""Above the form of a recommendation that comes from a draft: what may be done with it, and how far it has come."""

from __future__ import annotations

from typing import Any

from wagtail.admin.panels import Panel

from plugins.api.access import may
from plugins.api.adapters.http import actor_of
from workspace.queries.publications import Course, publication_of_entry, sent_back_from


class PublicationPanel(Panel):
    """While the text is being checked, and after it was given back until it comes anew."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "editing/publication_panel.html"

        def is_shown(self) -> bool:
            if not super().is_shown() or not self.instance.pk:
                return False
            self.publication = publication_of_entry(self.instance) or sent_back_from(self.instance)
            return self.publication is not None

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            publication = self.publication
            assert publication is not None
            return {
                **super().get_context_data(parent_context),
                "publication": publication,
                "course": Course(publication),
                "may_sign": may(actor_of(self.request), "sign", publication),
            }
