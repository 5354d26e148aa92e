"""Mails about seats: they say that something is there, never what."""

from __future__ import annotations

from django.conf import settings

from plugins.api.mails import send_mail
from plugins.membership.facts import SeatGiven, SeatHandedOver
from plugins.membership.models import Seat


def tell_about_seats(facts: list[SeatGiven | SeatHandedOver]) -> None:
    """Whoever gets a seat and whoever hands one over; a new account gets its invitation alone. Raises when no mail
    can be sent.
    """
    for fact in dict.fromkeys(facts):
        seat = Seat.objects.select_related("person").filter(pk=fact.seat_id).first()
        if seat is None or not seat.person.is_active:
            continue
        match fact:
            case SeatHandedOver():
                _send(seat, "ends", "/konto/verzeichnis/")
            case SeatGiven() if seat.person.has_usable_password():
                _send(seat, "begins", "/start/")


def _send(seat: Seat, occasion: str, path: str) -> None:
    person, url = seat.person, settings.WAGTAILADMIN_BASE_URL + path
    send_mail(f"mitglieder/mails/seat_{occasion}.html", {"url": url}, to=person.email, language=person.language)
