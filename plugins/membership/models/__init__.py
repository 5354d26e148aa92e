"""What is stored of counties, seats, guests and members. One file per concept."""

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
from plugins.membership.models.dated import Dated, DatedQuerySet
from plugins.membership.models.mandates import GuestFunction, GuestMandate, MandateGroup, MandateGroupQuerySet
from plugins.membership.models.office_decisions import DecisionKind, OfficeDecision
from plugins.membership.models.profiles import MemberProfile, MemberProfileQuerySet
from plugins.membership.models.rounds import Criterion, InterestRound
from plugins.membership.models.seats import SEATS_OF_A_COUNTY, Seat, SeatQuerySet

__all__ = [
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
    "Criterion",
    "Dated",
    "DatedQuerySet",
    "DecisionKind",
    "GuestFunction",
    "GuestMandate",
    "InterestRound",
    "MandateGroup",
    "MandateGroupQuerySet",
    "MemberProfile",
    "MemberProfileQuerySet",
    "OfficeDecision",
    "ReaderComment",
    "SEATS_OF_A_COUNTY",
    "Seat",
    "SeatOffer",
    "SeatQuerySet",
]
