"""Which counties are comparable to one of them, by figures that are public."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from cms.models import County
from plugins.api import generation
from plugins.api.generation import KeptAnswers

EARTH_RADIUS = 6371.0  # km


@dataclass(frozen=True, slots=True)
class Figures:
    """What a county is compared by; None where nobody has entered it."""

    key: str
    name: str
    state: str | None
    inhabitants: int | None
    density: float | None  # inhabitants a km²
    place: tuple[float, float] | None  # latitude and longitude of its middle, degrees


@dataclass(frozen=True, slots=True)
class Criteria:
    """How much alike; None: this does not matter."""

    inhabitants: int | None = 50  # at most so many per cent more or fewer
    density: int | None = 50  # the same
    same_state: bool = False
    distance: int | None = None  # at most so many km as the crow flies


_KEPT: KeptAnswers[dict[str, Figures]] = KeptAnswers(size=1)


def figures() -> dict[str, Figures]:
    """Every county by its key, by name; read once per generation."""
    number = generation.current()
    kept = _KEPT.get(number, "")
    return _KEPT.keep(number, "", {one.key: one for one in _read()}) if kept is None else kept


def alike(one: Figures, others: Iterable[Figures], by: Criteria) -> frozenset[str]:
    """The keys of all that meet every criterion, its own among them. What is not known of `one` is not compared."""
    return frozenset(other.key for other in others if other.key == one.key or _is_alike(one, other, by))


def around(figure: float, percent: int) -> tuple[float, float]:
    """From so many per cent fewer to so many more."""
    return figure * (100 - percent) / 100, figure * (100 + percent) / 100


def is_around(figure: float | None, other: float | None, percent: int | None) -> bool:
    """Whether `other` is at most so many per cent more or fewer; what is not known of `figure` is not compared."""
    if figure is None or percent is None:
        return True
    least, most = around(figure, percent)
    return other is not None and least <= other <= most


def distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Kilometres between two places, as the crow flies."""
    (lat, lon), (other_lat, other_lon) = (map(radians, place) for place in (one, other))
    half = sin((other_lat - lat) / 2) ** 2 + cos(lat) * cos(other_lat) * sin((other_lon - lon) / 2) ** 2
    return 2 * EARTH_RADIUS * asin(sqrt(half))


def _is_alike(one: Figures, other: Figures, by: Criteria) -> bool:
    return (
        is_around(one.inhabitants, other.inhabitants, by.inhabitants)
        and is_around(one.density, other.density, by.density)
        and (not by.same_state or one.state is None or one.state == other.state)
        and _is_near(one.place, other.place, by.distance)
    )


def _is_near(place: tuple[float, float] | None, other: tuple[float, float] | None, most: int | None) -> bool:
    if place is None or most is None:
        return True
    return other is not None and distance(place, other) <= most


def _read() -> Iterable[Figures]:
    for county in County.objects.order_by("name", "kind"):
        density = county.inhabitants / float(county.area_km2) if county.inhabitants and county.area_km2 else None
        latitude, longitude = county.latitude, county.longitude
        place = None if latitude is None or longitude is None else (latitude, longitude)
        yield Figures(county.key, county.full_name, county.state, county.inhabitants, density, place)
