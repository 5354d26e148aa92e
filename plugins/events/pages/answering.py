"""Answering an invitation: by the link of a mail without signing in, or on the page of the event."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from plugins.api.access import Actor, may
from plugins.api.adapters.forms import succeeds
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Missing, Refused
from plugins.events.actions.answers import answer_invitation
from plugins.events.forms.invitations import AnswerForm
from plugins.events.models import Event, Participant
from plugins.events.pages.behind_links import Held, by_link
from plugins.events.queries import invitations as queries
from plugins.events.queries.events import event_with
from plugins.events.queries.places import standing_in_words


@answers(Rule.DOOR)
@by_link
def by_mail(request: HttpRequest, held: Held) -> HttpResponse:
    """What the invited may know of the event, and yes or no. Opening the page changes nothing."""
    participant = held.participant
    form = _form(request, participant)
    if _is_answered(request, form, participant, held.actor):
        return redirect("answer_by_link", held.token)
    decision = may(held.actor, "answer", participant)
    context = {
        "event": participant.event,
        "participant": participant,
        "standing": standing_in_words(participant) if participant.place else "",
        "token": held.token,
        "form": form if decision else None,
        "why_not": decision.reason,
        "here": _("Your invitation"),
    }
    return render(request, "termine/answer_by_link.html", context)


@answers(Rule.DOOR)
@login_required
def answer(request: HttpRequest, slug: str) -> HttpResponse:
    """The same for whoever is signed in and invited."""
    actor = actor_of(request)
    event = event_with(actor, slug)
    participant = queries.own_invitation(actor, event)
    if participant is None:
        raise Missing
    form = _form(request, participant)
    if _is_answered(request, form, participant, actor):
        return redirect(event)
    return private(render(request, "termine/answer.html", {"form": form, "event": event}))


def answer_section(request: HttpRequest, event: Event) -> str:
    """On the page of the event, for whoever is invited: what they said, and yes or no."""
    actor = actor_of(request)
    participant = queries.own_invitation(actor, event) if actor.user is not None else None
    if participant is None:
        return ""
    decision = may(actor, "answer", participant)
    form = AnswerForm(instance=participant) if decision else None
    context = {"participant": participant, "event": event, "form": form, "why_not": decision.reason}
    return render_to_string("termine/answer_section.html", context, request)


def late_section(request: HttpRequest, event: Event) -> str:
    """Why the invitation went out later than the rule asks for."""
    if not event.late_reason:
        return ""
    return render_to_string("termine/late_section.html", {"event": event}, request)


def _form(request: HttpRequest, participant: Participant) -> AnswerForm:
    fresh = Participant.objects.get(pk=participant.pk)
    return AnswerForm(request.POST if request.method == "POST" else None, instance=fresh)


def _is_answered(request: HttpRequest, form: AnswerForm, participant: Participant, actor: Actor) -> bool:
    """Whether the answer is stored; why not stands at the form."""

    def act(data: dict[str, str]) -> None:
        answer_invitation(participant, data["answer"], excuse=data["excuse"], actor=actor)

    try:
        stored = succeeds(form, act)
    except Refused as refused:
        messages.error(request, refused.reason)
        return True
    if stored:
        messages.success(request, _("Your answer is noted. You can change it until the event begins."))
    return stored
