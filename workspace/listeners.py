"""What the workspace does after others' commits, and what it looks for by the clock, about contents of files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.db import transaction

from plugins.api.access import SYSTEM
from plugins.api.outbox import announce
from workspace.actions.stored_files import read_stored_file
from workspace.facts import FilesChanged
from workspace.models import StoredFile
from workspace.queries.stored_files import unread_stored_files


def read_files(facts: Sequence[FilesChanged]) -> None:
    """What came is read, for the search."""
    named = {pk for fact in facts for pk in fact.stored_ids}
    for stored in unread_stored_files().filter(pk__in=named):
        read_stored_file(stored, actor=SYSTEM)


@transaction.atomic
def find_unread_files() -> None:
    """Files that nobody has read, or not as they are read today."""
    unread = tuple(unread_stored_files().values_list("pk", flat=True))
    if unread:
        announce(FilesChanged(unread))


def differences_of_files() -> Iterator[str]:
    """One sentence per content that was not read, or is not there."""
    for pk in unread_stored_files().values_list("pk", flat=True):
        yield f"stored file {pk}: its text is missing"
    for stored in StoredFile.objects.order_by("pk"):
        if not stored.content.storage.exists(stored.path):
            yield f"stored file {stored.pk}: its content is missing"


def repair_files() -> None:
    """Read what was not read; a content that is gone nobody can bring back."""
    for stored in unread_stored_files():
        read_stored_file(stored, actor=SYSTEM)
