from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from plugins.api.plugin import Plugin


class SearchPlugin(Plugin):
    """One search over everything that packages bring."""

    name = "search"
    label = "search"
    title = _("Search")
    is_core = True
