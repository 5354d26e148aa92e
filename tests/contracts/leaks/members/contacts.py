"""Requests for contact: what was asked outside, and what members and office said about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from django.utils import timezone

from plugins.api.actors import actor_for
from plugins.membership.actions.contact_office import note_contact
from plugins.membership.models import ContactRequest
from plugins.membership.queries.contacts import link_of
from tests.contracts.leaks.numbers import ABSENT, numbers
from tests.factories import UserFactory, give_role, give_seat
from tests.factories.contacts import ask_about_contact, make_contact_request, say

if TYPE_CHECKING:
    from tests.contracts.leaks.planting import Garden

NOBODY: frozenset[str] = frozenset()
MEMBER = frozenset({"member"})
OFFICE_PAGES = ("", "mitglieder/", "zusammenbringen/", "ablehnen/", "absage-senden/", "schliessen/")

SAMPLES: dict[str, Callable[[Garden], Iterable[str]]] = {
    "kontakt-vermitteln/<int:pk>/": lambda garden: [f"/kontakt-vermitteln/{pk}/" for pk in numbers(ContactRequest)],
    "kontakt-vermitteln/bestaetigen/<str:token>/": lambda garden: [
        *(link_of(request) for request in ContactRequest.objects.all()),
        f"/kontakt-vermitteln/bestaetigen/{ABSENT}/",
    ],
    **{
        f"kontakt-vermitteln/anfragen/<int:pk>/{page}": lambda garden, page=page: [
            f"/kontakt-vermitteln/anfragen/{pk}/{page}" for pk in numbers(ContactRequest)
        ]
        for page in OFFICE_PAGES
    },
}


def plant(garden: Garden) -> None:
    """One about which nobody of the roles was asked, one about which the member was asked, one not confirmed."""
    office = give_role(UserFactory(email="programmstelle-fragt@example.org"), "office")
    other = give_seat(UserFactory(email="wird-auch-gefragt@example.org"), "99004").person
    _request(garden, "that asked others", NOBODY, confirmed=False)
    hidden = _request(garden, "about which others were asked", NOBODY)
    _answered(garden, "about which others were asked", hidden, office, other)
    asked = _request(garden, "about which the member was asked", MEMBER)
    ask_about_contact(asked, office, garden.people["member"])
    _answered(garden, "about which the member was asked", asked, office, other)
    declined = _request(garden, "that was declined", NOBODY)
    reason = f"Kurs {garden.secret('reason of a refusal', NOBODY)}"
    ContactRequest.objects.filter(pk=declined.pk).update(state="declined", reason=reason, ended_at=timezone.now())


def _request(garden: Garden, which: str, readers: frozenset[str], *, confirmed: bool = True) -> ContactRequest:
    def planted(part: str, seen_by: frozenset[str] = readers) -> str:
        return garden.secret(f"{part} of a request for contact {which}", seen_by)

    return make_contact_request(
        confirmed=confirmed,
        name=f"Ida {planted('name')}",
        institution=f"Universität {planted('institution')}",
        email=f"{planted('address', NOBODY)}@uni.example",
        purpose=f"Wir untersuchen etwas: {planted('purpose')}.",
        expected=f"Ein Gespräch: {planted('expectation')}.",
    )


def _answered(garden: Garden, which: str, request: ContactRequest, office, other) -> None:
    """Somebody else was asked too and agreed; nobody but the office reads of it."""

    def planted(part: str) -> str:
        return garden.secret(f"{part} of a request for contact {which}", NOBODY)

    (invitation,) = ask_about_contact(request, office, other)
    say(
        invitation,
        "yes",
        address=f"{planted('address that another member gave')}@example.org",
        sentence=f"Gern, {planted('sentence of another member')}.",
    )
    note_contact(request, f"Notiz {planted('note')}", actor=actor_for(office))
