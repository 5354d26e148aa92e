"""“How the search understands”: a page of the admin that says why each hit stands where it does."""

from __future__ import annotations

from typing import Any

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from plugins.api.access import ANONYMOUS, Actor
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.routes import Rule, answers
from search.engine import EngineUnavailable
from search.explaining import explain


@answers(Rule.STAFF)
class ExplainView(WagtailAdminTemplateMixin, TemplateView):
    """With one's own eyes, or with those of a visitor."""

    template_name = "search/editing/explain.html"
    page_title = _("How the search understands")
    header_icon = "search"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        text = self.request.GET.get("q", "").strip()
        as_visitor = self.request.GET.get("as") == "visitor"
        found = self._explained(text, ANONYMOUS if as_visitor else actor_of(self.request)) if text else {}
        return super().get_context_data(query=text, as_visitor=as_visitor, **found, **kwargs)

    def _explained(self, text: str, actor: Actor) -> dict[str, Any]:
        try:
            return {"explained": explain(text, actor=actor, limit=20)}
        except EngineUnavailable:
            return {"is_unavailable": True}


def explain_menu_item() -> MenuItem:
    return MenuItem(
        _("Search explained"),
        reverse_lazy("search_editing:explain"),
        name="explain-search",
        icon_name="search",
        order=160,
    )
