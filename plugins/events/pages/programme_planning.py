"""For organisers: the call for contributions, what was proposed, and the programme that grows from it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from plugins.api.access import may, require
from plugins.api.adapters.forms import succeeds
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers
from plugins.events.actions.calls import close_call, set_call
from plugins.events.actions.proposals import accept_proposal, decline_proposal
from plugins.events.actions.sessions import publish_programme
from plugins.events.forms.programme import CallForm, DecisionForm
from plugins.events.models import Event
from plugins.events.pages.parts import tabs_for
from plugins.events.queries.calls import call_of, call_with, proposal_with, proposals_for
from plugins.events.queries.events import organised_with
from plugins.events.queries.programme import planned_for


@answers(Rule.DOOR)
@login_required
def plan(request: HttpRequest, slug: str) -> HttpResponse:
    """All of it on one page: the call, the proposals, the sessions with what does not fit together."""
    actor = actor_of(request)
    event = organised_with(actor, slug)
    call = call_of(actor, event)
    planned = planned_for(actor, event)
    context = {
        **frame(event),
        "call": call,
        "lines": proposals_for(actor, call) if call is not None else [],
        "planned": planned,
        "waiting": sum(not one.session.is_published for one in planned),
        "may_edit": bool(may(actor, "edit", event)) and not event.is_over,
        "may_invite": bool(may(actor, "invite", event)),
    }
    return private(render(request, "termine/programm/plan.html", context))


@answers(Rule.DOOR)
@login_required
def set_up_call(request: HttpRequest, slug: str) -> HttpResponse:
    """What is wanted, in which formats, until when; said anew it is open again."""
    actor = actor_of(request)
    event = organised_with(actor, slug)
    require(actor, "edit", event)
    form = CallForm(request.POST if request.method == "POST" else None, instance=call_of(actor, event))
    if succeeds(form, lambda data: set_call(event, **data, actor=actor)):
        messages.success(request, _("The call is saved. Whoever knows of the event can propose something."))
        return redirect("plan_programme", event.slug)
    return private(render(request, "termine/programm/set_up_call.html", {**frame(event), "form": form}))


@answers(Rule.DOOR)
@login_required
@require_POST
def close(request: HttpRequest, slug: str) -> HttpResponse:
    """Before the deadline."""
    actor = actor_of(request)
    event = organised_with(actor, slug)
    close_call(call_with(actor, event), actor=actor)
    messages.success(request, _("The call is closed."))
    return redirect("plan_programme", event.slug)


@answers(Rule.DOOR)
@login_required
def decide(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Yes or no, with a reason for whoever proposed it."""
    actor = actor_of(request)
    event = organised_with(actor, slug)
    proposal = proposal_with(actor, event, pk)
    require(actor, "decide", proposal)
    form = DecisionForm(request.POST if request.method == "POST" else None, proposal=proposal)

    def act(data: dict[str, Any]) -> None:
        decided = accept_proposal if data["decision"] == "accept" else decline_proposal
        decided(proposal, data["reason"], actor=actor)

    if succeeds(form, act):
        messages.success(request, _("It is decided. Whoever proposed it is told."))
        return redirect("plan_programme", event.slug)
    return private(
        render(request, "termine/programm/decide.html", {**frame(event), "proposal": proposal, "form": form})
    )


@answers(Rule.DOOR)
@login_required
@require_POST
def publish(request: HttpRequest, slug: str) -> HttpResponse:
    """What is planned so far; what is planned later waits for the next press."""
    actor = actor_of(request)
    event = organised_with(actor, slug)
    n = publish_programme(event, actor=actor)
    sentence = ngettext("One session is published.", "%(n)d sessions are published.", n)
    messages.success(request, sentence % {"n": n})
    return redirect("plan_programme", event.slug)


def frame(event: Event) -> dict[str, Any]:
    return {"event": event, "tabs": tabs_for(event, "programme"), "here": _("Programme")}
