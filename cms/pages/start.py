"""The first screen of whoever is signed in."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from cms.policies import STAFF
from cms.queries.entries import readable
from plugins.api.access import Actor
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers


@answers(Rule.SIGNED_IN)
@login_required
def start(request: HttpRequest) -> HttpResponse:
    """A greeting, the search, and what is new to read; a list with nothing in it is not there."""
    actor = actor_of(request)
    newest = readable(actor).order_by("-updated_at", "-id")[:5].values_list("text__line_html", flat=True)
    lists = [
        {
            "title": _("New in the knowledge base"),
            "lines": mark_safe("".join(newest)),  # noqa: S308 - stored as cleaned and escaped HTML
            "more_url": "/wissen/",
            "more": _("All entries of the knowledge base"),
        }
    ]
    return private(render(request, "start.html", {"next": _next(actor), "lists": lists}))


def _next(actor: Actor) -> dict[str, Any] | None:
    """The one thing to do next: for whoever writes or publishes their desk, for readers nothing is pressing yet."""
    if actor.has(*STAFF):
        return {
            "title": _("Your desk"),
            "text": _("Entries in work, and summaries that wait for a second person."),
            "url": "/cms/",
            "action": _("Go to the editors' desk"),
        }
    return None
