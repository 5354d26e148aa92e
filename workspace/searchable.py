"""Groups as documents for the search: each for whoever knows of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugins.api.access import audience_of
from plugins.api.searching import SearchDocument
from workspace.models import WorkingGroup


def group_documents(ids: Iterable[int] | None) -> Iterator[SearchDocument]:
    """One document for each group. Its audience changes with invitations and with the end of the group."""
    groups = WorkingGroup.objects.prefetch_related("topics", "admissions")
    if ids is not None:
        groups = groups.filter(pk__in=list(ids))
    for group in groups.order_by("pk"):
        yield SearchDocument(
            key=f"group:{group.pk}",
            type="group",
            object_id=group.pk,
            title=group.title,
            url=group.get_absolute_url(),
            audience=audience_of(group),
            summary=group.question,
            body="\n".join(filter(None, (group.mandate, group.expected_result, group.wanted))),
            keywords={"topic": tuple((topic.slug, topic.title) for topic in group.topics.all())},
            published_at=group.founded_at or group.proposed_at,
        )
