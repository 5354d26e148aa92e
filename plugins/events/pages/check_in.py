"""At the door: one button for each person, by a phone that may have no network for a while."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from plugins.api.access import may
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Missing
from plugins.events.actions.participants import set_attendance
from plugins.events.pages.parts import tabs_for
from plugins.events.queries.events import organised_with
from plugins.events.queries.places import found_at_the_door, participant_of

PRESSES = {"yes": True, "": None}
"""Here somebody is there, or it was a mistake; that somebody did not come is said afterwards."""


@answers(Rule.DOOR)
@login_required
def check_in(request: HttpRequest, slug: str) -> HttpResponse:
    """The list, narrowed by a name or a county. A press that a script sends later gets no page."""
    actor = actor_of(request)
    event = organised_with(actor, slug)
    words = (request.POST if request.method == "POST" else request.GET).get("q", "").strip()[:100]
    if request.method == "POST":
        number, came = request.POST.get("participant", ""), request.POST.get("came", "")
        if not number.isdecimal() or came not in PRESSES:
            raise Missing
        set_attendance(participant_of(event, actor, int(number)), PRESSES[came], actor=actor)
        if request.headers.get("accept") == "application/json":
            return private(HttpResponse(status=204))
        query = f"?q={words}" if words else ""
        return redirect(f"{event.get_absolute_url()}einlass/{query}#p{number}")
    people = list(found_at_the_door(event, actor, words))
    decision = may(actor, "check_in", event)
    context = {
        "event": event,
        "tabs": tabs_for(event, "check_in"),
        "here": _("At the door"),
        "people": people,
        "words": words,
        "there": sum(bool(one.came) for one in people),
        "may_press": bool(decision),
        "why_not": decision.reason,
    }
    return private(render(request, "termine/check_in.html", context))
