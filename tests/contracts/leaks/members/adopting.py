"""What counties say about entries: its readers are those of the register, whoever else reads the entry itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from cms.actions.entries import unpublish_entry
from plugins.api.access import SYSTEM
from plugins.membership.models import Adoption, MemberProfile
from tests.contracts.leaks.numbers import ABSENT, numbers
from tests.factories import UserFactory, give_seat
from tests.factories.adopting import make_adoption

if TYPE_CHECKING:
    from tests.contracts.leaks.planting import Garden

NOBODY: frozenset[str] = frozenset()
REGISTER = frozenset({"member", "members' token", "editor"})


def _slugs(garden: Garden) -> list[str]:
    return [*sorted(garden.slugs), ABSENT]


SAMPLES: dict[str, Callable[[Garden], Iterable[str]]] = {
    "api/v1/adoptions/<int:adoption_id>/": lambda garden: [f"/api/v1/adoptions/{pk}/" for pk in numbers(Adoption)],
    **{
        f"wissen/<slug:slug>/uebernahmen/{rest}": lambda garden, rest=rest: [
            f"/wissen/{slug}/uebernahmen/{rest}" for slug in _slugs(garden)
        ]
        for rest in ("", "neu/")
    },
    **{
        f"uebernahmen/<int:pk>/{rest}": lambda garden, rest=rest: [
            f"/uebernahmen/{pk}/{rest}" for pk in numbers(Adoption)
        ]
        for rest in ("", "bearbeiten/", "stand/", "zuruecknehmen/")
    },
}


def plant(garden: Garden) -> None:
    """Of an entry with a public layer, of one for members, of one that was taken back."""
    name = garden.secret("last name of whom to ask about an adoption", REGISTER)
    person = UserFactory(email="fragt@example.org", first_name="Kim", last_name=name)
    give_seat(person, "99003")
    hidden = UserFactory(
        email="verborgen@example.org",
        first_name="Kim",
        last_name=garden.secret("last name of whoever is not in the directory and is asked", frozenset({"member"})),
    )
    give_seat(hidden, "99004")
    MemberProfile.objects.filter(person=hidden).update(is_listed=False)
    for which, by in (("released", person), ("for members", hidden), ("in Wohnen", person), ("for everybody", person)):
        _adopt(garden, which, by, REGISTER)
    entry = garden.entry("taken back and adopted", title="Zurückgenommen", slug="zurueckgenommen-uebernommen")
    garden.entries["taken back and adopted"] = entry
    _adopt(garden, "taken back and adopted", person, NOBODY)
    unpublish_entry(entry, actor=SYSTEM)


def _adopt(garden: Garden, which: str, person, readers: frozenset[str]) -> None:
    def planted(part: str) -> str:
        return f"Wort {garden.secret(f'{part} of an adoption of the entry {which}', readers)}"

    words = {part: planted(part) for part in ("changed", "effort", "result", "text")}
    make_adoption(garden.entries[which], person, "adapted", contact=person, **words)
