"""The page of somebody without an account: what is stored about them, and nothing else."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from plugins.api.access import require
from plugins.api.adapters.forms import succeeds
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Missing
from plugins.events.actions.own_places import erase_participant, rename_participant
from plugins.events.forms.invitations import NameForm
from plugins.events.models import EventClass
from plugins.events.pages.behind_links import Held, by_link
from plugins.events.queries.programme import own_sessions


@answers(Rule.DOOR)
@by_link
def own(request: HttpRequest, held: Held) -> HttpResponse:
    """Their data, with a field for the name. Of the event only what is public of it."""
    _insist_on_no_account(held)
    participant = held.participant
    form = NameForm(request.POST if request.method == "POST" else None, initial={"name": participant.name})
    if succeeds(form, lambda data: rename_participant(participant, data["name"], actor=held.actor)):
        messages.success(request, _("Your name is changed."))
        return redirect("own_event_data", held.token)
    context = {
        "participant": participant,
        "event": participant.event,
        "is_public": participant.event.confidentiality == EventClass.PUBLIC,
        "sessions": own_sessions(participant, held.actor),
        "form": form,
        "token": held.token,
        "here": _("What is stored about you"),
    }
    return render(request, "termine/own_data.html", context)


@answers(Rule.DOOR)
@by_link
def erase(request: HttpRequest, held: Held) -> HttpResponse:
    """Asks first; afterwards nothing is left, and the link opens nothing."""
    _insist_on_no_account(held)
    require(held.actor, "manage_own", held.participant)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if succeeds(form, lambda data: erase_participant(held.participant, actor=held.actor)):
        return redirect("own_event_data_erased")
    context = {"token": held.token, "form": form, "here": _("Erase your data")}
    return render(request, "termine/own_data_erase.html", context)


@answers(Rule.EVERYBODY)
def erased(request: HttpRequest) -> HttpResponse:
    """That it is done."""
    return render(request, "termine/own_data_erased.html", {"here": _("Your data is erased")})


def _insist_on_no_account(held: Held) -> None:
    """Whoever has an account finds all of it there. Raises Missing."""
    if held.participant.person_id is not None:
        raise Missing
