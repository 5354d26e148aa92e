"""On the page of an event: registration, who came from where, and until when it is known who."""

from __future__ import annotations

from django.http import HttpRequest
from django.template.loader import render_to_string

from plugins.api.access import may
from plugins.api.adapters.http import actor_of
from plugins.events.forms.places import CountyForm
from plugins.events.models import Event, Place
from plugins.events.queries.attendance import erased_on, figures_for
from plugins.events.queries.needs import readers_for
from plugins.events.queries.places import counties_of, own_place, standing


def registration_section(request: HttpRequest, event: Event) -> str:
    """Where the reader stands, or how to come. Whoever is invited and has not answered is asked elsewhere."""
    actor = actor_of(request)
    own = own_place(event, actor)
    is_on_list = own is not None and own.place != Place.NONE
    is_asked_elsewhere = own is not None and not is_on_list and own.invited_at is not None
    decision = may(actor, "register", event)
    may_register = bool(decision) and not is_on_list and not is_asked_elsewhere
    if not is_on_list and not may_register:
        return ""
    context = {
        "event": event,
        "own": own if is_on_list else None,
        "standing": standing(own, actor) if own is not None and is_on_list else None,
        "may_register": may_register,
        "is_visitor": actor.user is None,
        "form": CountyForm(counties=counties_of(actor)) if may_register and actor.user is not None else None,
        "erased_on": erased_on(event),
    }
    return render_to_string("termine/registration.html", context, request)


def attendance_section(request: HttpRequest, event: Event) -> str:
    """Counties and numbers, never people."""
    figures = figures_for(event, actor_of(request))
    if figures is None:
        return ""
    return render_to_string("termine/attendance.html", {"event": event, "figures": figures}, request)


def needs_section(request: HttpRequest, event: Event) -> str:
    """The way to what participants need, for the two who are named."""
    actor = actor_of(request)
    if actor.user is None or actor.user not in readers_for(event, actor):
        return ""
    return render_to_string("termine/needs_link.html", {"event": event}, request)
