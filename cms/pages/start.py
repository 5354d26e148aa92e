"""The first screen of whoever is signed in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.accounts.actions import note_visit
from cms.models import Confirmation
from cms.policies import STAFF
from cms.queries.confirmations import own_confirmations
from cms.queries.entries import readable
from plugins.api.access import Actor
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers

MOST_NEWS = 5


@answers(Rule.SIGNED_IN)
@login_required
def start(request: HttpRequest) -> HttpResponse:
    """A greeting, the search, and what is new to read; a list with nothing in it is not there."""
    actor = actor_of(request)
    lists = [_news(actor, note_visit(actor.user))]
    asked = own_confirmations(actor)
    context = {"next": _next(actor, asked), "asked": asked, "lists": lists}
    return private(render(request, "start.html", context))


def _news(actor: Actor, since: datetime | None) -> dict[str, Any]:
    """What came or changed since the last visit; where nothing did, the newest, and it says so."""
    rows = readable(actor).order_by("-updated_at", "-id")
    count = rows.filter(updated_at__gt=since).count() if since else 0
    title, note = _("New in the knowledge base"), ""
    if count:
        title = ngettext("One entry is new since your last visit", "%(n)d entries are new since your last visit", count)
        title %= {"n": count}
    elif since:
        day = date_format(timezone.localtime(since), "DATE_FORMAT")
        note = _("Nothing has been added since your last visit on %s. These are the newest entries.") % day
    lines = (rows.filter(updated_at__gt=since) if count else rows)[:MOST_NEWS].values_list("text__line_html", flat=True)
    return {
        "title": title,
        "note": note,
        "lines": mark_safe("".join(lines)),  # noqa: S308 - stored as cleaned and escaped HTML
        "more_url": "/wissen/",
        "more": _("All entries of the knowledge base"),
    }


def _next(actor: Actor, asked: Sequence[Confirmation]) -> dict[str, Any] | None:
    """The one thing to do next: what somebody asked the reader, else the desk of whoever writes or publishes."""
    waiting = [confirmation for confirmation in asked if confirmation.is_open]
    if waiting:
        return {
            "title": _("You are asked to confirm a text"),
            "text": _("“%(title)s” is to be published. Read it first, suggest changes, and say whether you agree.")
            % {"title": waiting[0].title},
            "url": reverse("confirmation", args=[waiting[0].pk]),
            "action": _("Read and answer"),
        }
    if actor.has(*STAFF):
        return {
            "title": _("Your desk"),
            "text": _("Entries in work, and summaries that wait for a second person."),
            "url": "/cms/",
            "action": _("Go to the editors' desk"),
        }
    return None
