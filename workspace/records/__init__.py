"""What the workspace plugs in. One file per concept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from workspace.records.becoming import becoming_records
from workspace.records.challenges import challenge_records
from workspace.records.consultations import consultation_records
from workspace.records.discussions import discussion_records
from workspace.records.drafts import draft_records
from workspace.records.files import file_records
from workspace.records.following import following_records
from workspace.records.groups import group_records
from workspace.records.notifications import notification_records
from workspace.records.provenance import provenance_records
from workspace.records.publications import publication_records
from workspace.records.tasks import task_records


def all_records() -> Iterator[Any]:
    yield from group_records()
    yield from discussion_records()
    yield from file_records()
    yield from draft_records()
    yield from consultation_records()
    yield from publication_records()
    yield from provenance_records()
    yield from task_records()
    yield from challenge_records()
    yield from becoming_records()
    yield from notification_records()
    yield from following_records()
