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
