"""The adopted text and what its page says now, beside each other, in the admin."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView

from plugins.api.access import may, visible_to
from plugins.api.adapters.admin_pages import AdminPage
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Missing
from workspace.models import Publication
from workspace.queries.publications import Course, changes_of
from workspace.views.draft_words import stretches_of, unsigned


@answers(Rule.STAFF)
class ChangesView(AdminPage, TemplateView):
    """What editors have changed since the text was handed over; unchanged paragraphs are folded."""

    template_name = "editing/publication_changes.html"
    page_title = gettext_lazy("Comparison with the adopted text")

    @cached_property
    def publication(self) -> Publication:
        rows = Publication.objects.select_related("draft__group", "draft__county", "version", "revision", "entry")
        found = visible_to(actor_of(self.request), rows).filter(pk=self.kwargs["pk"]).first()
        if found is None or found.entry is None:
            raise Missing
        return found

    def get_page_subtitle(self) -> str:
        return self.publication.draft.title

    def leads_here(self) -> list[dict[str, Any]]:
        assert self.publication.entry is not None
        edit = reverse("wagtailadmin_pages:edit", args=[self.publication.entry.pk])
        return [{"url": edit, "label": self.publication.entry.title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = changes_of(self.publication)
        return super().get_context_data(
            publication=self.publication,
            course=Course(self.publication),
            may_sign=may(actor_of(self.request), "sign", self.publication),
            stretches=stretches_of(rows, unsigned),
            is_known=bool(rows),
            is_same=all(row.change == "same" for row in rows),
            **kwargs,
        )
