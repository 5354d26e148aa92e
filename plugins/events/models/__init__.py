"""What is stored of events. One file per concept."""

from plugins.events.models.attendance import Attendance
from plugins.events.models.events import Event, EventClass, EventForm, EventQuerySet
from plugins.events.models.kinds import USUAL_WEEKS, EventKind, KindRule
from plugins.events.models.needs import MOST_READERS, Needs, NeedsReader
from plugins.events.models.participants import Answer, Participant, ParticipantQuerySet, ParticipantRole, Place
from plugins.events.models.registrations import PendingRegistration

__all__ = [
    "Answer",
    "Attendance",
    "Event",
    "EventClass",
    "EventForm",
    "EventKind",
    "EventQuerySet",
    "KindRule",
    "MOST_READERS",
    "Needs",
    "NeedsReader",
    "Participant",
    "ParticipantQuerySet",
    "ParticipantRole",
    "PendingRegistration",
    "Place",
    "USUAL_WEEKS",
]
