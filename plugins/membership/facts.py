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


@dataclass(frozen=True)
class MentorAsked(Fact):
    """The programme office asks a mentor whether they accompany a new member."""

    mentorship_id: int
    by_id: int | None = None


@dataclass(frozen=True)
class MentorAgreed(Fact):
    """The mentor agreed: now the new member is asked."""

    mentorship_id: int


@dataclass(frozen=True)
class MentorshipBegun(Fact):
    """Both agreed: the path of twelve weeks begins, or goes on."""

    mentorship_id: int


@dataclass(frozen=True)
class MentorshipDeclined(Fact):
    """One of the two said no."""

    mentorship_id: int


@dataclass(frozen=True)
class MentorshipSilent(Fact):
    """By the third week the two have noted nothing: the mentor is reminded, once."""

    mentorship_id: int


@dataclass(frozen=True)
class MentorshipStillSilent(Fact):
    """By the fifth week they still have noted nothing: the programme office sees it, once."""

    mentorship_id: int


@dataclass(frozen=True)
class EvaluationDue(Fact):
    """The twelfth week has begun: both are asked three questions."""

    mentorship_id: int


@dataclass(frozen=True)
class MentorshipEnded(Fact):
    """The programme office ended it, or somebody's seat did."""

    mentorship_id: int


@dataclass(frozen=True)
class ChangeOfMentorAsked(Fact):
    """One of the two quietly asks the programme office for somebody else."""

    change_id: int


@dataclass(frozen=True)
class MentorWantedAgain(Fact):
    """Nearly a year ago a new member said that they would be a mentor: they are asked, once."""

    answer_id: int


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
