"""The seats of an accepted county: given by the applicant, taken by link or after signing in."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from plugins.api.access import Actor, may, require
from plugins.api.adapters.forms import succeeds
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.links import kept_quiet
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Missing
from plugins.membership.actions import application_seats as doing
from plugins.membership.actions.application_links import open_again
from plugins.membership.forms.applications import OfferForm, SeatForm
from plugins.membership.models import SeatOffer
from plugins.membership.pages import application_keys as keys
from plugins.membership.pages.application_keys import Held, by_link
from plugins.membership.queries import application_pages as queries


@answers(Rule.DOOR)
@by_link
def give_seat(request: HttpRequest, held: Held) -> HttpResponse:
    """Who may take the other seat."""
    require(held.actor, "give_seats", held.application)
    form = OfferForm(request.POST if request.method == "POST" else None)

    def offer(data: dict[str, str]) -> None:
        keys.insist_on_few_mails(request, held)
        doing.offer_seat(held.application, **data, actor=held.actor)

    if succeeds(form, offer):
        messages.success(request, _("The seat is kept. The link is on its way to this person."))
        return redirect("application", held.token)
    context = {
        "token": held.token,
        "application": queries.outside(held.actor, held.application),
        "here": _("Give the other seat"),
        "lead": _("A county has two seats. Whoever takes one is a member for your county, with all rights."),
        "action": _("Send the link"),
        "form": form,
    }
    return render(request, "bewerbungen/form.html", context)


@answers(Rule.DOOR)
@require_POST
@by_link
def take_back(request: HttpRequest, held: Held, pk: int) -> HttpResponse:
    """For example after a mistyped address."""
    doing.take_back_seat(_offer_of(held, pk), actor=held.actor)
    messages.success(request, _("The seat is free again."))
    return redirect("application", held.token)


@answers(Rule.DOOR)
@by_link
def own_seat(request: HttpRequest, held: Held) -> HttpResponse:
    """The applicant takes hers: the link that she came by is sent to the address that it is kept for."""
    require(held.actor, "give_seats", held.application)
    offer = next((one for one in queries.seats_for(held.actor, held.application) if _is_own(one)), None)
    if offer is None:
        raise Missing
    actor = keys.taker_of(Actor(user=actor_of(request).user, principals=held.actor.principals), offer)
    return _take(request, offer, actor)


@answers(Rule.DOOR)
def offered_seat(request: HttpRequest, token: str) -> HttpResponse:
    """Somebody comes by the link of a seat."""
    offer, actor = keys.offer_held_by(request, token)
    response: HttpResponse = kept_quiet(_take(request, offer, actor))
    return response


@answers(Rule.SIGNED_IN)
@login_required
def own(request: HttpRequest) -> HttpResponse:
    """Applications and seats under the address of whoever is signed in."""
    actor = actor_of(request)
    applications, offers = queries.own_applications(actor.user), queries.own_offers(actor.user)
    if request.method == "POST":
        return _own_wish(request, actor, applications, offers)
    lines = [{"application": one, "word": queries.outside_word(one)} for one in applications]
    return kept_quiet(render(request, "bewerbungen/own.html", {"lines": lines, "offers": offers}))


def _own_wish(request: HttpRequest, actor: Actor, applications: list, offers: list) -> HttpResponse:
    """To open an application, or to take a seat; only one's own."""
    for application in applications:
        if request.POST.get("application") == str(application.pk):
            require(keys.applicant(actor, application), "see", application)
            return kept_quiet(redirect("application", open_again(application, actor.user.email)))
    for offer in offers:
        if request.POST.get("offer") == str(offer.pk):
            doing.take_seat(offer, actor=keys.taker_of(actor, offer))
            messages.success(request, _("You hold the seat from today. Welcome to the Forum."))
            return redirect("start")
    raise Missing


def _take(request: HttpRequest, offer: SeatOffer, actor: Actor) -> HttpResponse:
    """With a new account, or with the one that is signed in; whoever has one and is not signed in is told so."""
    context = {"offer": offer, "county": offer.application.county, "here": _("Take your seat")}
    if not may(actor, "take", offer):
        return render(request, "bewerbungen/seat.html", {**context, "is_over": True})
    if actor.user is not None:
        is_own = actor.user.email.lower() == offer.email.lower()
        if request.method == "POST" and is_own:
            doing.take_seat(offer, actor=actor)
            messages.success(request, _("You hold the seat from today. Welcome to the Forum."))
            return redirect("start")
        return render(request, "bewerbungen/seat.html", {**context, "is_own": is_own, "is_other": not is_own})
    if queries.has_account(offer.email):
        return render(request, "bewerbungen/seat.html", {**context, "has_account": True})
    form = SeatForm(request.POST if request.method == "POST" else None, initial=_names(offer.name))
    if succeeds(form, lambda data: _new_member(offer, data, actor)):
        return render(request, "bewerbungen/seat.html", {**context, "is_taken": True})
    return render(request, "bewerbungen/seat.html", {**context, "form": form})


def _new_member(offer: SeatOffer, data: dict[str, str], actor: Actor) -> None:
    words = {name: data[name] for name in ("first_name", "last_name", "password")}
    doing.take_seat_with_new_account(offer, **words, actor=actor)


def _names(name: str) -> dict[str, str]:
    first, _space, last = name.strip().rpartition(" ")
    return {"first_name": first, "last_name": last}


def _is_own(offer: SeatOffer) -> bool:
    return offer.email.lower() == offer.application.email.lower()


def _offer_of(held: Held, pk: int) -> SeatOffer:
    offer = held.application.seat_offers.filter(pk=pk).first()
    if offer is None:
        raise Missing
    return offer
