"""Whom what concerns the organisers of an event is told."""

from __future__ import annotations

from typing import Any

from plugins.events.models import Event
from plugins.events.policies.insiders import OFFICE


def to_organisers(event: Event) -> dict[str, Any]:
    """For `News`: those who are named, and of a group those who coordinate it; where there is nobody, the office."""
    people = frozenset(event.organisers.values_list("pk", flat=True))
    principals = frozenset({event.group.coordinator_principal} if event.group is not None else ())
    return {"people": people, "principals": principals if people or principals else frozenset({OFFICE})}
