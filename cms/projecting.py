"""Entry -> one stored row per layer: what every reader, feed and index gets.

`project` reads the stored live row, never an instance that somebody hands over, and writes inside the caller's
transaction: what fails to project is not published.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.utils import timezone, translation

from cms.facts import EntryPublished, LayersChanged, ShownFilesChanged
from cms.layers import LayerContent, active_release, layers_of
from cms.models import (
    Confidentiality,
    Entry,
    Layer,
    Projection,
    ProjectionMedia,
    ProjectionTag,
    ProjectionText,
    ProjectionTopic,
    Publication,
)
from cms.presenting import as_detail, as_list_item, sort_title
from cms.text_format import format_digest
from plugins.api import generation
from plugins.api.outbox import announce

_waiting: ContextVar[dict[int, None] | None] = ContextVar("entries waiting to be projected", default=None)


@contextmanager
def once() -> Iterator[None]:
    """Inside, an entry that is saved several times is projected once, at the end. Only within one transaction."""
    waiting: dict[int, None] = {}
    token = _waiting.set(waiting)
    try:
        yield
    finally:
        _waiting.reset(token)
    for entry_id in waiting:
        project(entry_id)


def project(entry_id: int) -> None:
    """Make the stored layers of an entry what its live row and its release give; say so when that changed anything."""
    waiting = _waiting.get()
    if waiting is None:
        _project_now(entry_id)
    else:
        waiting[entry_id] = None


@transaction.atomic
@translation.override(settings.LANGUAGE_CODE)
def _project_now(entry_id: int) -> None:
    entry = live_entry(entry_id)
    if entry is not None:
        _count_publication(entry)
    _withdraw_what_no_longer_holds(entry_id, entry)
    wanted = {layer.layer: layer for layer in layers_of(entry)} if entry is not None else {}
    stored = {row.layer: row for row in Projection.objects.filter(entry_id=entry_id).select_related("text")}
    files_before = shown_files(entry_id)
    changed = [
        *(_remove(stored[layer]) for layer in stored.keys() - wanted.keys()),
        *(_store(entry_id, wanted[name], stored.get(name), len(wanted) > 1) for name in sorted(wanted)),
    ]
    if any(changed):
        generation.advance()
        announce(LayersChanged(entry_id=entry_id))
        if files := files_before | shown_files(entry_id):
            announce(ShownFilesChanged(file_ids=sorted(files)))


def live_entry(entry_id: int) -> Entry | None:
    """The stored row of an entry in its own kind, if it is there and live."""
    entry = live_entries(entry_id).select_related("county", "responsible").first()
    return entry.specific if entry is not None else None


def live_entries(entry_id: int) -> QuerySet[Entry]:
    """The same as a query, without what only its kind has.

    Wagtail's form for a new page saves it as live for a moment, before anything is published.
    """
    return Entry.objects.filter(pk=entry_id, live=True, first_published_at__isnull=False)


def shown_files(entry_id: int) -> set[int]:
    """The files that some layer of the entry shows now."""
    rows = ProjectionMedia.objects.filter(projection__entry=entry_id, file__isnull=False)
    return set(rows.values_list("file_id", flat=True))


def differences(entry_id: int) -> Iterator[str]:
    """How the stored layers of an entry differ from what its source would give now."""
    entry = live_entry(entry_id)
    wanted = {layer.layer: layer for layer in layers_of(entry)} if entry is not None else {}
    stored = {row.layer: row for row in Projection.objects.filter(entry_id=entry_id).select_related("text")}
    for name in sorted(wanted.keys() - stored.keys()):
        yield f"entry {entry_id}: its {name} layer is missing"
    for name in sorted(stored.keys() - wanted.keys()):
        yield f"entry {entry_id}: its {name} layer should not be there"
    for name in sorted(stored.keys() & wanted.keys()):
        superseded = name == Layer.PUBLIC and len(wanted) > 1
        if stored[name].text.source_digest != _digest(wanted[name]) or stored[name].superseded != superseded:
            yield f"entry {entry_id}: its {name} layer is not what its source gives"


def _count_publication(entry: Entry) -> None:
    """A newly published revision is the next version of the members' layer."""
    newest = Publication.objects.filter(entry=entry).order_by("-number").first()
    if newest is None or (entry.live_revision_id and newest.revision_id != entry.live_revision_id):
        number = newest.number + 1 if newest else 1
        Publication.objects.create(
            entry=entry,
            number=number,
            revision_id=entry.live_revision_id,
            published_at=entry.last_published_at or timezone.now(),
            note=entry.update_note.strip() if newest else "",
            content=entry.serializable_data(),
        )
        announce(EntryPublished(entry_id=entry.pk, number=number))


def _withdraw_what_no_longer_holds(entry_id: int, entry: Entry | None) -> None:
    """A release ends when its entry is unpublished, and a whole text when its entry turns confidential: at once."""
    release = active_release(entry_id)
    if release is None:
        return
    if entry is None or (release.whole_text and entry.confidentiality != Confidentiality.PUBLIC):
        release.withdrawn_at = timezone.now()
        release.save(update_fields=["withdrawn_at"])


def _remove(row: Projection) -> bool:
    row.delete()
    return True


def _store(entry_id: int, content: LayerContent, row: Projection | None, has_two: bool) -> bool:
    """Write one layer if it differs from what is stored; says whether it did."""
    superseded = content.layer == Layer.PUBLIC and has_two
    digest = _digest(content)
    if row is not None and row.text.source_digest == digest and row.superseded == superseded:
        return False
    if row is not None:
        _empty_lists(row)
    row = _store_key_row(entry_id, content, row, superseded, digest)
    _store_text(row, content, digest)
    _fill_lists(row, content)
    return True


def _store_key_row(
    entry_id: int, content: LayerContent, row: Projection | None, superseded: bool, digest: str
) -> Projection:
    row = row or Projection(entry_id=entry_id, layer=content.layer)
    row.superseded = superseded
    row.kind = content.kind
    row.slug = content.slug
    row.sort_title = sort_title(content.title)
    row.county = content.county
    row.author = content.author
    row.external_key = content.external_key or ""
    row.version = content.version
    row.published_at = content.published_at
    row.updated_at = content.updated_at
    row.etag = f'"{digest}"'
    row.save()
    return row


def _store_text(row: Projection, content: LayerContent, digest: str) -> None:
    detail = {"id": row.entry_id, **as_detail(content)}
    context = article_context(content, detail)
    text = ProjectionText(
        projection=row,
        title=content.title,
        summary=content.summary,
        plain=content.body.plain,
        list_json=json.dumps(as_list_item(detail), ensure_ascii=False),
        detail_json=json.dumps(detail, ensure_ascii=False),
        line_html=render_to_string("wissen/line.html", context),
        page_html=render_to_string("wissen/article.html", context),
        source_digest=digest,
    )
    text.save()


def _empty_lists(row: Projection) -> None:
    for rows in (row.topic_rows, row.tag_rows, row.media_rows):
        rows.all().delete()


def _fill_lists(row: Projection, content: LayerContent) -> None:
    """Topics, tags and media of a layer."""
    ProjectionTopic.objects.bulk_create(ProjectionTopic(projection=row, topic_id=pk) for pk, _, _ in content.topics)
    ProjectionTag.objects.bulk_create(ProjectionTag(projection=row, name=name) for name in content.tags)
    ProjectionMedia.objects.bulk_create(
        [
            *(ProjectionMedia(projection=row, picture=picture) for picture, _ in content.body.pictures),
            *(ProjectionMedia(projection=row, file=file) for file, _ in content.body.files),
        ]
    )


def _digest(content: LayerContent) -> str:
    """What the stored texts depend on, in 32 hexadecimal digits; it serves as `ETag` too."""
    county = content.county
    figures = [county.kind, county.inhabitants, county.area_km2] if county else []
    source = json.dumps(
        [format_digest(), as_detail(content), content.for_members, figures], ensure_ascii=False, default=str
    )
    return hashlib.blake2b(source.encode(), digest_size=16).hexdigest()


def article_context(content: LayerContent, detail: dict[str, Any]) -> dict[str, Any]:
    """What templates/wissen/line.html and article.html are given: the detail with real dates and a little more."""
    entry = {
        **detail,
        **content.for_members,
        "kind_label": content.kind_label,
        "published_at": content.published_at,
        "updated_at": content.updated_at,
        "changes": content.changes,
        "county_figures": content.county,
        "contents": content.body.contents,
        "is_public_layer": content.layer == Layer.PUBLIC,
        "is_whole_text": content.is_whole_text,
    }
    return {"entry": entry, "site_title": settings.SITE_TITLE, "site_address": settings.WAGTAILADMIN_BASE_URL}
