"""Mails about seats: they say that something is there, never what."""

from __future__ import annotations

from plugins.api.mails import address_of, send_mail
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
    person, url = seat.person, address_of(path)
    send_mail(f"mails/seat_{occasion}.html", {"url": url}, to=person.email, language=person.language)
