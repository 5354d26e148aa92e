"""What a version that is not published would say in each layer if it were."""

from __future__ import annotations

from dataclasses import replace

from django.utils import timezone

from cms.layers import LayerContent, members_layer, released_content, would_release_whole_text
from cms.models import Entry, Publication, Release


def as_released(entry: Entry, released: Entry) -> LayerContent:
    """What everybody would read if this version were released now."""
    newest = Release.objects.filter(entry=entry.pk).order_by("-number").first()
    now = timezone.now()
    first = Release.objects.filter(entry=entry.pk).order_by("number").first()
    return released_content(
        entry,
        released,
        whole_text=would_release_whole_text(released),
        version=newest.number + 1 if newest else 1,
        published_at=first.released_at if first else now,
        updated_at=now,
    )


def for_members(entry: Entry) -> LayerContent:
    """What members would read if this version were published now."""
    newest = Publication.objects.filter(entry=entry.pk).order_by("-number").first()
    now = timezone.now()
    content = members_layer(entry, version=newest.number + 1 if newest else 1)
    return replace(content, published_at=content.published_at or now, updated_at=now)
