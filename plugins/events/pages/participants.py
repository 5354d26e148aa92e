"""Who comes, for organisers: decided about, put on the list by hand, taken along, and whether they were there."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from plugins.api.access import may, require
from plugins.api.adapters.forms import succeeds
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers
from plugins.events.actions import participants as doing
from plugins.events.forms.places import ByHandForm, RefuseForm
from plugins.events.models import Event, ParticipantRole, Place
from plugins.events.pages.parts import tabs_for
from plugins.events.queries.attendance import erased_on
from plugins.events.queries.events import organised_with
from plugins.events.queries.places import participant_of, participants_of

CAME = {"yes": True, "no": False, "": None}


@answers(Rule.DOOR)
@login_required
def participants(request: HttpRequest, slug: str) -> HttpResponse:
    """The list, and a form for somebody who said elsewhere that they come."""
    actor = actor_of(request)
    event = organised_with(actor, slug)
    form = ByHandForm(request.POST if request.method == "POST" else None)
    if succeeds(form, lambda data: doing.put_on_list(event, **data, actor=actor)):
        messages.success(request, _("The person stands on the list and gets a mail."))
        return redirect("event_participants", event.slug)
    rows = list(participants_of(event, actor))
    context = {
        **_frame(event),
        "form": form if may(actor, "edit", event) and not event.is_over and not event.people_erased_at else None,
        "asked": [row for row in rows if row.place == Place.ASKED],
        "waiting": sorted((row for row in rows if row.place == Place.WAITING), key=lambda row: (row.queued_at, row.pk)),
        "others": [row for row in rows if row.place not in (Place.ASKED, Place.WAITING)],
        "number": sum(row.place == Place.TAKEN and row.role == ParticipantRole.ATTENDEE for row in rows),
        "may_decide": bool(may(actor, "edit", event)) and not event.has_begun,
        "may_set": bool(may(actor, "check_in", event)),
        "erased_on": erased_on(event),
    }
    return private(render(request, "termine/participants.html", context))


@answers(Rule.DOOR)
@login_required
@require_POST
def accept(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Whoever asked comes, or waits."""
    actor = actor_of(request)
    event = organised_with(actor, slug)
    doing.accept_registration(participant_of(event, actor, pk), actor=actor)
    messages.success(request, _("The registration is accepted. The person is told."))
    return redirect("event_participants", event.slug)


@answers(Rule.DOOR)
@login_required
def refuse(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Whoever asked does not come, and reads why."""
    actor = actor_of(request)
    event = organised_with(actor, slug)
    participant = participant_of(event, actor, pk)
    require(actor, "edit", participant)
    form = RefuseForm(request.POST if request.method == "POST" else None)
    if succeeds(form, lambda data: doing.refuse_registration(participant, data["reason"], actor=actor)):
        messages.success(request, _("The person is told why."))
        return redirect("event_participants", event.slug)
    return private(render(request, "termine/refuse.html", {"event": event, "participant": participant, "form": form}))


@answers(Rule.DOOR)
@login_required
@require_POST
def attendance(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """By hand, afterwards."""
    actor = actor_of(request)
    event = organised_with(actor, slug)
    came = CAME.get(request.POST.get("came", ""))
    doing.set_attendance(participant_of(event, actor, pk), came, actor=actor)
    return redirect(f"{_address(event)}#p{pk}")


def _frame(event: Event) -> dict[str, Any]:
    return {"event": event, "tabs": tabs_for(event, "participants"), "here": _("Participants")}


def _address(event: Event) -> str:
    return f"{event.get_absolute_url()}teilnehmende/"
