"""What happens to events."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.api.facts import AccessChanged, Fact


@dataclass(frozen=True)
class EventPublished(Fact):
    """Others than its organisers learn of it from now on."""

    event_id: int


@dataclass(frozen=True)
class EventChanged(Fact):
    """Something stands otherwise than before: `fields` are names of fields of `Event`."""

    event_id: int
    fields: tuple[str, ...]


@dataclass(frozen=True)
class EventCancelled(Fact):
    """It does not take place."""

    event_id: int


@dataclass(frozen=True)
class EventOver(Fact):
    """Its end has passed."""

    event_id: int


@dataclass(frozen=True)
class ParticipantsChanged(AccessChanged):
    """These people are invited to an event, or no longer: it may be something that only they know of."""

    event_id: int
    user_ids: tuple[int, ...]

    @property
    def people(self) -> tuple[int, ...]:
        return self.user_ids
