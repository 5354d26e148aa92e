"""Counties and topics."""

from __future__ import annotations

from django.utils.text import slugify

from cms.models import County, Topic

INVENTED = {
    "99001": ("Auental", 104_300),
    "99002": ("Bergheide", 78_900),
    "99003": ("Dornfeld", 131_700),
    "99004": ("Weidental", 86_400),
    "99005": ("Seewinkel", 58_700),
}
"""The counties of the demo world: key -> name and inhabitants."""


def make_county(key: str = "99001", **fields) -> County:
    """The county with this key: one of the official list, of the demo world, or a new one."""
    name, inhabitants = INVENTED.get(key, (f"Kreis {key}", 50_000))
    defaults = {"name": name, "kind": "Landkreis", "inhabitants": inhabitants, **fields}
    return County.objects.get_or_create(key=key, defaults=defaults)[0]


def make_topic(title: str = "Wohnen", *, is_open: bool = False, **fields) -> Topic:
    """The topic with this title; closed unless it says otherwise, so that only its entries show it."""
    slug = fields.pop("slug", slugify(title))
    return Topic.objects.get_or_create(title=title, defaults={"slug": slug, "is_open": is_open, **fields})[0]
