"""What is stored of events. One file per concept."""

from plugins.events.models.events import Event, EventClass, EventForm, EventQuerySet
from plugins.events.models.kinds import USUAL_WEEKS, EventKind, KindRule
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
    "Event",
    "EventClass",
    "EventForm",
    "EventKind",
    "EventQuerySet",
    "KindRule",
    "Participant",
    "ParticipantQuerySet",
    "ParticipantRole",
    "Place",
    "USUAL_WEEKS",
]
