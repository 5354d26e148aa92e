"""Files of groups and attachments as documents for the search: names and texts, for whoever reads the file or post."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from django.db.models import Exists, OuterRef, Q, QuerySet

from plugins.api.access import audience_of
from plugins.api.searching import SearchDocument
from workspace.facts import (
    DiscussionChanged,
    FilesChanged,
    GroupChanged,
    GroupMembersChanged,
    PostChanged,
    StoredFileRead,
)
from workspace.models import StoredFile

FIRST_NUMBER: Final = 1_000_000_000
"""Files of the knowledge base are found under their own numbers, which stay below; ours are counted from here."""


def file_documents(numbers: Iterable[int] | None) -> Iterator[SearchDocument]:
    """One document for the newest version of each file, and for each attachment that belongs to a post."""
    newer = StoredFile.objects.filter(shelved=OuterRef("shelved"), pk__gt=OuterRef("pk"))
    rows = StoredFile.objects.exclude(Exists(newer)).exclude(shelved=None, post=None)
    if numbers is not None:
        rows = rows.filter(pk__in=[number - FIRST_NUMBER for number in numbers if number > FIRST_NUMBER])
    rows = rows.select_related(
        "shelved__group", "post__discussion__group", "post__discussion__challenge"
    ).prefetch_related(
        "shelved__group__memberships", "post__discussion__group__memberships", "post__discussion__persons"
    )
    for stored in rows.order_by("pk").iterator(chunk_size=100):
        yield _document(stored)


def numbers_of(fact: FilesChanged | StoredFileRead) -> list[int]:
    """The files that a fact names."""
    named = (fact.stored_id,) if isinstance(fact, StoredFileRead) else fact.stored_ids
    return [FIRST_NUMBER + pk for pk in named]


def files_of_discussion(fact: DiscussionChanged | PostChanged) -> list[int]:
    """Attachments follow their posts, whoever reads these."""
    return _numbers(StoredFile.objects.filter(post__discussion=fact.discussion_id))


def files_of_group(fact: GroupChanged | GroupMembersChanged) -> list[int]:
    """Who reads what in a group may have changed for all of it, as for its posts."""
    group = Q(shelved__group=fact.group_id) | Q(post__discussion__group=fact.group_id)
    return _numbers(StoredFile.objects.filter(group))


def _numbers(rows: QuerySet[StoredFile]) -> list[int]:
    return [FIRST_NUMBER + pk for pk in rows.order_by().values_list("pk", flat=True)]


def _document(stored: StoredFile) -> SearchDocument:
    about = stored.shelved or stored.post
    title, note = (stored.shelved.title, stored.shelved.note) if stored.shelved else (stored.name, stored.alt)
    return SearchDocument(
        key=f"file:stored:{stored.pk}",
        type="file",
        object_id=FIRST_NUMBER + stored.pk,
        title=title,
        url=about.get_absolute_url() if about else stored.get_absolute_url(),
        audience=audience_of(stored),
        summary=note,
        body="\n".join(filter(None, (stored.name if stored.shelved else "", stored.text))),
        keywords={"format": ((stored.extension.lower(), stored.extension),)},
        published_at=stored.uploaded_at,
    )
