"""Pictures in texts."""

from __future__ import annotations

from typing import Any

from django import template

from cms.models import Picture
from cms.presenting import picture_as_json

register = template.Library()


@register.simple_tag
def picture_sizes(picture: Picture, alt: str) -> dict[str, Any]:
    """The picture's addresses with width and height in pixels, smallest first."""
    return picture_as_json(picture, alt)
