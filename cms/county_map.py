"""Maps of counties and places: a dot for each, a roof for each that takes part.

Where the operator has brought in the shapes of the counties, their land is drawn instead of the dots.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import log, pi, radians, tan
from typing import NamedTuple

from django.utils.html import escape

SCALE = 4200.0
"""Drawing units for one radian: some 90 units between Flensburg and Hamburg."""

MARGIN = 24.0

EXTENT = 420.0
"""Drawing units that the places of a near map lie apart at most."""
SMALLEST = 0.0005
"""Radians; places that lie nearer together are not drawn further apart."""
NAME_MARGIN = 90.0
NEAR = "county-map county-map--near"


Point = tuple[float, float]


class Place(NamedTuple):
    """A county on the map; latitude and longitude in degrees (WGS 84).

    `rings` are its borders, closed lines of (longitude, latitude); empty where no shape is known.
    """

    key: str
    name: str
    latitude: float
    longitude: float
    is_member: bool
    rings: Sequence[Sequence[Point]] = ()
    url: str = ""
    """Where its house leads; empty where it is only shown."""


def county_map(
    places: Iterable[Place], *, description: str, scale: float = SCALE, margin: float = MARGIN, name: str = "county-map"
) -> str:
    """The map as one SVG (Mercator), members named; `description` says the same to those who cannot see it.

    `scale` is in drawing units for one radian, `margin` in drawing units; `name` is the class of the drawing.
    """
    places = list(places)
    if not places:
        return ""
    points = {place.key: _project(place.longitude, place.latitude, scale) for place in places}
    borders = {
        place.key: [[_project(*point, scale) for point in ring] for ring in place.rings]
        for place in places
        if place.rings
    }
    drawn = [*points.values(), *(point for rings in borders.values() for ring in rings for point in ring)]
    left, top = min(x for x, _ in drawn) - margin, min(y for _, y in drawn) - margin
    right, bottom = max(x for x, _ in drawn) + margin, max(y for _, y in drawn) + margin

    land = "".join(
        _land(borders, [place.key for place in places if place.is_member == is_member], left, top, class_name)
        for is_member, class_name in ((False, "land"), (True, "land land--member"))
    )
    members = sorted((place for place in places if place.is_member), key=lambda place: place.latitude, reverse=True)
    others = (points[place.key] for place in places if not place.is_member and place.key not in borders)
    dots = "".join(f"M{x - left:.0f} {y - top:.0f}h0" for x, y in others)
    roofs = "".join(_roof(place, *points[place.key], left, top, right) for place in members)
    role = "group" if any(place.url for place in members) else "img"
    return (
        f'<svg class="{name}" viewBox="0 0 {right - left:.0f} {bottom - top:.0f}" role="{role}" '
        f'aria-label="{escape(description)}">'
        f'{land}<path class="dots" d="{dots}"/>{roofs}</svg>'
    )


def places_map(places: Iterable[Place], *, description: str) -> str:
    """A map of some places alone, as large as they are apart."""
    places = list(places)
    points = [_project(place.longitude, place.latitude, 1.0) for place in places]
    if not points:
        return ""
    width = max(x for x, _ in points) - min(x for x, _ in points)
    height = max(y for _, y in points) - min(y for _, y in points)
    scale = EXTENT / max(width, height, SMALLEST)
    return county_map(
        places, description=description, scale=scale, margin=NAME_MARGIN, name="county-map county-map--near"
    )


def _project(longitude: float, latitude: float, scale: float) -> Point:
    """Mercator, in drawing units."""
    return scale * radians(longitude), -scale * log(tan(pi / 4 + radians(latitude) / 2))


def _land(borders: dict[str, list[list[Point]]], keys: Iterable[str], left: float, top: float, class_name: str) -> str:
    """The land of some counties as one path, in whole drawing units, so that neighbours share their border."""
    lines = []
    for key in keys:
        for ring in borders.get(key, ()):
            corners = [(round(x - left), round(y - top)) for x, y in ring]
            steps = [(x - u, y - v) for (u, v), (x, y) in pairwise(corners) if (x, y) != (u, v)]
            if len(steps) > 2:
                lines.append(f"M{corners[0][0]} {corners[0][1]}l{' '.join(f'{x} {y}' for x, y in steps[:-1])}z")
    return f'<path class="{class_name}" d="{"".join(lines)}"/>' if lines else ""


def _roof(place: Place, x: float, y: float, left: float, top: float, right: float) -> str:
    """A house over the county's place; its name on the side that has more room."""
    at_x, at_y = x - left, y - top
    to_the_left = at_x > (right - left) * 0.6
    text_x, anchor = (at_x - 26, "end") if to_the_left else (at_x + 26, "start")
    house = (
        f'<path class="member" d="M{at_x - 20:.0f} {at_y:.0f}l20-20 20 20h-5v17h-30v-17z"/>'
        f'<path class="member-dot" d="M{at_x - 4:.0f} {at_y + 17:.0f}v-11h8v11z"/>'
        f'<text x="{text_x:.0f}" y="{at_y + 9:.0f}" text-anchor="{anchor}">{escape(place.name)}</text>'
    )
    return f'<a href="{escape(place.url)}">{house}</a>' if place.url else house
