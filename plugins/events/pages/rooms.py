"""The way into the room of a video meeting, and setting the room up."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from plugins.api.access import Actor, denied, may, require
from plugins.api.adapters.forms import succeeds
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.links import kept_quiet
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Missing, Refused
from plugins.events.actions.rooms import close_room, enter_room, set_up_room
from plugins.events.forms.rooms import RoomForm
from plugins.events.models import Event, VideoRoom
from plugins.events.queries import events as queries


def section(request: HttpRequest, event: Event) -> str:
    """On the page of the event: that there is a room, for whoever is signed in."""
    actor = actor_of(request)
    if actor.is_anonymous or not event.is_virtual or event.is_cancelled or event.is_over:
        return ""
    room = VideoRoom.objects.filter(event=event).first()
    context: dict[str, Any] = {"event": event, "room": room, "may_edit": bool(may(actor, "edit", event))}
    if room is None and not context["may_edit"]:
        return ""
    if room is not None:
        room.event = event
        context["join"] = may(actor, "join", room)
    return render_to_string("termine/rooms/section.html", context)


@answers(Rule.DOOR)
@login_required
def room(request: HttpRequest, slug: str) -> HttpResponse:
    """The page that calendars and mails lead to: it says when the room opens, and has the button when it is open."""
    actor = actor_of(request)
    event = queries.event_with(actor, slug)
    found = _room_of(event)
    context = {"event": event, "join": may(actor, "join", found)}
    return private(render(request, "termine/rooms/room.html", context))


@answers(Rule.DOOR)
@login_required
def enter(request: HttpRequest, slug: str) -> HttpResponse:
    """Sends whoever takes part into the room: only here its address leaves the platform."""
    actor = actor_of(request)
    event = queries.event_with(actor, slug)
    found = _room_of(event)
    try:
        response: HttpResponse = kept_quiet(redirect(enter_room(found, actor=actor)))
        return response
    except Refused as refused:
        context = {"event": event, "join": denied(refused.reason)}
        return private(render(request, "termine/rooms/room.html", context))


@answers(Rule.DOOR)
@login_required
def set_up(request: HttpRequest, slug: str) -> HttpResponse:
    """Organisers choose the room."""
    actor = actor_of(request)
    event = _own_event(actor, slug)
    form = RoomForm(request.POST if request.method == "POST" else None, instance=_copy_of_room(event))
    if succeeds(form, lambda data: set_up_room(event, data["provider"], data["link"], actor=actor)):
        messages.success(request, _("The room is set up. Whoever takes part gets in ten minutes before the beginning."))
        return redirect(event)
    return private(render(request, "termine/rooms/set_up.html", {"event": event, "form": form}))


@answers(Rule.DOOR)
@login_required
@require_POST
def give_up(request: HttpRequest, slug: str) -> HttpResponse:
    """There is no room any more."""
    actor = actor_of(request)
    event = _own_event(actor, slug)
    close_room(event, actor=actor)
    messages.success(request, _("The event has no room any more."))
    return redirect(event)


def _own_event(actor: Actor, slug: str) -> Event:
    event = queries.organised_with(actor, slug)
    require(actor, "edit", event)
    return event


def _room_of(event: Event) -> VideoRoom:
    found = VideoRoom.objects.filter(event=event).first()
    if found is None:
        raise Missing
    found.event = event
    return found


def _copy_of_room(event: Event) -> VideoRoom:
    """What the form changes on its way is not what others hold."""
    return VideoRoom.objects.filter(event=event).first() or VideoRoom(event=event)
