"""The first screen of whoever is signed in."""

from __future__ import annotations

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
from cms.policies import STAFF
from cms.queries.confirmations import own_confirmations
from cms.queries.entries import readable
from plugins.api.access import Actor
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers
from plugins.api.extensions import StartList
from plugins.api.registry import registry
from plugins.api.starting import StartLine
from plugins.api.troubles import listed

MOST_NEWS = 5
MOST_LINES = 5
"""Of one list; all of them stand where the list leads."""


@answers(Rule.SIGNED_IN)
@login_required
def start(request: HttpRequest) -> HttpResponse:
    """A greeting, the search, what concerns the reader, and what is new to read; an empty list is not there."""
    actor = actor_of(request)
    news = _news(actor, note_visit(actor.user))
    context = {"next": _next(actor), "plugged": _plugged(actor), "lists": [news]}
    return private(render(request, "start.html", context))


def confirmations_asked(actor: Actor, most: int) -> list[StartLine]:
    """The texts that the reader is or was asked to confirm."""
    return [
        StartLine(asked.title, reverse("confirmation", args=[asked.pk]), _state_of(asked))
        for asked in own_confirmations(actor)[:most]
    ]


def _plugged(actor: Actor) -> list[dict[str, Any]]:
    """The lists that packages plug in. One line more than is shown is asked for, which says whether there are more."""
    records = sorted(registry.records(StartList), key=lambda record: record.order)
    told = [(record, listed(record, record.lines, actor, MOST_LINES + 1)) for record in records]
    waiting = {line.url for _record, lines in told for line in lines[:MOST_LINES] if not line.tells_of}
    shown = []
    for record, lines in told:
        more_url = record.more_url if len(lines) > MOST_LINES else ""
        lines = [line for line in lines if line.tells_of not in waiting][:MOST_LINES]
        if lines:
            shown.append({"name": record.name, "title": record.title, "lines": lines, "more_url": more_url})
    return shown


def _state_of(asked: Any) -> str:
    """Of a request for confirmation with the number of its undecided suggestions."""
    if asked.is_open:
        return _("please confirm, asked on %(date)s") % {"date": _day(asked.asked_at)}
    answered = {"date": _day(asked.answered_at)}
    if asked.undecided:
        return _("answered on %(date)s, your suggestions are not all decided yet") % answered
    return _("answered on %(date)s") % answered


def _day(moment: datetime | None) -> str:
    return date_format(timezone.localtime(moment), "DATE_FORMAT") if moment else ""


def _news(actor: Actor, since: datetime | None) -> dict[str, Any]:
    """What came or changed since the last visit; where nothing did, the newest, and it says so."""
    rows = readable(actor).order_by("-updated_at", "-id")
    count = rows.filter(updated_at__gt=since).count() if since else 0
    title, note = _("New in the knowledge base"), ""
    if count:
        title = ngettext("One entry is new since your last visit", "%(n)d entries are new since your last visit", count)
        title %= {"n": count}
    elif since:
        note = _("Nothing has been added since your last visit on %s. These are the newest entries.") % _day(since)
    lines = (rows.filter(updated_at__gt=since) if count else rows)[:MOST_NEWS].values_list("text__line_html", flat=True)
    return {
        "title": title,
        "note": note,
        "lines": mark_safe("".join(lines)),  # noqa: S308 - stored as cleaned and escaped HTML
        "more_url": "/wissen/",
        "more": _("All entries of the knowledge base"),
    }


def _next(actor: Actor) -> dict[str, Any] | None:
    """The one thing to do next: what somebody asked the reader, else the desk of whoever writes or publishes."""
    waiting = [confirmation for confirmation in own_confirmations(actor) if confirmation.is_open]
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
