"""For organisers: one session, planned, changed or cancelled. What does not fit together is named first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from plugins.api.access import require
from plugins.api.adapters.forms import succeeds
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Missing
from plugins.events.actions.sessions import Conflicting, cancel_session, change_session, plan_session
from plugins.events.forms.programme import SessionForm
from plugins.events.models import Event, Participant, Proposal
from plugins.events.pages.programme_planning import frame
from plugins.events.queries.calls import proposal_with
from plugins.events.queries.events import organised_with
from plugins.events.queries.programme import concerned_by, session_with


@answers(Rule.DOOR)
@login_required
def new(request: HttpRequest, slug: str) -> HttpResponse:
    """A session, freely or from an accepted proposal (`?proposal=`), of which the words and the speaker are there."""
    actor = actor_of(request)
    event = organised_with(actor, slug)
    require(actor, "edit", event)
    number = request.GET.get("proposal", "")
    proposal = proposal_with(actor, event, int(number)) if number.isdecimal() and len(number) < 19 else None
    form = SessionForm(
        request.POST if request.method == "POST" else None, initial=_from_proposal(event, proposal), event=event
    )
    if _is_saved(form, lambda data: plan_session(event, **_said(data), proposal=proposal, actor=actor)):
        messages.success(request, _("The session is planned. Only organisers see it until you publish it."))
        return redirect("plan_programme", event.slug)
    context = {**frame(event), "form": form, "title": _("Plan a session"), "proposal": proposal}
    return private(render(request, "termine/programm/session.html", context))


@answers(Rule.DOOR)
@login_required
def edit(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Other words reach nobody; another time or room reaches those whom it concerns."""
    actor = actor_of(request)
    event = organised_with(actor, slug)
    session = session_with(actor, event, pk)
    require(actor, "edit", session)
    fresh = session_with(actor, event, pk)
    form = SessionForm(request.POST if request.method == "POST" else None, instance=fresh, event=event)
    if _is_saved(form, lambda data: change_session(session, **_said(data), actor=actor)):
        messages.success(request, _("The session is changed."))
        return redirect("plan_programme", event.slug)
    concerned = concerned_by(session).count() if session.is_published else 0
    context = {**frame(event), "form": form, "title": _("Change the session"), "session": session}
    return private(render(request, "termine/programm/session.html", {**context, "concerned": concerned}))


@answers(Rule.DOOR)
@login_required
def cancel(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Asks first."""
    actor = actor_of(request)
    event = organised_with(actor, slug)
    session = session_with(actor, event, pk)
    require(actor, "edit", session)
    if request.method == "POST":
        cancel_session(session, actor=actor)
        messages.success(request, _("The session is cancelled."))
        return redirect("plan_programme", event.slug)
    context = {**frame(event), "session": session, "concerned": concerned_by(session).count()}
    return private(render(request, "termine/programm/cancel_session.html", context))


def _is_saved(form: SessionForm, act: Callable[[dict[str, Any]], object]) -> bool:
    """Conflicts stand above the form; whoever presses once more has read them."""

    def insist(data: dict[str, Any]) -> None:
        try:
            act(data)
        except Conflicting as conflicting:
            form.have_read(conflicting.sign)
            raise

    return succeeds(form, insist)


def _said(data: dict[str, Any]) -> dict[str, Any]:
    names = ("title", "description", "track", "room", "starts_at", "ends_at")
    return {"said": {name: data[name] for name in names}, "speakers": data["people"], "seen": data["seen"]}


def _from_proposal(event: Event, proposal: Proposal | None) -> dict[str, Any]:
    """Raises Missing for a proposal that was not accepted."""
    if proposal is None:
        return {}
    if proposal.state != "accepted":
        raise Missing
    rows = Participant.objects.of(event).filter(person=proposal.person_id) if proposal.person_id else None
    speakers = list(rows.values_list("pk", flat=True)) if rows is not None else []
    return {"title": proposal.title, "description": proposal.text, "speakers": speakers}
