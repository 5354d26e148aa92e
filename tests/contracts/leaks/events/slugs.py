"""Which events are asked about: all of them where readers read, one of each kind where pages are for organisers."""

from __future__ import annotations

from plugins.events.models import Event
from tests.contracts.leaks.numbers import ABSENT


def all_slugs() -> list[str]:
    """Every event, and one that is not there."""
    return [*Event.objects.order_by("pk").values_list("slug", flat=True), ABSENT]


def some_slugs() -> list[str]:
    """One that is published of each class, one that is not, one that is not there: what decides about such pages."""
    found: dict[str, str] = {}
    for event in Event.objects.order_by("pk"):
        found.setdefault(event.confidentiality if event.is_published else "not published", event.slug)
    return [*found.values(), ABSENT]
