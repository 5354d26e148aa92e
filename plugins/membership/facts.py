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
class ContactAsked(Fact):
    """Somebody outside asked for contact, and has to confirm the address."""

    request_id: int


@dataclass(frozen=True)
class ContactConfirmed(Fact):
    """The address holds: the office has a request."""

    request_id: int


@dataclass(frozen=True)
class ContactMemberAsked(Fact):
    """The office asks a member whether their address may be passed on."""

    invitation_id: int


@dataclass(frozen=True)
class ContactIntroduced(Fact):
    """The office introduces. One fact for each mail: of an invitation to its member, of none to the requester."""

    request_id: int
    invitation_id: int | None = None


@dataclass(frozen=True)
class ContactRefusalSent(Fact):
    """The office sends the reason why it declined."""

    request_id: int
