"""What happens to members."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.api.facts import AccessChanged, Fact


@dataclass(frozen=True)
class MemberChanged(AccessChanged):
    """What members find of a person is another than before, or nothing any more; often because a seat is."""

    person_id: int

    @property
    def people(self) -> tuple[int]:
        return (self.person_id,)


@dataclass(frozen=True)
class AdoptionStepTaken(Fact):
    """A county said what it does with an entry, for the first time or anew."""

    step_id: int
    by_id: int | None = None


@dataclass(frozen=True)
class StillInUseAsked(Fact):
    """A year has passed: does the county still work with the entry? `day` is when it was asked."""

    adoption_id: int
    day: str
