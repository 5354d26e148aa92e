"""On the page of an event: its programme, and the way to the call for contributions."""

from __future__ import annotations

from django.http import HttpRequest
from django.template.loader import render_to_string

from plugins.api.adapters.http import actor_of
from plugins.events.models import Event
from plugins.events.queries.calls import call_of, proposals_for
from plugins.events.queries.programme import programme_for


def call_section(request: HttpRequest, event: Event) -> str:
    """As long as it is open, and afterwards for whoever proposed something."""
    actor = actor_of(request)
    call = call_of(actor, event) if actor.user is not None else None
    if call is None:
        return ""
    own = [line for line in proposals_for(actor, call) if line.is_own]
    if not call.is_open and not own:
        return ""
    return render_to_string("termine/programm/call_section.html", {"event": event, "call": call, "own": own}, request)


def programme_section(request: HttpRequest, event: Event) -> str:
    """When what takes place, in short; the same for all visitors."""
    programme = programme_for(actor_of(request), event)
    if not programme.days:
        return ""
    return render_to_string("termine/programm/section.html", {"event": event, "programme": programme}, request)
