"""What became of something said elsewhere: entries as somebody meets them."""

from __future__ import annotations

from collections.abc import Collection

from django.urls import reverse

from cms.models import Entry
from cms.queries.entries import readable
from plugins.api.access import Actor, may, visible_to
from plugins.api.becoming import Made


def entries_made(numbers: Collection[int], actor: Actor) -> dict[int, Made]:
    """As they are published for this reader; to those who work on them also before that."""
    rows = readable(actor).filter(entry_id__in=numbers).select_related("text")
    made = {row.entry_id: Made(row.text.title, f"/wissen/{row.slug}/") for row in rows}
    waiting = [number for number in numbers if number not in made]
    for entry in visible_to(actor, Entry.objects.filter(pk__in=waiting)) if waiting else ():
        if may(actor, "edit", entry):
            made[entry.pk] = Made(entry.title, reverse("wagtailadmin_pages:edit", args=[entry.pk]))
    return made
