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
class SeatGiven(Fact):
    """Somebody sits for a county from now on."""

    seat_id: int


@dataclass(frozen=True)
class SeatHandedOver(Fact):
    """The end of a seat is fixed, and what its holder has in hand is with others."""

    seat_id: int


@dataclass(frozen=True)
class GuestsChanged(AccessChanged):
    """These people read something else than before by a mandate: it was recorded, ended, or a group answered."""

    user_ids: tuple[int, ...]

    @property
    def people(self) -> tuple[int, ...]:
        return self.user_ids


@dataclass(frozen=True)
class GuestProposed(Fact):
    """The office asks a working group whether it takes a guest."""

    line_id: int


@dataclass(frozen=True)
class MandateEnds(Fact):
    """A mandate ends within so many days, 30 or 7."""

    mandate_id: int
    days: int
