"""Keeping contents, forgetting them, and reading what stands inside them."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import timedelta
from typing import Final

from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from cms.extracting.apart import read_apart
from cms.extracting.limits import MOST_BYTES
from cms.extracting.outcome import Extracted, Failure
from plugins.api.access import Actor, require
from plugins.api.outbox import announce
from workspace.contents import Content
from workspace.facts import FilesChanged, StoredFileRead
from workspace.models import GroupFile, StoredFile
from workspace.queries.stored_files import unread_stored_files, waiting_stored_files

logger = logging.getLogger(__name__)

KEPT_WAITING: Final = timedelta(days=1)
"""How long an attachment waits for its post."""


def keep(content: Content, *, actor: Actor, shelved: GroupFile | None = None) -> StoredFile:
    """Store a content that was examined, as the newest version of a file, or waiting for its post."""
    stored = StoredFile(
        shelved=shelved,
        uploaded_by=actor.user,
        name=content.name,
        kind=content.kind,
        size=content.size,
        width=content.width,
        height=content.height,
        reader=StoredFile.READER if content.small else StoredFile.UNREAD,  # in pictures nothing is to be read
    )
    stored.content.save(content.name, content.file, save=False)
    if content.small:
        stored.small.save("small.webp", content.small, save=False)
    stored.save()
    announce(FilesChanged((stored.pk,)))
    return stored


def forget(stored: QuerySet[StoredFile]) -> None:
    """Rows and contents go, and the search forgets them."""
    gone = list(stored)
    if not gone:
        return
    paths = [path for one in gone for path in (one.content.name, one.small.name) if path]
    StoredFile.objects.filter(pk__in=[one.pk for one in gone]).delete()
    transaction.on_commit(lambda: erase(paths))
    announce(FilesChanged(tuple(one.pk for one in gone)))


@transaction.atomic
def forget_waiting_files() -> None:
    """Attachments whose post never came."""
    forget(waiting_stored_files().filter(uploaded_at__lt=timezone.now() - KEPT_WAITING))


def read_stored_file(stored: StoredFile, *, actor: Actor) -> None:
    """Keep the text inside a content, or why it cannot be read, unless that is known.

    It may take half a minute, so it is no part of a request, and the transaction begins when the text is there.
    """
    require(actor, "read_text", stored)

    if unread_stored_files().filter(pk=stored.pk).exists():
        _keep_text(stored, _outcome(stored))


@transaction.atomic
def _keep_text(stored: StoredFile, outcome: Extracted) -> None:
    if outcome.failure:
        logger.info("The text of stored file %s could not be read: %s", stored.pk, outcome.failure)
    kept = StoredFile.objects.filter(pk=stored.pk).update(
        text=outcome.text, failure=outcome.failure or "", is_cut=outcome.is_cut, reader=StoredFile.READER
    )
    if kept:
        announce(StoredFileRead(stored.pk))


def _outcome(stored: StoredFile) -> Extracted:
    try:
        with default_storage.open(stored.path) as content:
            return read_apart(content.read(MOST_BYTES + 1))
    except FileNotFoundError:
        return Extracted(failure=Failure.DAMAGED)


def erase(paths: Iterable[str]) -> None:
    """Contents that no row names any more."""
    for path in paths:
        default_storage.delete(path)
