from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from plugins.api.plugin import Plugin


class EventsPlugin(Plugin):
    """Network meetings, virtual meetings, meetings of groups, and public events."""

    name = "plugins.events"
    label = "events"
    title = _("Events")
    starts_switched_on = True

    def ready(self) -> None:
        from plugins.api.tokens import keep_out_of_logs
        from plugins.events import signals  # noqa: F401  (connects)

        keep_out_of_logs(r"/termine/(?:anmeldung|antwort|eigenes|umfrage)/|/kalender/")

    def extensions(self) -> Iterator[Any]:
        from plugins.events import records

        yield from records.all_records()
