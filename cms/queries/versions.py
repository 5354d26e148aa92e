"""Entries as they were: earlier published versions, for whoever may read the whole entry today."""

from __future__ import annotations

from cms.models import Entry, ProjectionMedia, Publication
from cms.queries.entry_rows import entry_by_slug
from plugins.api.access import Actor, visible_to
from plugins.api.errors import Missing


def earlier_versions(actor: Actor, entry_id: int) -> list[Publication]:
    """All versions of an entry, the present one first, without their content; none where there is only one.

    Visitors read none (`PublicationPolicy`), which is said here without putting a query together: that would take a
    fifth of the time of their page.
    """
    if actor.is_anonymous:
        return []
    rows = visible_to(actor, Publication.objects.filter(entry=entry_id)).order_by("-number")
    versions = list(rows.only("number", "published_at", "note", "entry_id").exclude(content=None))
    return versions if len(versions) > 1 else []


def version_by_number(actor: Actor, slug: str, wanted: str) -> Publication:
    """One version with its content. Raises Missing for a number that never was and for whoever may not read it."""
    row = entry_by_slug(actor, slug)
    versions = visible_to(actor, Publication.objects.filter(entry=row.entry_id).exclude(content=None))
    numbers = {str(number): number for number in versions.values_list("number", flat=True)}
    if wanted not in numbers:
        raise Missing
    return versions.select_related("entry").get(number=numbers[wanted])


def is_newest(publication: Publication) -> bool:
    """Whether this is what members read today."""
    return not Publication.objects.filter(entry=publication.entry_id, number__gt=publication.number).exists()


def media_of_today(entry: Entry) -> tuple[set[int], set[int]]:
    """The keys of pictures and of files that a layer of the entry shows now."""
    rows = ProjectionMedia.objects.filter(projection__entry=entry.pk).values_list("picture_id", "file_id")
    found = list(rows)
    return {picture for picture, _file in found if picture}, {file for _picture, file in found if file}
