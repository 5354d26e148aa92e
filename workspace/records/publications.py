"""What publications plug in: an adopted draft becomes a recommendation of the knowledge base."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.api import extensions as slots
from workspace.policies.publications import DraftOriginPolicy, PublicationPolicy


def publication_records() -> Iterator[Any]:
    yield slots.PolicyRecord(PublicationPolicy())
    yield slots.PolicyRecord(DraftOriginPolicy())
