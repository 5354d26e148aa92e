"""What is stored of events. One file per concept."""

from plugins.events.models.afterwards import (
    EventMaterial,
    EventResult,
    FollowUp,
    MaterialClass,
    MaterialKind,
    Outcome,
)
from plugins.events.models.attendance import Attendance
from plugins.events.models.calendars import CalendarAddress, CalendarCopy, Method
from plugins.events.models.calls import ProgrammeCall, Proposal, ProposalInterest
from plugins.events.models.events import FOR_ALL, Event, EventClass, EventForm, EventQuerySet, Recurrence
from plugins.events.models.keys import ParticipantKey
from plugins.events.models.kinds import USUAL_WEEKS, EventKind, KindRule
from plugins.events.models.lead_reports import LeadTimeReport
from plugins.events.models.needs import MOST_READERS, Needs, NeedsReader
from plugins.events.models.occurrences import LONGEST_SERIES, Occurrence
from plugins.events.models.participants import Answer, Participant, ParticipantQuerySet, ParticipantRole, Place
from plugins.events.models.polls import DatePoll, PollOption, PollVote, PollVoter, Word
from plugins.events.models.registrations import PendingRegistration
from plugins.events.models.rooms import RoomProvider, VideoRoom
from plugins.events.models.sessions import Session, SessionChoice

__all__ = [
    "FOR_ALL",
    "Answer",
    "Attendance",
    "CalendarAddress",
    "CalendarCopy",
    "DatePoll",
    "Event",
    "EventClass",
    "EventForm",
    "EventKind",
    "EventMaterial",
    "EventQuerySet",
    "EventResult",
    "FollowUp",
    "KindRule",
    "LONGEST_SERIES",
    "LeadTimeReport",
    "MOST_READERS",
    "MaterialClass",
    "MaterialKind",
    "Method",
    "Needs",
    "NeedsReader",
    "Occurrence",
    "Outcome",
    "Participant",
    "ParticipantKey",
    "ParticipantQuerySet",
    "ParticipantRole",
    "PendingRegistration",
    "Place",
    "PollOption",
    "PollVote",
    "PollVoter",
    "ProgrammeCall",
    "Proposal",
    "ProposalInterest",
    "Recurrence",
    "RoomProvider",
    "Session",
    "SessionChoice",
    "USUAL_WEEKS",
    "VideoRoom",
    "Word",
]
