"""Layers and topics as documents for the search."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.db.models import QuerySet

from cms.facts import LayersChanged
from cms.models import KINDS, Layer, Projection, Topic
from cms.policies import ProjectionPolicy
from plugins.api.access import SUPERUSERS, SYSTEM_PRINCIPAL, audience_of
from plugins.api.searching import SearchDocument


def entry_documents(ids: Iterable[int] | None) -> Iterator[SearchDocument]:
    """One document per layer; each layer knows nothing of the other but for whom it is superseded."""
    rows = Projection.objects.select_related("text", "county").prefetch_related("topic_rows__topic", "tag_rows")
    if ids is not None:
        rows = rows.filter(entry_id__in=list(ids))
    fuller = _audiences_of_members_layers(rows)
    for row in rows.order_by("pk").iterator(chunk_size=200):
        yield _entry_document(row, fuller.get(row.entry_id, frozenset()) if row.superseded else frozenset())


def topic_documents(ids: Iterable[int] | None) -> Iterator[SearchDocument]:
    """Topics, for whoever sees them."""
    topics = Topic.objects.all() if ids is None else Topic.objects.filter(pk__in=list(ids))
    for topic in topics.order_by("pk"):
        yield SearchDocument(
            key=f"topic:{topic.pk}",
            type="topic",
            object_id=topic.pk,
            title=topic.title,
            url=f"/themen/{topic.slug}/",
            audience=audience_of(topic),
            summary=topic.description,
        )


def topics_of_entry(fact: LayersChanged) -> list[int]:
    """Publishing can open a topic to new readers and unpublishing can close it."""
    return list(Topic.objects.values_list("pk", flat=True))


def _audiences_of_members_layers(rows: QuerySet[Projection]) -> dict[int, frozenset[str]]:
    superseded = rows.filter(superseded=True).values("entry_id")
    members = Projection.objects.filter(entry_id__in=superseded, layer=Layer.MEMBERS).prefetch_related("topic_rows")
    return {row.entry_id: audience_of_layer(row) for row in members}


def audience_of_layer(row: Projection) -> frozenset[str]:
    """Whoever may read this layer."""
    return ProjectionPolicy().audience(row) | {SUPERUSERS, SYSTEM_PRINCIPAL}


def keywords_of_place(row: Projection) -> dict[str, tuple[tuple[str, str], ...]]:
    """Topics and county of a layer, which are those of the files in it as well."""
    return {
        "topic": tuple((topic_row.topic.slug, topic_row.topic.title) for topic_row in row.topic_rows.all()),
        "county": ((row.county.key, str(row.county)),) if row.county else (),
    }


def _entry_document(row: Projection, superseded_for: frozenset[str]) -> SearchDocument:
    keywords = {
        **keywords_of_place(row),
        "kind": ((row.kind, str(KINDS[row.kind]._meta.verbose_name)),),
        "tag": tuple((tag_row.name, tag_row.name) for tag_row in row.tag_rows.all()),
        "author": ((row.author, row.author),) if row.author else (),
        "external_key": ((row.external_key, row.external_key),) if row.external_key else (),
    }
    return SearchDocument(
        key=f"entry:{row.entry_id}:{row.layer}",
        type="entry",
        object_id=row.entry_id,
        title=row.text.title,
        url=f"/wissen/{row.slug}/",
        audience=audience_of_layer(row),
        superseded_for=superseded_for,
        kind=row.kind,
        layer=row.layer,
        summary=row.text.summary,
        body=row.text.plain,
        keywords=keywords,
        published_at=row.published_at,
        updated_at=row.updated_at,
    )
