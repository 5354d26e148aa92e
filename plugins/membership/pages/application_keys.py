"""Who comes by a link: the one place where a secret address becomes an actor at the door."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import wraps
from typing import Concatenate, Final, ParamSpec

from allauth.core.ratelimit import consume
from django.contrib import messages
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from plugins.api.access import ANONYMOUS, Actor
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.links import bearer, kept_quiet
from plugins.api.errors import Invalid, Missing, Refused
from plugins.api.tokens import hash_of
from plugins.membership.models import Application, ApplicationKey, SeatOffer

P = ParamSpec("P")

SAME_VISIT: Final = timedelta(minutes=15)


@dataclass(frozen=True)
class Held:
    """What somebody's link opens."""

    token: str
    actor: Actor
    application: Application
    is_reader: bool


def by_link(
    view: Callable[Concatenate[HttpRequest, Held, P], HttpResponseBase],
) -> Callable[Concatenate[HttpRequest, str, P], HttpResponseBase]:
    """A page behind the link of an application: kept by nobody, named to nobody.

    A refusal is said on the page of the application: an address with a secret in it is no place for an error.
    """

    @wraps(view)
    def answer(request: HttpRequest, token: str, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        held = held_by(token)
        try:
            response = view(request, held, *args, **kwargs)
        except Refused as refused:
            messages.error(request, refused.reason)
            response = redirect("application", token)
        return kept_quiet(response)

    return answer


def held_by(token: str) -> Held:
    """The application that this link opens, and who that makes its bearer. Raises Missing."""
    keys = ApplicationKey.objects.select_related("application__county", "application__round")
    key = keys.filter(token_hash=hash_of(token)).first()
    if key is None:
        raise Missing
    now = timezone.now()
    if key.last_used_at is None or now - key.last_used_at > SAME_VISIT:
        ApplicationKey.objects.filter(pk=key.pk).update(last_used_at=now)
    application = key.application
    principal = application.reader_principal if key.is_reader else application.principal
    return Held(token, bearer(ANONYMOUS, principal), application, key.is_reader)


def offer_held_by(request: HttpRequest, token: str) -> tuple[SeatOffer, Actor]:
    """The seat that this link offers, and its bearer, signed in or not. Raises Missing."""
    offers = SeatOffer.objects.select_related("application__county")
    offer = offers.filter(token_hash=hash_of(token)).first()
    if offer is None:
        raise Missing
    return offer, taker_of(actor_of(request), offer)


def insist_on_few_mails(request: HttpRequest, held: Held) -> None:
    """Whoever has a link writes to addresses of her choice: not to many in an hour. Raises Invalid."""
    if not consume(request, action="application_mail", key=str(held.application.pk)):
        raise Invalid({"__all__": [_("You have sent many links. Please try again in an hour.")]})


def applicant(actor: Actor, application: Application) -> Actor:
    """Whoever signed in with the address of an application, as its applicant."""
    return bearer(actor, application.principal)


def taker_of(actor: Actor, offer: SeatOffer) -> Actor:
    """Whoever signed in with the address of an offer, came by its link, or is the applicant with her own seat."""
    return bearer(actor, offer.principal)
