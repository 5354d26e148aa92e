"""What an entry grew out of: the steps that packages know of, each as far as the reader may read it."""

from __future__ import annotations

from plugins.api.access import Actor
from plugins.api.extensions import ProvenanceSource
from plugins.api.provenance import ProvenanceStep
from plugins.api.registry import registry
from plugins.api.troubles import listed


def provenance_of(actor: Actor, entry_id: int, kind: str) -> list[ProvenanceStep]:
    """The first step first. For an entry that the actor reads; visitors get outlines, whatever a source says."""
    sources = (source for source in registry.records(ProvenanceSource) if kind in source.kinds)
    found = (step for source in sources for step in listed(source, source.steps, entry_id, actor))
    steps = sorted(found, key=lambda step: step.date)
    return [step.outlined() for step in steps] if actor.is_anonymous else steps
