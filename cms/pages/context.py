"""What the shell of every page needs; for visitors it costs neither session nor query."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest

from cms.policies import STAFF
from plugins.api.access import Actor
from plugins.api.adapters.http import actor_of
from plugins.api.extensions import NavItem
from plugins.api.registry import registry
from plugins.api.troubles import asked

IN_THE_HEAD: Final = 5
"""Places that stand in the head; whatever is beyond them stands in the menu of a phone and on the start page."""


def shell(request: HttpRequest) -> dict[str, Any]:
    """Title of the site, places in the head, and whether somebody is signed in."""
    actor = actor_of(request)
    found = [
        {"title": item.title, "url": item.url, "icon": item.icon, "current": request.path.startswith(item.url)}
        for item in places(actor, "head")
    ]
    return {
        "site_title": settings.SITE_TITLE,
        "navigation": found[:IN_THE_HEAD],
        "more_places": found[IN_THE_HEAD:],
        "signed_in": not actor.is_anonymous,
        "person_name": str(actor.user) if actor.user else "",
        "may_edit": actor.has(*STAFF),
    }


def places(actor: Actor, place: str) -> Iterator[NavItem]:
    """What packages put into the head of every page, or on the page about the forum, for this actor."""
    items = sorted(registry.records(NavItem), key=lambda item: item.order)
    return (item for item in items if item.place == place and asked(item, False, item.shown_to, actor))
