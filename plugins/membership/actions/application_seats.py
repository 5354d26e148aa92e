"""The two seats of a county that was accepted: who takes them."""

from __future__ import annotations

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.accounts.models import User
from plugins.api.access import Actor, require
from plugins.api.errors import Invalid, Missing, Refused
from plugins.api.outbox import announce
from plugins.api.tokens import hash_of, new_token
from plugins.membership.actions.applications import locked, note
from plugins.membership.actions.seats import take_kept_seat
from plugins.membership.facts import SeatOffered
from plugins.membership.models import Application, Seat, SeatOffer
from plugins.membership.queries.application_pages import has_account, seats_left


@transaction.atomic
def offer_seat(application: Application, name: str, email: str, *, actor: Actor) -> SeatOffer:
    """Keep the other seat for this person, who gets a link. Raises Invalid when none is left or they have one."""
    application = locked(application)
    require(actor, "give_seats", application)
    if application.seat_offers.filter(email__iexact=email).exists():
        raise Invalid({"email": [_("A seat is kept for this address already.")]})
    if not seats_left(application):
        raise Invalid({"__all__": [_("Both seats of the county have been given.")]})

    offer = SeatOffer.objects.create(
        application=application, name=name.strip(), email=email.lower(), token_hash=hash_of(new_token())
    )
    announce(SeatOffered(offer_id=offer.pk))
    note(application, "offer_seat", actor)
    return offer


@transaction.atomic
def take_back_seat(offer: SeatOffer, *, actor: Actor) -> None:
    """For example after a mistyped address: the link stops working, and the seat can be kept for somebody else."""
    offer = _locked(offer)
    require(actor, "take_back", offer)
    note(offer.application, "take_back_seat", actor)
    offer.delete()


@transaction.atomic
def take_seat_with_new_account(
    offer: SeatOffer, *, first_name: str, last_name: str, password: str, actor: Actor
) -> Seat:
    """An account for the address of the offer, with the seat from today. Raises Invalid for a weak password."""
    offer = _locked(offer)
    require(actor, "take", offer)
    if has_account(offer.email):
        raise Refused(_("There is an account for this address already. Please sign in with it."))
    person = User(email=offer.email, first_name=first_name.strip(), last_name=last_name.strip())
    person.function = offer.application.function if offer.email == offer.application.email else ""
    try:
        validate_password(password, person)
    except ValidationError as error:
        raise Invalid({"password": list(error.messages)}) from error
    person.set_password(password)
    person.save()
    return _give(offer, person, actor)


@transaction.atomic
def take_seat(offer: SeatOffer, *, actor: Actor) -> Seat:
    """Whoever is signed in with the address of the offer holds the seat from today."""
    offer = _locked(offer)
    require(actor, "take", offer)
    if actor.user is None or actor.user.email.lower() != offer.email.lower():
        raise Refused(_("This seat is kept for another address. Please sign in with that one."))
    return _give(offer, actor.user, actor)


def _give(offer: SeatOffer, person: User, actor: Actor) -> Seat:
    county = offer.application.county
    if county is None:
        raise Missing
    seat = take_kept_seat(county, person, actor=actor)
    offer.taken_at = timezone.now()
    offer.save(update_fields=["taken_at"])
    note(offer.application, "take_seat", actor)
    return seat


def _locked(offer: SeatOffer) -> SeatOffer:
    """As it is stored. Raises Missing when it was taken back."""
    rows = SeatOffer.objects.select_for_update(of=("self",)).select_related("application__county")
    found = rows.filter(pk=offer.pk).first()
    if found is None:
        raise Missing
    return found
