"""The bell in the head of every page."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest

from plugins.api.adapters.http import actor_of
from workspace.queries.notifications import unread_count


def bell(request: HttpRequest) -> dict[str, Callable[[], int]]:
    """How much is unread: asked only where a template shows it, and never for visitors."""

    def unread() -> int:
        actor = actor_of(request)
        return 0 if actor.is_anonymous else unread_count(actor)

    return {"unread_notifications": unread}
