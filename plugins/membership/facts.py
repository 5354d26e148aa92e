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


@dataclass(frozen=True)
class AssessmentAsked(AccessChanged):
    """A member was asked to assess an application and reads it from now on."""

    assessment_id: int
    assessor_id: int
    by_id: int | None = None

    @property
    def people(self) -> tuple[int]:
        return (self.assessor_id,)


@dataclass(frozen=True)
class AssessmentSoonDue(Fact):
    """In a few days an assessment is due that has not been sent."""

    assessment_id: int


@dataclass(frozen=True)
class AssessmentOverdue(Fact):
    """The last day of an assessment has passed, and it has not been sent."""

    assessment_id: int


@dataclass(frozen=True)
class AssessmentSent(AccessChanged):
    """An assessor has answered and reads from now on what the others sent; `is_last` when nobody else is awaited."""

    assessment_id: int
    assessor_id: int
    is_last: bool = False

    @property
    def people(self) -> tuple[int]:
        return (self.assessor_id,)


@dataclass(frozen=True)
class ConflictDeclared(AccessChanged):
    """An assessor stepped back: the application is closed to them from now on."""

    assessment_id: int
    assessor_id: int

    @property
    def people(self) -> tuple[int]:
        return (self.assessor_id,)


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
