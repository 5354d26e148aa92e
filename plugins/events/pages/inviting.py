"""Organisers invite: the tab with who answered, choosing people, the list by name, and reminding the silent."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plugins.api.access import Actor, may, require
from plugins.api.adapters.forms import refuse, succeeds
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Invalid, Missing
from plugins.events.actions.invitations import remind_silent, send_invitations
from plugins.events.forms.invitations import WAYS, SendForm
from plugins.events.models import Event
from plugins.events.pages.parts import tabs_for
from plugins.events.queries import invitations as queries
from plugins.events.queries.events import organised_with
from plugins.events.queries.lead_times import lead_of
from plugins.events.queries.recipients import recipients_of


@answers(Rule.DOOR)
@login_required
def invitations(request: HttpRequest, slug: str) -> HttpResponse:
    """How much notice there is, the ways to invite, and who answered, county by county."""
    actor = actor_of(request)
    event = organised_with(actor, slug)
    decision = may(actor, "invite", event)
    context = {
        "lead": lead_of(event),
        "may_invite": bool(decision),
        "why_not": decision.reason,
        "answers": queries.answers_of(actor, event),
    }
    return _page(request, "invitations", event, _("Invitations"), **context)


@answers(Rule.DOOR)
@login_required
def choose(request: HttpRequest, slug: str, way: str) -> HttpResponse:
    """First whom; then the list by name, which is worked out anew when it is sent."""
    actor = actor_of(request)
    event = organised_with(actor, slug)
    if way not in WAYS:
        raise Missing
    require(actor, "invite", event)
    form = WAYS[way](
        request.POST if request.method == "POST" else None,
        event=event,
        actor=actor,
        words=request.GET.get("q", "").strip(),
    )
    if form.is_bound and form.is_valid():
        try:
            return _list(request, event, way, form, actor)
        except Invalid as invalid:
            refuse(form, invalid)
    return _page(request, "choose", event, _titles()[way], form=form, way=way, lead=lead_of(event))


@answers(Rule.DOOR)
@login_required
def remind(request: HttpRequest, slug: str) -> HttpResponse:
    """Those who have not answered, by name; then one mail each."""
    actor = actor_of(request)
    event = organised_with(actor, slug)
    require(actor, "invite", event)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if succeeds(form, lambda data: remind_silent(event, seen=request.POST.get("seen", ""), actor=actor)):
        messages.success(request, _("The reminders are on their way."))
        return redirect("event_invitations", event.slug)
    return _page(request, "remind", event, _("Remind the silent"), form=form, silent=queries.silent_of(event))


def _list(request: HttpRequest, event: Event, way: str, form: Any, actor: Actor) -> HttpResponse:
    """The list of recipients, or the way back once the invitations to them are sent. Raises Invalid."""
    choice = form.choice()
    recipients = recipients_of(event, choice, actor)
    lead = lead_of(event)
    sent = request.POST if "seen" in request.POST else None
    needs_reason = event.invited_at is None and not lead.is_in_time
    send = SendForm(sent, needs_reason=needs_reason)
    numbers: list[int] = []

    def act(data: dict[str, Any]) -> None:
        said = {"seen": request.POST["seen"], "late_reason": data.get("late_reason", "")}
        numbers.append(len(send_invitations(event, choice, **said, actor=actor)))

    if succeeds(send, act):
        number = numbers[0]
        sentence = ngettext("One invitation is on its way.", "%(n)d invitations are on their way.", number)
        messages.success(request, sentence % {"n": number})
        return redirect("event_invitations", event.slug)
    context = {
        "recipients": recipients,
        "lead": lead,
        "is_first": event.invited_at is None,
        "needs_reason": needs_reason,
        "send": send,
        "kept": _kept(request.POST, form),
        "way": way,
    }
    return _page(request, "recipients", event, _("Who is invited"), **context)


def _kept(sent: QueryDict, form: forms.Form) -> list[tuple[str, str]]:
    """The choice, for the second step."""
    return [(name, value) for name in form.fields for value in sent.getlist(name)]


def _titles() -> dict[str, str]:
    return {
        "viele": _("Invite many"),
        "personen": _("Invite people one by one"),
        "von-aussen": _("Invite somebody from outside"),
    }


def _page(request: HttpRequest, template: str, event: Event, here: str, **context: Any) -> HttpResponse:
    frame = {"event": event, "tabs": tabs_for(event, "invitations"), "here": here}
    return private(render(request, f"termine/{template}.html", {**frame, **context}))
