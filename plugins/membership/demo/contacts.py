"""The demo world's request for contact: a university asks, two members were asked, one agreed."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from cms.models import Topic
from plugins.api.access import ANONYMOUS, Actor
from plugins.api.actors import actor_for
from plugins.membership.actions.contact_office import invite_members, note_contact
from plugins.membership.actions.contacts import answer_invitation, ask_for_contact, confirm_contact_request
from plugins.membership.demo.people import demo_people
from plugins.membership.models import ContactRequest

EMAIL = "k.thalheim@hochschule.example"


def load() -> None:
    """Twice changes nothing."""
    if ContactRequest.objects.filter(email=EMAIL).exists():
        return
    people = demo_people()
    request = _asked()
    office = actor_for(people["office"])
    note_contact(
        request, "Am Telephon erreicht: Die Gespräche dauern je eine Stunde und sind vertraulich.", actor=office
    )
    invited = invite_members(request, [people["member"].pk, people["coordinator"].pk], actor=office)
    for invitation in invited:
        if invitation.member_id == people["coordinator"].pk:
            answer_invitation(
                invitation,
                "yes",
                address=people["coordinator"].email,
                sentence="Gern, aber erst nach der Sitzung des Kreistags im Dezember.",
                actor=actor_for(people["coordinator"]),
            )


def _asked() -> ContactRequest:
    request = ask_for_contact(
        kind="researcher",
        name="Dr. Katrin Thalheim",
        institution="Hochschule Bergheide, Fachbereich Soziale Arbeit",
        email=EMAIL,
        topics=Topic.objects.filter(slug="wohnen"),
        purpose=(
            "Wir untersuchen, wie ländliche Landkreise Geflüchtete beim Übergang in eine eigene Wohnung begleiten. "
            "Die Ergebnisse veröffentlichen wir im nächsten Herbst als frei zugänglichen Bericht."
        ),
        expected="Ein Gespräch von einer Stunde, am Bildschirm oder vor Ort, und auf Wunsch ein Blick in den Entwurf.",
        until=timezone.localdate() + timedelta(days=60),
        actor=ANONYMOUS,
    )
    by_link = Actor(user=None, principals=ANONYMOUS.principals | {request.principal})
    return confirm_contact_request(request, actor=by_link)
