"""Pictures and maps in texts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from cms import county_map
from cms.county_map import Place
from cms.models import Picture
from cms.presenting import picture_as_json

register = template.Library()


@register.simple_tag
def picture_sizes(picture: Picture, alt: str) -> dict[str, Any]:
    """The picture's addresses with width and height in pixels, smallest first."""
    return picture_as_json(picture, alt)


@register.simple_tag
def places_map(places: Iterable[dict[str, Any]]) -> SafeString:
    """The places of which both figures are known; the list beside the map names all of them."""
    known = [place for place in places if place["latitude"] is not None and place["longitude"] is not None]
    names = ", ".join(place["name"] for place in known)
    drawn = [
        Place(str(number), place["name"], place["latitude"], place["longitude"], True)
        for number, place in enumerate(known)
    ]
    return mark_safe(county_map.places_map(drawn, description=_("Map: %s") % names))  # noqa: S308 - escaped where drawn
