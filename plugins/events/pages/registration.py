"""Registering without an invitation: by a press for whoever is signed in, by a form and a link for everybody else."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import cache_control

from plugins.api.access import Actor, may
from plugins.api.adapters.forms import TRAP, refused_by_anybodys_form, succeeds
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.links import kept_quiet
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Refused
from plugins.events.actions.keys import new_key
from plugins.events.actions.registrations import ask_to_register, confirm_registration, register
from plugins.events.forms.places import CountyForm, VisitorForm
from plugins.events.models import Event, Place
from plugins.events.periods import UNCONFIRMED_KEPT
from plugins.events.queries.attendance import erased_on
from plugins.events.queries.events import event_with
from plugins.events.queries.places import counties_of, own_place, registration_behind

TOO_MANY = _(
    "Very many registrations came from your connection or for this address. Please try again tomorrow, or write to the "
    "programme office."
)


@answers(Rule.DOOR)
def register_for_event(request: HttpRequest, slug: str) -> HttpResponse:
    """A press, or a form; whoever stands on the list already is led to their place."""
    actor = actor_of(request)
    event = event_with(actor, slug)
    if actor.user is None:
        return private(_by_form(request, event, actor))
    own = own_place(event, actor)
    if own is not None and own.place != Place.NONE:
        return redirect("own_place", event.slug)
    decision = may(actor, "register", event)
    if not decision:
        raise Refused(str(decision.reason))
    form = CountyForm(request.POST if request.method == "POST" else None, counties=counties_of(actor))
    if succeeds(form, lambda data: register(event, county=data.get("county"), actor=actor)):
        return redirect("own_place", event.slug)
    return private(render(request, "termine/register.html", {"event": event, "form": form}))


@answers(Rule.DOOR)
@cache_control(private=True, no_store=True)
def registration_sent(request: HttpRequest, slug: str) -> HttpResponse:
    """What to do next: open the link in the mail. The same for every address."""
    event = event_with(actor_of(request), slug)
    return render(request, "termine/registration_sent.html", {"event": event, "days": UNCONFIRMED_KEPT.days})


@answers(Rule.DOOR)
def confirm(request: HttpRequest, token: str) -> HttpResponseBase:
    """A press and not the link itself: programs that look through mails open links."""
    pending, bearer = registration_behind(token)
    if request.method == "POST":
        try:
            participant = confirm_registration(pending, actor=bearer)
        except Refused as refused:
            messages.error(request, refused.reason)
            response: HttpResponse = kept_quiet(redirect("confirm_registration", token))
            return response
        response = kept_quiet(redirect("own_place_by_link", new_key(participant)))
        return response
    response = kept_quiet(render(request, "termine/confirm_registration.html", {"event": pending.event}))
    return response


def _by_form(request: HttpRequest, event: Event, actor: Actor) -> HttpResponse:
    decision = may(actor, "register", event)
    if not decision:
        return render(request, "termine/register_by_mail.html", {"event": event, "why": decision.reason})
    form = VisitorForm(request.POST if request.method == "POST" else None)
    status = refused_by_anybodys_form(
        request,
        form,
        lambda data: ask_to_register(event, data["name"], data["email"], actor=actor),
        limit="register_for_event",
        too_many=TOO_MANY,
        key=lambda data: data["email"].lower(),
    )
    if status is None:
        return redirect("registration_sent", event.slug)
    context = {"event": event, "form": form, "trap": TRAP, "days": UNCONFIRMED_KEPT.days, "erased_on": erased_on(event)}
    return render(request, "termine/register_by_mail.html", context, status=status)
