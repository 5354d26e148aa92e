"""What a recommendation grew out of, and what puts drafts together and takes them apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.api import extensions as slots
from workspace.facts import GroupChanged
from workspace.queries.provenance_steps import outlines_changed, steps_of_entry


def provenance_records() -> Iterator[Any]:
    yield slots.UrlMount("entwuerfe/", "workspace.views.provenance_urls")
    yield slots.ProvenanceSource("workspace", ("recommendation",), steps_of_entry)
    yield slots.FactListener("workspace.provenance", (GroupChanged,), outlines_changed)
