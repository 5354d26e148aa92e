"""The demo world's members."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from cms.accounts.models import User
from cms.models import County, Topic
from plugins.api.actors import actor_for
from plugins.membership.actions.profiles import change_member_profile
from plugins.membership.demo.people import demo_people
from plugins.membership.models import MemberProfile, Seat


class Place(NamedTuple):
    """A demo member's seat, and what they say of themselves."""

    county: str
    start: date
    topics: tuple[str, ...] = ()
    competences: str = ""
    shows_email: bool = False
    telephone: str = ""


PLACES = {
    "member": Place(
        "99001",
        date(2025, 1, 1),
        ("sprache", "mobilitaet"),
        "Sprachkurse auf dem Land organisieren, Fahrdienste mit Ehrenamtlichen, Mittel des Landes beantragen.",
        shows_email=True,
        telephone="0171 3920042",
    ),
    "coordinator": Place(
        "99002",
        date(2025, 1, 1),
        ("wohnen", "verwaltung"),
        "Wohnungslotsen aufbauen, Zusammenarbeit mit Vermieter:innen, Integrationskonzepte im Kreistag vorstellen.",
        shows_email=True,
    ),
    "mentor": Place(
        "99003",
        date(2025, 3, 1),
        ("gesundheit", "ankommen", "ehrenamt"),
        "Pool von Sprachmittler:innen für Praxen und Kliniken, Begleitung von Ehrenamtlichen, Fallkonferenzen.",
    ),
    "outsider": Place("99004", date(2025, 9, 1), ("bildung",)),
}


DOMAIN = "@demo.example"


def load() -> None:
    """Four counties with a seat each. Twice changes nothing."""
    people = demo_people()
    for name, place in PLACES.items():
        if not Seat.objects.filter(person=people[name]).exists():
            _seat(people[name], place)


def _seat(person: User, place: Place) -> None:
    county = County.objects.get(key=place.county)
    Seat.objects.create(county=county, person=person, start=place.start, is_named_in_public=True)
    change_member_profile(
        MemberProfile.objects.get(person=person),
        actor=actor_for(person),
        is_listed=True,
        topics=list(Topic.objects.filter(slug__in=place.topics)),
        competences=place.competences,
        shows_email=place.shows_email,
        telephone=place.telephone,
        shows_telephone=bool(place.telephone),
    )


def load_history() -> None:
    """Whoever sat for Bergheide before, and left. Twice changes nothing."""
    person, is_new = User.objects.get_or_create(
        email=f"frueher{DOMAIN}", defaults={"first_name": "Renate", "last_name": "Ackermann", "is_active": False}
    )
    if not is_new:
        return
    person.set_unusable_password()
    person.save(update_fields=["password"])
    county = County.objects.get(key="99002")
    before = Seat.objects.create(county=county, person=person, start=date(2022, 4, 1), end=date(2024, 12, 31))
    Seat.objects.filter(county=county, person__email=f"coordinator{DOMAIN}").update(follows=before)
    MemberProfile.objects.filter(person=person).update(stays_named=True)
