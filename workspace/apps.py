from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from plugins.api.plugin import Plugin


class WorkspacePlugin(Plugin):
    """Working groups and what people say and write in them."""

    name = "workspace"
    label = "workspace"
    title = _("Working groups and discussions")
    is_core = True

    def ready(self) -> None:
        from workspace import discussion_trail, draft_trail, shelf_trail  # noqa: F401  (they register)

    def extensions(self) -> Iterator[Any]:
        from workspace import records

        yield from records.all_records()
