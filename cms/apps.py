from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from plugins.api.plugin import Plugin


class CmsPlugin(Plugin):
    """The knowledge base. `cms.records` is its table of contents."""

    name = "cms"
    label = "cms"
    title = _("Knowledge base")
    is_core = True

    def ready(self) -> None:
        from cms import signals  # noqa: F401  (connects)
        from plugins.api.tokens import keep_out_of_logs

        keep_out_of_logs(r"/api/v1/preview/")

    def extensions(self) -> Iterator[Any]:
        from cms import records

        yield from records.all_records()
