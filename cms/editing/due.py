"""“What is due”: a page of the admin with everything that somebody should look at again."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem

from cms.queries.due import SOON, what_is_due
from plugins.api.adapters.admin_pages import AdminPage
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.routes import Rule, answers


@answers(Rule.STAFF)
class DueView(AdminPage, TemplateView):
    template_name = "editing/due.html"
    page_title = _("What is due")
    header_icon = "calendar-check"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        due = what_is_due(actor_of(self.request))
        parts = [
            (_("Review is due or comes up soon"), due.review, due.review_count),
            (_("Nobody is responsible"), due.without_person, due.without_person_count),
            (_("There is no summary"), due.without_summary, due.without_summary_count),
        ]
        return super().get_context_data(due=due, parts=parts, days=SOON.days, **kwargs)


def due_menu_item() -> MenuItem:
    return MenuItem(_("What is due"), reverse("editing:due"), name="due", icon_name="calendar-check", order=150)
