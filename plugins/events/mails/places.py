"""Mails about places: each with a link by which the person can take, leave, or say what they need, without an account.

They name no event: its title may be something that only few know of.
"""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from plugins.api.mails import address_of, send_mail
from plugins.events.actions.keys import new_key, new_registration_key
from plugins.events.facts import PlaceChanged, RegistrationLinkDue
from plugins.events.mails.calendars import calendar_part, due
from plugins.events.models import Method, Participant, PendingRegistration, Place

STILL = {
    "offered": (Place.OFFERED,),
    "accepted": (Place.TAKEN, Place.WAITING),
    "refused": (Place.REFUSED,),
    "lapsed": (Place.NONE,),
    "taken": (Place.TAKEN,),
    "waiting": (Place.WAITING,),
    "asked": (Place.ASKED,),
}
"""What is mailed, and only while it is still so."""
RECEIPTS = ("taken", "waiting", "asked")
"""Only for whoever registered: whoever was invited has a link already."""


def tell_of_places(facts: list[PlaceChanged]) -> None:
    """One mail for each that still holds. Raises when no mail can be sent."""
    for fact in dict.fromkeys(facts):
        lines = Participant.objects.filter(pk=fact.participant_id, event__cancelled_at=None)
        participant = (
            lines.filter(place__in=STILL.get(fact.occasion, ()))
            .select_related("event__group", "person", "calendar_copy")
            .first()
        )
        if participant is None or not participant.address:
            continue
        if fact.occasion not in RECEIPTS:
            _send(participant, fact.occasion)
        elif participant.invited_at is None:
            _send(participant, "registered")


def ask_to_confirm(facts: list[RegistrationLinkDue]) -> None:
    """A link for whoever reads the mails of the address. Raises when no mail can be sent."""
    for registration in PendingRegistration.objects.filter(pk__in={fact.registration_id for fact in facts}):
        url = reverse("confirm_registration", args=[new_registration_key(registration)])
        send_mail("mails/registration_confirm.html", {"url": address_of(url)}, to=registration.email)


def _send(participant: Participant, occasion: str) -> None:
    context = {
        "url": address_of(reverse("own_place_by_link", args=[new_key(participant)])),
        "until": participant.offered_until,
        "reason": participant.refused_because,
    }
    language = participant.person.language if participant.person is not None else ""
    with translation.override(language or settings.LANGUAGE_CODE):
        entry = calendar_part(participant.event, participant, Method.REQUEST) if _is_new(participant) else None
    send_mail(
        f"mails/place_{occasion}.html",
        context,
        to=participant.address,
        language=language,
        calendar=(Method.REQUEST, entry) if entry else None,
    )


def _is_new(participant: Participant) -> bool:
    """Whether the person's calendar has yet to learn that they come: then this mail tells it, and no second one."""
    return participant.place == Place.TAKEN and due(participant) == Method.REQUEST
