"""A call for contributions: what is wanted, what was proposed, and who would come."""

from __future__ import annotations

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
from plugins.events.actions.proposals import change_proposal, propose, support_proposal, withdraw_proposal
from plugins.events.forms.programme import ProposalForm
from plugins.events.queries.audiences import insiders_in_words
from plugins.events.queries.calls import call_with, proposal_with, proposals_for
from plugins.events.queries.events import event_with


@answers(Rule.DOOR)
@login_required
def call(request: HttpRequest, slug: str) -> HttpResponse:
    """What is wanted and what others proposed, as long as it is open, and the form for a proposal of one's own."""
    actor = actor_of(request)
    event = event_with(actor, slug)
    found = call_with(actor, event)
    if request.method == "POST":
        require(actor, "propose", found)
    form = ProposalForm(request.POST if request.method == "POST" else None, call=found)
    if succeeds(form, lambda data: propose(found, **data, actor=actor)):
        messages.success(request, _("Your proposal is there. You can change it until the deadline."))
        return redirect(found)
    context = {
        "event": event,
        "call": found,
        "audience": insiders_in_words(event),
        "lines": proposals_for(actor, found),
        "form": form if may(actor, "propose", found) else None,
        "may_organise": bool(may(actor, "organise", event)),
    }
    return private(render(request, "termine/programm/call.html", context))


@answers(Rule.DOOR)
@login_required
def change(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One's own proposal in other words."""
    actor = actor_of(request)
    event = event_with(actor, slug)
    proposal = proposal_with(actor, event, pk)
    require(actor, "edit", proposal)
    fresh = proposal_with(actor, event, pk)
    form = ProposalForm(request.POST if request.method == "POST" else None, instance=fresh, call=proposal.call)
    if succeeds(form, lambda data: change_proposal(proposal, **data, actor=actor)):
        messages.success(request, _("Your proposal is changed."))
        return redirect(proposal.call)
    return private(render(request, "termine/programm/change_proposal.html", {"event": event, "form": form}))


@answers(Rule.DOOR)
@login_required
@require_POST
def withdraw(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One's own proposal is taken back."""
    actor = actor_of(request)
    proposal = proposal_with(actor, event_with(actor, slug), pk)
    withdraw_proposal(proposal, actor=actor)
    messages.success(request, _("Your proposal is taken back."))
    return redirect(proposal.call)


@answers(Rule.DOOR)
@login_required
@require_POST
def support(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """“I would come”, and taken back by the same button."""
    actor = actor_of(request)
    proposal = proposal_with(actor, event_with(actor, slug), pk)
    support_proposal(proposal, request.POST.get("would_come") == "yes", actor=actor)
    return redirect(f"{proposal.call.get_absolute_url()}#v{proposal.pk}")
