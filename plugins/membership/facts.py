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
class ApplicationLinkDue(Fact):
    """Somebody outside gets a mail with a link to an application. `occasion` names the mail."""

    key_id: int
    occasion: str


@dataclass(frozen=True)
class SeatOffered(Fact):
    """A seat is kept for somebody, who gets a mail with a link."""

    offer_id: int


@dataclass(frozen=True)
class ApplicationWaits(Fact):
    """An application waits for the office: it was handed in, a question was answered, or its latest day has passed."""

    application_id: int
    why: str
    day: str
