"""What the knowledge base does after others' commits."""

from __future__ import annotations

from cms.facts import CountyChanged, MediaChanged, TopicChanged
from cms.models import Entry, ProjectionMedia
from cms.projecting import project


def project_again(facts: list[TopicChanged | CountyChanged | MediaChanged]) -> None:
    """A renamed topic, a changed county or a replaced file stands in the texts of layers."""
    for pk in sorted({pk for fact in facts for pk in _entries_of(fact)}):
        project(pk)


def _entries_of(fact: TopicChanged | CountyChanged | MediaChanged) -> set[int]:
    match fact:
        case TopicChanged():
            entries = Entry.objects.filter(projections__topic_rows__topic=fact.topic_id)
        case CountyChanged():
            entries = Entry.objects.filter(projections__county=fact.county_id)
        case MediaChanged():
            rows = ProjectionMedia.objects.filter(**{fact.model: fact.object_id})
            entries = Entry.objects.filter(projections__media_rows__in=rows)
    return set(entries.values_list("pk", flat=True))
