"""The newest version of an entry, published or not, in the shape in which programs read and write it.

Unlike layers, which readers get finished, texts stand here as they are stored: links to pages and files of the forum
name them by number, so that what is read can be sent back without losing anything.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from wagtail.blocks import StreamValue
from wagtail.models import WorkflowState

from cms.blocks.rendering import stored_structure
from cms.layers import active_release
from cms.models import Entry, Projection

TEXTS = (
    "title",
    "summary",
    "confidentiality",
    "quotability",
    "contact",
    "running_since",
    "workload",
    "costs",
    "legal_basis",
    "sources",
    "update_note",
)
"""Fields that are called here as in the model."""
REVIEWS = {WorkflowState.STATUS_IN_PROGRESS: "waiting", WorkflowState.STATUS_NEEDS_CHANGES: "changes_asked"}


@dataclass(frozen=True)
class NewestVersion:
    """What it says, and the tag by which a program names what it has read."""

    told: dict[str, Any]
    tag: str
    """Strong `ETag`."""
    readers_tag: str | None
    """The tag of what readers get, as long as nothing newer is kept than what they read."""

    @property
    def tags(self) -> frozenset[str]:
        """Whoever names one of these has read what is newest."""
        return frozenset({self.tag, self.readers_tag} - {None})  # type: ignore[arg-type]


def newest_version(entry: Entry) -> NewestVersion:
    """Of this entry as it is stored."""
    newest = entry.get_latest_revision_as_object()
    told = {
        "id": entry.pk,
        "url": f"/wissen/{newest.slug}/",
        "kind": newest.kind,
        "slug": newest.slug,
        **{name: getattr(newest, name) for name in TEXTS},
        "author": newest.author_name,
        "review_by": newest.review_by.isoformat() if isinstance(newest.review_by, date) else None,
        "county": newest.county.key if newest.county else None,
        "topics": sorted(topic.slug for topic in newest.topics.all()),
        "tags": sorted({tag.name for tag in newest.tags.all()}),
        "sections": {name: _structures(getattr(newest, name)) for name in newest.sections},
        "body": _structures(newest.body),
        "state": _state(entry),
    }
    saved = entry.latest_revision
    marked = [told, saved.pk if saved else None, str(saved.created_at) if saved else "", entry.live_revision_id]
    digest = hashlib.blake2b(json.dumps(marked).encode(), digest_size=12).hexdigest()
    return NewestVersion(told, f'"{digest}"', None if entry.has_unpublished_changes else _readers_tag(entry))


def _state(entry: Entry) -> dict[str, Any]:
    review = entry.current_workflow_state
    return {
        "live": entry.live,
        "unpublished_changes": entry.has_unpublished_changes,
        "review": REVIEWS.get(review.status) if review else None,
        "released": active_release(entry.pk) is not None,
        "saved_at": entry.latest_revision_created_at.isoformat() if entry.latest_revision_created_at else None,
    }


def _readers_tag(entry: Entry) -> str | None:
    return Projection.objects.filter(entry=entry.pk, superseded=False).values_list("etag", flat=True).first()


def _structures(text: StreamValue) -> list[dict[str, Any]]:
    return [{"id": part.id, **stored_structure(part)} for part in text]
