"""Counties with former holders, and guests with a mandate: what stands on their pages, and who meets it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from plugins.membership.models import GuestFunction, GuestMandate, MandateGroup, MemberProfile, Seat
from tests.cast import yesterday
from tests.contracts.leaks.numbers import ABSENT_ID, numbers
from tests.factories import UserFactory, give_mandate, give_seat, make_topic

if TYPE_CHECKING:
    from tests.contracts.leaks.planting import Garden

KEYS = ("99001", "99003", "99005", "00000")
MEMBER = frozenset({"member"})
"""Pages, and nothing for programs: a token meets nothing of it."""
NOBODY: frozenset[str] = frozenset()

SAMPLES: dict[str, Callable[[Garden], Iterable[str]]] = {
    "mitglieder/landkreise/<slug:key>/": lambda garden: [f"/mitglieder/landkreise/{key}/" for key in KEYS],
    "mitglieder/landkreise/<slug:key>/nennen/": lambda garden: [
        f"/mitglieder/landkreise/{key}/nennen/" for key in KEYS
    ],
    "mitglieder/landkreise/<slug:key>/sitz/": lambda garden: [f"/mitglieder/landkreise/{key}/sitz/" for key in KEYS],
    "mitglieder/landkreise/<slug:key>/uebergeben/<int:pk>/": lambda garden: [
        f"/mitglieder/landkreise/{key}/uebergeben/{pk}/" for key, pk in _seats()
    ],
    "gaeste/<int:pk>/": lambda garden: [f"/gaeste/{pk}/" for pk in numbers(GuestMandate)],
    "gaeste/<int:pk>/beenden/": lambda garden: [f"/gaeste/{pk}/beenden/" for pk in numbers(GuestMandate)],
    "gaeste/gruppen/<int:pk>/<slug:what>/": lambda garden: [
        f"/gaeste/gruppen/{pk}/{what}/" for pk in [*numbers(MandateGroup), ABSENT_ID] for what in ("zustimmen", "weg")
    ],
}


def _seats() -> list[tuple[str, int]]:
    """Every seat under its own county, and one under others and where there is none."""
    own = list(Seat.objects.order_by("pk").values_list("county__key", "pk"))
    return [*own, *((key, own[0][1]) for key in KEYS), (KEYS[0], ABSENT_ID)]


def plant(garden: Garden) -> None:
    """Who left and agreed to stay named; a guest whom members know alone, and one whom everybody may know."""
    left = UserFactory(
        email=f"{garden.secret('e-mail of a former holder', NOBODY)}@example.org",
        first_name=garden.secret("first name of a former holder", MEMBER),
        last_name=garden.secret("last name of a former holder", MEMBER),
        function=garden.secret("function of a former holder", NOBODY),
    )
    give_seat(left, "99003", end=yesterday())
    MemberProfile.objects.filter(person=left).update(stays_named=True)

    own = GuestMandate.objects.get(people=garden.people["guest"])
    own.institution = garden.secret("institution of the guest", MEMBER | {"guest"})
    own.role = garden.secret("role of the guest", MEMBER | {"guest"})
    own.save()

    person = UserFactory(
        email=f"{garden.secret('e-mail of a person of a named guest', NOBODY)}@example.org",
        first_name=garden.secret("first name of a person of a named guest", MEMBER),
        last_name=garden.secret("last name of a person of a named guest", MEMBER),
    )
    named = give_mandate(person, topics=[make_topic("Wohnen")])
    named.institution = garden.secret("institution that everybody may know", frozenset(garden_roles()))
    named.role = garden.secret("role of a guest whom everybody may know", MEMBER)
    named.function, named.is_named_in_public = GuestFunction.SPEAKER, True
    named.save()


def garden_roles() -> tuple[str, ...]:
    from tests.contracts.leaks.planting import ROLES  # it plants us

    return ROLES
