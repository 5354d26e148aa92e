"""Files as documents for the search: found by whoever may read a layer that shows them, and by nobody else."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby

from cms.models import File, FileText, Layer, Projection, ProjectionMedia
from cms.searchable import audience_of_layer, keywords_of_place
from plugins.api.access import PUBLIC
from plugins.api.searching import SearchDocument

FILES_AT_ONCE = 50


def file_documents(ids: Iterable[int] | None) -> Iterator[SearchDocument]:
    """A reader finds a file once, with the name of one entry that she may read and in which it stands."""
    shown = ProjectionMedia.objects.filter(file__isnull=False)
    if ids is not None:
        shown = shown.filter(file_id__in=list(ids))
    pks = list(shown.order_by("file_id").values_list("file_id", flat=True).distinct())
    for start in range(0, len(pks), FILES_AT_ONCE):
        yield from _documents(pks[start : start + FILES_AT_ONCE])


def _documents(pks: list[int]) -> Iterator[SearchDocument]:
    rows = ProjectionMedia.objects.filter(file__in=pks).select_related("projection__text", "projection__county")
    rows = rows.prefetch_related("projection__topic_rows__topic").order_by("file_id", "projection_id")
    files, texts = File.objects.in_bulk(pks), FileText.objects.in_bulk(pks)
    for pk, group in groupby(rows, key=lambda row: row.file_id or 0):
        file, known = files[pk], texts.get(pk)
        text = known.text if known is not None and known.is_of(file) else ""
        yield from _documents_of(file, text, [row.projection for row in group])


def _documents_of(file: File, text: str, layers: list[Projection]) -> Iterator[SearchDocument]:
    """One document that is everybody's; without one, a document for each layer, as only its readers know its title.

    Whoever reads several gets the newest. So what she gets depends on nothing that she may not read.
    """
    layers.sort(key=lambda layer: (layer.layer == Layer.PUBLIC, layer.published_at, layer.entry_id), reverse=True)
    served: frozenset[str] = frozenset()
    for layer in layers:
        audience = audience_of_layer(layer)
        if not audience <= served:
            yield _document(file, text, layer, audience, served)
        served |= audience
        if PUBLIC in served:
            return


def _document(
    file: File, text: str, layer: Projection, audience: frozenset[str], superseded_for: frozenset[str]
) -> SearchDocument:
    return SearchDocument(
        key=f"file:{file.pk}:{layer.entry_id}:{layer.layer}",
        type="file",
        object_id=file.pk,
        title=_title_in(layer, file),
        url=file.url,
        audience=audience,
        superseded_for=superseded_for,
        layer=layer.layer,
        body=text,
        keywords={
            **keywords_of_place(layer),
            "stands_in": ((layer.slug, layer.text.title),),
            "format": ((file.file_extension.lower(), file.file_extension.upper()),),
        },
        published_at=layer.published_at,
        updated_at=layer.updated_at,
    )


def _title_in(layer: Projection, file: File) -> str:
    """An entry may offer a file under another title than its own, which its readers then do not know."""
    named = {shown["id"]: shown["title"] for shown in json.loads(layer.text.detail_json)["files"]}
    return named.get(file.pk) or file.title
