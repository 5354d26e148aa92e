"""The demo world's guest."""

from __future__ import annotations

from datetime import date

from cms.models import Topic
from plugins.membership.demo.people import demo_people
from plugins.membership.models import GuestMandate


def load() -> None:
    """The county association as guest for housing. Twice changes nothing."""
    people = demo_people()
    if not GuestMandate.objects.filter(people=people["guest"]).exists():
        mandate = GuestMandate.objects.create(
            institution="Landkreistag",
            role="Berät das Forum in Fragen des Wohnens und liest mit, was die Landkreise dazu erarbeiten.",
            sponsor=people["coordinator"],
            start=date(2025, 1, 1),
        )
        mandate.people.add(people["guest"])
        mandate.topics.add(Topic.objects.get(slug="wohnen"))
