"""What is stored of events. One file per concept."""

from plugins.events.models.calendars import CalendarAddress, CalendarCopy, Method
from plugins.events.models.events import Event, EventClass, EventForm, EventQuerySet, Recurrence
from plugins.events.models.kinds import USUAL_WEEKS, EventKind, KindRule
from plugins.events.models.occurrences import LONGEST_SERIES, Occurrence
from plugins.events.models.participants import Answer, Participant, ParticipantQuerySet, ParticipantRole, Place
from plugins.events.models.polls import DatePoll, PollOption, PollVote, PollVoter, Word
from plugins.events.models.rooms import RoomProvider, VideoRoom

__all__ = [
    "DatePoll",
    "PollOption",
    "PollVote",
    "PollVoter",
    "RoomProvider",
    "VideoRoom",
    "Word",
    "Answer",
    "CalendarAddress",
    "CalendarCopy",
    "Event",
    "EventClass",
    "EventForm",
    "EventKind",
    "EventQuerySet",
    "KindRule",
    "LONGEST_SERIES",
    "Method",
    "Occurrence",
    "Participant",
    "ParticipantQuerySet",
    "ParticipantRole",
    "Place",
    "Recurrence",
    "USUAL_WEEKS",
]
