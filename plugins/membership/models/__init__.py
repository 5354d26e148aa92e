"""What is stored of counties, seats, guests and members. One file per concept."""

from plugins.membership.models.adoptions import YEAR, Adoption, AdoptionState, AdoptionStep, this_month
from plugins.membership.models.applications import (
    Application,
    ApplicationDecision,
    ApplicationKey,
    ApplicationLetter,
    ApplicationNote,
    ApplicationOutcome,
    ApplicationPart,
    ApplicationQuestion,
    ReaderComment,
    SeatOffer,
)
from plugins.membership.models.assessments import Assessment, AssessmentMark
from plugins.membership.models.contacts import (
    ContactInvitation,
    ContactKind,
    ContactNote,
    ContactRequest,
    ContactRequestQuerySet,
)
from plugins.membership.models.dated import Dated, DatedQuerySet
from plugins.membership.models.help_notices import LONGEST, HelpKind, HelpNotice, HelpNoticeQuerySet, in_three_months
from plugins.membership.models.mandates import (
    GuestFunction,
    GuestMandate,
    MandateGroup,
    MandateGroupQuerySet,
    MandateThing,
)
from plugins.membership.models.matching import MatchRefusal, MatchWish
from plugins.membership.models.mentor_offers import MOST_AT_ONCE, MentorOffer
from plugins.membership.models.mentoring import (
    WEEK_OF,
    ClosingAnswer,
    EndReason,
    MentorChange,
    Mentorship,
    MentorshipStep,
    StepKind,
)
from plugins.membership.models.office_decisions import DecisionKind, OfficeDecision
from plugins.membership.models.profiles import MemberProfile, MemberProfileQuerySet
from plugins.membership.models.roles import ForumRole
from plugins.membership.models.rounds import Criterion, InterestRound
from plugins.membership.models.seats import SEATS_OF_A_COUNTY, Seat, SeatQuerySet

__all__ = [
    "Adoption",
    "AdoptionState",
    "AdoptionStep",
    "Application",
    "ApplicationDecision",
    "ApplicationKey",
    "ApplicationLetter",
    "ApplicationNote",
    "ApplicationOutcome",
    "ApplicationPart",
    "ApplicationQuestion",
    "Assessment",
    "AssessmentMark",
    "ContactInvitation",
    "ContactKind",
    "ContactNote",
    "ContactRequest",
    "ContactRequestQuerySet",
    "ClosingAnswer",
    "Criterion",
    "Dated",
    "DatedQuerySet",
    "DecisionKind",
    "ForumRole",
    "EndReason",
    "GuestFunction",
    "GuestMandate",
    "HelpKind",
    "HelpNotice",
    "HelpNoticeQuerySet",
    "InterestRound",
    "LONGEST",
    "MatchRefusal",
    "MatchWish",
    "MOST_AT_ONCE",
    "MandateGroup",
    "MandateGroupQuerySet",
    "MandateThing",
    "MemberProfile",
    "MemberProfileQuerySet",
    "MentorChange",
    "MentorOffer",
    "Mentorship",
    "MentorshipStep",
    "OfficeDecision",
    "ReaderComment",
    "SEATS_OF_A_COUNTY",
    "Seat",
    "SeatOffer",
    "YEAR",
    "in_three_months",
    "this_month",
    "StepKind",
    "WEEK_OF",
    "SeatQuerySet",
]
