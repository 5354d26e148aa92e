"""What the events plugin plants, and the addresses where it could be met: one module per concept.

Each module has `SAMPLES`, as `tests/contracts/leaks/addresses.py` describes them, and `plant(garden)`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from types import ModuleType
from typing import TYPE_CHECKING

from tests.contracts.leaks.events import (
    afterwards,
    calendars,
    guests,
    invitations,
    meeting,
    places,
    planning,
    programme,
    public,
)

if TYPE_CHECKING:
    from tests.contracts.leaks.planting import Garden

PARTS: tuple[ModuleType, ...] = (
    afterwards,
    calendars,
    invitations,
    meeting,
    places,
    planning,
    programme,
    public,
    guests,
)
EVENT_SAMPLES: dict[str, Callable[[Garden], Iterable[str]]] = {
    route: sample for part in PARTS for route, sample in part.SAMPLES.items()
}


def plant_events(garden: Garden) -> None:
    for part in PARTS:
        part.plant(garden)
