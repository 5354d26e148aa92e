"""Files and pictures that hang on a post: kept while it is being written, and read under its rule from then on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from plugins.api.access import Actor, require
from plugins.api.errors import Invalid, Missing
from plugins.api.outbox import announce
from workspace.actions.stored_files import forget, keep
from workspace.contents import examined
from workspace.facts import FilesChanged
from workspace.models import Post, StoredFile

MOST_ATTACHMENTS: Final = 5
LONGEST_ALT: Final = 300


@dataclass(frozen=True)
class Attachment:
    """A stored file for a post; of a picture also what it shows."""

    stored: StoredFile
    alt: str = ""


@transaction.atomic
def keep_for_post(upload: UploadedFile, *, actor: Actor) -> StoredFile:
    """It waits for its post for a day, read by nobody but whoever brought it. Raises Invalid at `file`."""
    if actor.user is None:
        raise Missing
    return keep(examined(upload), actor=actor)


@transaction.atomic
def drop_waiting(stored: StoredFile, *, actor: Actor) -> None:
    """It is not to hang on a post after all. What hangs on one already goes when the post is edited."""
    require(actor, "see", stored)
    forget(StoredFile.objects.filter(pk=stored.pk, shelved=None, post=None))


def attach(post: Post, attachments: Sequence[Attachment], *, actor: Actor) -> bool:
    """These and no others hang on the post from now on; says whether that is new.

    Raises Invalid at `file`: for more than five, for a picture without a description.
    """
    if len(attachments) > MOST_ATTACHMENTS:
        raise Invalid({"file": [_("At most %(most)d files hang on a post.") % {"most": MOST_ATTACHMENTS}]})
    before = {stored.pk: stored for stored in post.attachments.all()}
    changed = [_placed(one, post, actor) for one in attachments]
    gone = before.keys() - {one.stored.pk for one in attachments}
    forget(post.attachments.filter(pk__in=gone))
    moved = tuple(stored.pk for stored in changed if stored is not None)
    if moved:
        announce(FilesChanged(moved))
    return bool(moved or gone)


def _placed(attachment: Attachment, post: Post, actor: Actor) -> StoredFile | None:
    """The stored file where it hangs on the post only now, or shows something else."""
    stored = StoredFile.objects.select_for_update().filter(pk=attachment.stored.pk).first()
    is_waiting = stored is not None and stored.post_id is None and stored.shelved_id is None
    if stored is None or not (stored.post_id == post.pk or (is_waiting and actor.has(f"user:{stored.uploaded_by_id}"))):
        raise Invalid({"file": [_("This file is no longer there. Please attach it again.")]})
    alt = " ".join(attachment.alt.split())[:LONGEST_ALT] if stored.is_picture else ""
    if stored.is_picture and not alt:
        raise Invalid({"file": [_("Say of each picture in a few words what it shows.")]})
    if (stored.post_id, stored.alt) == (post.pk, alt):
        return None
    stored.post, stored.alt = post, alt
    stored.save(update_fields=["post", "alt"])
    return stored
