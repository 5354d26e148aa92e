"""One's own place, for whoever is signed in and for whoever comes by the link of a mail: taken, left, and needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from plugins.api.access import Actor
from plugins.api.adapters.forms import succeeds
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.links import kept_quiet
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Invalid, Missing, Refused
from plugins.events.actions.answers import answer_invitation
from plugins.events.actions.needs import give_needs
from plugins.events.forms.places import LeaveForm, NeedsForm
from plugins.events.models import Answer, Needs, Participant
from plugins.events.periods import NEEDS_KEPT
from plugins.events.queries.events import event_with
from plugins.events.queries.needs import readers_for
from plugins.events.queries.places import own_place, place_behind, standing
from plugins.events.queries.programme import programme_for


@dataclass(frozen=True)
class Held:
    """Somebody's line, who they are at the door, and by which way they came: their account, or the link of a mail."""

    participant: Participant
    actor: Actor
    key: str
    """What stands in the addresses of these pages: the slug of the event, or the secret of the link."""
    is_by_link: bool

    def url(self, page: str) -> str:
        return reverse(f"{page}_by_link" if self.is_by_link else page, args=[self.key])


View = Callable[[HttpRequest, Held], HttpResponse]


def signed_in(view: View) -> Callable[[HttpRequest, str], HttpResponse]:
    """The page of whoever is signed in and stands on the list of this event."""

    @answers(Rule.DOOR)
    @login_required
    @wraps(view)
    def answer(request: HttpRequest, slug: str) -> HttpResponse:
        actor = actor_of(request)
        participant = own_place(event_with(actor, slug), actor)
        if participant is None:
            raise Missing
        return private(_said(request, view, Held(participant, actor, slug, is_by_link=False)))

    return answer


def by_link(view: View) -> Callable[[HttpRequest, str], HttpResponse]:
    """The same behind the link of a mail, which opens this one line and nothing else."""

    @answers(Rule.DOOR)
    @wraps(view)
    def answer(request: HttpRequest, token: str) -> HttpResponse:
        participant, bearer = place_behind(token)
        response: HttpResponse = kept_quiet(_said(request, view, Held(participant, bearer, token, is_by_link=True)))
        return response

    return answer


def place(request: HttpRequest, held: Held) -> HttpResponse:
    """Where one stands, and what can be done about it."""
    return _page(request, held, NeedsForm(instance=_needs_of(held)), LeaveForm())


@require_POST
def take(request: HttpRequest, held: Held) -> HttpResponse:
    """The offered place, or the end of the list once more."""
    answer_invitation(held.participant, Answer.YES, actor=held.actor)
    return redirect(held.url("own_place"))


@require_POST
def leave(request: HttpRequest, held: Held) -> HttpResponse:
    """One does not come; whoever is next is offered the place."""
    form = LeaveForm(request.POST)
    if succeeds(
        form,
        lambda data: answer_invitation(held.participant, Answer.NO, excuse=data["excuse"], actor=held.actor),
    ):
        messages.success(request, _("You have cancelled. Thank you for saying so."))
        return redirect(held.url("own_place"))
    return _page(request, held, NeedsForm(instance=_needs_of(held)), form)


@require_POST
def needs(request: HttpRequest, held: Held) -> HttpResponse:
    """Said, changed, or taken back by leaving both empty."""
    form = NeedsForm(request.POST)
    if succeeds(
        form,
        lambda data: give_needs(held.participant, diet=data["diet"], access=data["access"], actor=held.actor),
    ):
        messages.success(request, _("Saved."))
        return redirect(held.url("own_place"))
    return _page(request, held, form, LeaveForm())


def _page(request: HttpRequest, held: Held, needs_form: NeedsForm, leave_form: LeaveForm) -> HttpResponse:
    participant = held.participant
    context = {
        "event": participant.event,
        "participant": participant,
        "standing": standing(participant, held.actor),
        "is_by_link": held.is_by_link,
        "needs_form": needs_form,
        "leave_form": leave_form,
        "readers": readers_for(participant.event, held.actor),
        "programme": programme_for(held.actor, participant.event),
        "choose_url": reverse("choose_session_by_link" if held.is_by_link else "choose_session", args=[held.key]),
        "needs_days": NEEDS_KEPT.days,
        "take_url": held.url("take_place"),
        "leave_url": held.url("leave_place"),
        "needs_url": held.url("give_needs"),
    }
    return render(request, "termine/own_place.html", context)


def _said(request: HttpRequest, view: View, held: Held) -> HttpResponse:
    """A refusal is said on the page itself: an address with a secret in it is no place for an error."""
    try:
        return view(request, held)
    except (Refused, Invalid) as refused:
        messages.error(request, str(refused))
        return redirect(held.url("own_place"))


def _needs_of(held: Held) -> Needs | None:
    return Needs.objects.filter(participant=held.participant).first()
