"""What the door refuses to publish, Wagtail's own buttons do not publish either, and they say why."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.action_menu import PublishMenuItem
from wagtail.models import Page

from cms.models import Entry
from plugins.api.access import Decision, allowed, may
from plugins.api.adapters.http import actor_of


def refuse_to_publish(request: HttpRequest, page: Page) -> HttpResponse | None:
    """After the draft is saved and before it is published: it stays a draft where the door says no."""
    decision = _decision(request, page)
    if decision:
        return None
    messages.error(request, _("Your changes are kept as a draft. %(why)s") % {"why": decision.reason})
    return redirect("wagtailadmin_pages:edit", page.pk)


def refuse_many(request: HttpRequest, action: str, objects: Iterable[Any]) -> HttpResponse | None:
    """Of many pages at once: none is published where one may not be."""
    if action != "publish":
        return None
    for page in objects:
        if isinstance(page, Page) and not (decision := _decision(request, page)):
            messages.error(request, f"{page.title}: {decision.reason}")
            return redirect("wagtailadmin_explore", page.get_parent().pk)
    return None


def without_publishing(items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """No button that would only be refused."""
    page = context.get("page")
    if page is not None and any(isinstance(item, PublishMenuItem) for item in items) and not _decision(request, page):
        items[:] = [item for item in items if not isinstance(item, PublishMenuItem)]


def _decision(request: HttpRequest, page: Page) -> Decision:
    """Pages that are no entries are left to Wagtail's permissions."""
    entry = page.specific
    return may(actor_of(request), "publish", entry) if isinstance(entry, Entry) and entry.pk else allowed()
