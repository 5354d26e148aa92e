"""What the shell of every page needs; for visitors it costs neither session nor query."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from cms.policies import STAFF
from plugins.api.adapters.http import actor_of
from plugins.api.extensions import NavItem
from plugins.api.registry import registry


def shell(request: HttpRequest) -> dict[str, Any]:
    """Title of the site, places in the head, and whether somebody is signed in."""
    actor = actor_of(request)
    items = sorted(registry.records(NavItem), key=lambda item: item.order)
    return {
        "site_title": settings.SITE_TITLE,
        "navigation": [
            {"title": item.title, "url": item.url, "icon": item.icon, "current": request.path.startswith(item.url)}
            for item in items
            if item.shown_to(actor)
        ][:5],
        "signed_in": not actor.is_anonymous,
        "person_name": str(actor.user) if actor.user else "",
        "may_edit": actor.has(*STAFF),
    }
