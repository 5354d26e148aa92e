"""Mails to applicants and to those whom they name: each with a link of its own and nothing of what was written."""

from __future__ import annotations

from django.urls import reverse

from plugins.api.mails import address_of, send_mail
from plugins.membership.actions.application_links import renew
from plugins.membership.facts import ApplicationLinkDue, SeatOffered
from plugins.membership.models import Application, ApplicationKey, SeatOffer
from plugins.membership.queries.applications import checked_by, decided_by


def send_links(facts: list[ApplicationLinkDue]) -> None:
    """One mail for each; a link that was ended meanwhile is not sent. Raises when no mail can be sent."""
    for fact in dict.fromkeys(facts):
        key = ApplicationKey.objects.select_related("application__round").filter(pk=fact.key_id).first()
        if key is not None:
            url = _link("application", renew(key))
            context = {"url": url, **(_receipt(key.application) if fact.occasion == "received" else {})}
            send_mail(f"mails/application_{fact.occasion}.html", context, to=key.email)


def send_seat_offers(facts: list[SeatOffered]) -> None:
    """Whoever a seat is kept for gets the link to take it. Raises when no mail can be sent."""
    for fact in dict.fromkeys(facts):
        offer = SeatOffer.objects.filter(pk=fact.offer_id, taken_at=None).first()
        if offer is not None:
            send_mail("mails/seat_offer.html", {"url": _link("offered_seat", renew(offer))}, to=offer.email)


def _receipt(application: Application) -> dict[str, object]:
    """The dates that the page behind the link says too."""
    return {
        "reference": application.reference,
        "received_at": application.received_at,
        "checked_by": checked_by(application),
        "decided_by": decided_by(application),
    }


def _link(name: str, token: str) -> str:
    return address_of(reverse(name, kwargs={"token": token}))
