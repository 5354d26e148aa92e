from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from plugins.api.plugin import Plugin


class PinboardPlugin(Plugin):
    """Notices of members."""

    name = "lernnetz_pinboard"
    label = "pinboard"
    title = _("Pinboard")
    requires_api = 1

    def extensions(self) -> Iterator[Any]:
        from lernnetz_pinboard import records

        yield from records.all_records()
