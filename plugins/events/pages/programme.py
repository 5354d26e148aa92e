"""The programme of an event, and one's own schedule in it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from plugins.api.access import may
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import kept_for_visitors
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Missing
from plugins.events.actions.sessions import choose_session
from plugins.events.models import Event
from plugins.events.pages.own_place import Held
from plugins.events.queries.audiences import audience_in_words
from plugins.events.queries.events import event_with
from plugins.events.queries.programme import Programme, programme_for, session_with


@answers(Rule.DOOR)
@require_safe
@kept_for_visitors
def programme(request: HttpRequest, slug: str) -> HttpResponse:
    """All sessions by day and time; not there before something of it is published."""
    actor = actor_of(request)
    event = event_with(actor, slug)
    found = programme_for(actor, event)
    if not found.days:
        raise Missing
    context = {
        **_shown(event, found),
        "here": _("Programme"),
        "audience": audience_in_words(event),
        "may_organise": bool(may(actor, "organise", event)),
    }
    return render(request, "termine/programm/programme.html", context)


@require_POST
def choose(request: HttpRequest, held: Held) -> HttpResponse:
    """A session into one's own schedule or out of it, for whoever is signed in and whoever has a link alike."""
    number = request.POST.get("session", "")
    if not number.isdecimal() or len(number) > 18:
        raise Missing
    session = session_with(held.actor, held.participant.event, int(number))
    choose_session(session, request.POST.get("wants") == "yes", actor=held.actor)
    page = held.url("own_place") if held.is_by_link else reverse("programme", args=[held.key])
    return redirect(f"{page}#s{session.pk}")


def _shown(event: Event, found: Programme) -> dict[str, Any]:
    return {"event": event, "programme": found, "choose_url": reverse("choose_session", args=[event.slug])}
