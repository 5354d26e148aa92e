"""The map of all counties, drawn once for each generation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, ngettext

from cms.county_map import Place, county_map
from cms.models import County, CountyShape
from plugins.api import generation
from plugins.api.generation import KeptAnswers


class Drawn(NamedTuple):
    """`credit` names whom to thank for the shapes; empty where there are none."""

    svg: SafeString
    credit: str


MAPS: KeptAnswers[Drawn] = KeptAnswers(size=8)


def drawn_counties(marked: frozenset[str], links: Mapping[str, str] | None = None, description: str = "") -> Drawn:
    """All counties; `marked` are the keys of those that take part, `links` says where their houses lead.

    Where the houses stand for something else than members, `description` says so to those who cannot see the map.
    """
    ways = tuple(sorted((links or {}).items()))
    number, key = generation.current(), (marked, ways, description, get_language())
    kept = MAPS.get(number, key)
    return MAPS.keep(number, key, _draw(marked, dict(ways), description)) if kept is None else kept


def _draw(marked: frozenset[str], links: Mapping[str, str], description: str) -> Drawn:
    shapes = dict(CountyShape.objects.values_list("county_id", "rings"))
    places = [
        Place(
            county.key,
            county.name,
            county.latitude,
            county.longitude,
            county.key in marked,
            shapes.get(county.pk, ()),
            links.get(county.key, ""),
        )
        for county in County.objects.exclude(latitude=None).exclude(longitude=None).order_by("key")
        if county.latitude is not None and county.longitude is not None
    ]
    words = ngettext("Map of Germany with one member county", "Map of Germany with %(n)d member counties", len(marked))
    credits = CountyShape.objects.order_by("credit").values_list("credit", flat=True).distinct()
    svg = county_map(places, description=description or words % {"n": len(marked)})
    return Drawn(mark_safe(svg), "; ".join(credits))  # noqa: S308 - escaped where drawn
