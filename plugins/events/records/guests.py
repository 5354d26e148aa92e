"""What the mandates of guests can name of events."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from plugins.api import extensions as slots
from plugins.events.queries.mandate_scope import events_to_name, titles_of_named


def guest_records() -> Iterator[Any]:
    yield slots.MandateScope(
        "events",
        _("Events"),
        _("The guest knows of each of these events as members do, and can register for it."),
        "guest-event",
        choices=events_to_name,
        titles=titles_of_named,
        order=10,
    )
