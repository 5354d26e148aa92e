"""Reading what stands inside files."""

from __future__ import annotations

import logging

from django.db import transaction
from wagtail.utils.file import hash_filelike

from cms.extracting.apart import read_apart
from cms.extracting.limits import MOST_BYTES
from cms.extracting.outcome import Extracted, Failure
from cms.facts import FileRead
from cms.models import File, FileText
from cms.queries.files import unread_files
from plugins.api.access import Actor, require
from plugins.api.outbox import announce

logger = logging.getLogger(__name__)


def read_file(file: File, *, actor: Actor) -> None:
    """Keep the text inside a file, or why it cannot be read, unless its present content was read before.

    It may take half a minute, so it is no part of a request, and the transaction begins when the text is there.
    """
    require(actor, "read_text", file)

    if not unread_files().filter(pk=file.pk).exists():
        return
    path = file.file.name
    digest, outcome = _read(file)
    if outcome.failure:
        logger.info("The text of file %s could not be read: %s", file.pk, outcome.failure)
    _keep(file.pk, path, digest, outcome)


@transaction.atomic
def _keep(file_id: int, path: str, digest: str, outcome: Extracted) -> None:
    """Unless the file has been replaced or has gone meanwhile: then that is announced and heard by itself."""
    file = File.objects.select_for_update().filter(pk=file_id, file=path).first()
    if file is None:
        return
    if file.file_hash != digest:  # Wagtail notes it only when somebody asks
        File.objects.filter(pk=file_id).update(file_hash=digest)
    FileText.objects.update_or_create(
        file_id=file_id,
        defaults={
            "text": outcome.text,
            "failure": outcome.failure or "",
            "is_cut": outcome.is_cut,
            "reader": FileText.READER,
            "path": path,
            "digest": digest,
        },
    )
    announce(FileRead(file_id=file_id))


def _read(file: File) -> tuple[str, Extracted]:
    """The hash of what is to be read, and what came of it."""
    try:
        with file.open_file() as content:
            digest = hash_filelike(content)
            content.seek(0)
            return digest, read_apart(content.read(MOST_BYTES + 1))
    except FileNotFoundError:
        return file.file_hash, Extracted(failure=Failure.DAMAGED)
