"""Pages of our own in Wagtail's admin."""

from __future__ import annotations

from typing import Any

from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin


class AdminPage(WagtailAdminTemplateMixin):
    """One that tells with its title where one is, below what leads to it."""

    def leads_here(self) -> list[dict[str, Any]]:
        """`url` and `label` of the pages between the first screen and this one."""
        return []

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, *self.leads_here(), {"url": "", "label": self.page_title}]
