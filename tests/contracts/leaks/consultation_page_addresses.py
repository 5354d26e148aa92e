"""Addresses of the pages of consultations, with every argument that could name something planted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from tests.contracts.leaks.numbers import ABSENT_ID, numbers
from workspace.models import Consultation, Contribution, Draft

if TYPE_CHECKING:
    from tests.contracts.leaks.planting import Garden


def said() -> list[tuple[int, int]]:
    """Numbers of a consultation and of each contribution to it, to another one, or that is not there."""
    own = list(Contribution.objects.values_list("consultation", "pk"))
    asked = numbers(Consultation)
    others = [(asked[(asked.index(consultation) + 1) % len(asked)], pk) for consultation, pk in own]
    return [*own, *others, *((consultation, ABSENT_ID) for consultation in asked)]


CONSULTATION_PAGES: dict[str, Callable[[Garden], Iterable[str]]] = {
    **{
        f"konsultationen/<int:pk>/{rest}": lambda garden, rest=rest, queries=queries: [
            f"/konsultationen/{pk}/{rest}{query}" for pk in numbers(Consultation) for query in ("", *queries)
        ]
        for rest, queries in (
            ("", ()),
            ("nichts-hinzuzufuegen/", ()),
            ("beenden/", ()),
            ("beitraege/", ("?show=offen", "?show=beantwortet", "?page=2")),
            ("beitraege.csv", ()),
        )
    },
    **{
        f"konsultationen/<int:pk>/beitraege/<int:contribution_id>/{what}/": lambda garden, what=what: [
            f"/konsultationen/{pk}/beitraege/{contribution}/{what}/" for pk, contribution in said()
        ]
        for what in ("antwort", "aendern", "zuruecknehmen")
    },
    "entwuerfe/<int:pk>/konsultation/neu/": lambda garden: [
        f"/entwuerfe/{pk}/konsultation/neu/" for pk in numbers(Draft)
    ],
}
