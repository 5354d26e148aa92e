"""The demo world's members and its guest."""

from __future__ import annotations

from datetime import date

from cms.accounts.models import User
from cms.models import County, Topic
from plugins.membership.models import GuestMandate, Seat

SEATS = {"member": "99001", "coordinator": "99002", "mentor": "99003", "outsider": "99004"}
BEGINNING = date(2025, 1, 1)


def load() -> None:
    """Four counties with a seat each, and the county association as guest for housing. Twice changes nothing."""
    people = {user.email.partition("@")[0]: user for user in User.objects.filter(email__endswith="@demo.example")}
    for name, key in SEATS.items():
        if not Seat.objects.filter(person=people[name]).exists():
            county = County.objects.get(key=key)
            Seat.objects.create(county=county, person=people[name], start=BEGINNING, is_named_in_public=True)
    if not GuestMandate.objects.filter(people=people["guest"]).exists():
        mandate = GuestMandate.objects.create(
            institution="Landkreistag",
            role="Berät das Forum in Fragen des Wohnens und liest mit, was die Landkreise dazu erarbeiten.",
            sponsor=people["coordinator"],
            start=BEGINNING,
        )
        mandate.people.add(people["guest"])
        mandate.topics.add(Topic.objects.get(slug="wohnen"))
