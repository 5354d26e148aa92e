"""Who last changed what would become public: that person cannot be the one who releases it."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from wagtail.models import Revision

from cms.layers import names_of_whole_text, stored_value
from cms.models import Confidentiality, Entry

ALWAYS_PUBLIC = ("title", "summary", "confidentiality")


def wrote_what_would_be_public(user: AbstractBaseUser | None, entry: Entry) -> bool:
    """Whether this user last changed title, summary, public text or confidentiality of the live version."""
    return user is not None and last_writer_of_public_part(entry) == user.pk


def last_writer_of_public_part(entry: Entry) -> int | None:
    """The user who made the newest change to what would become public, up to the live version; None for an import."""
    if entry.live_revision_id is None:
        return None
    revisions = entry.revisions.filter(created_at__lte=entry.live_revision.created_at).order_by("-created_at", "-pk")
    return _maker_of_newest_change(list(revisions), names_of_whole_text(entry))


def _maker_of_newest_change(newest_first: list[Revision], whole_text: tuple[str, ...]) -> int | None:
    live = newest_first[0]
    for revision, before in zip(newest_first, [*newest_first[1:], None], strict=True):
        if before is None or _public_part(before, whole_text) != _public_part(live, whole_text):
            return revision.user_id
    return None


def was_typed_over(entry: Entry) -> bool:
    """Whether the live version's record was overwritten after it was published: readers then read something else.

    Wagtail lets the writer of the newest version overwrite it while they go on typing.
    """
    revision = entry.live_revision
    return revision is None or entry.last_published_at is None or revision.created_at > entry.last_published_at


def _public_part(revision: Revision, whole_text: tuple[str, ...]) -> tuple[Any, ...]:
    """The values that count; the whole text (fields of these names) belongs to them when all are meant to read it."""
    names: tuple[str, ...] = ALWAYS_PUBLIC
    if revision.content.get("confidentiality") == Confidentiality.PUBLIC:
        names += (*whole_text, "tagged_items")
    return tuple(stored_value(revision.content, name) for name in names)
