"""What is stored of events. One file per concept."""

from plugins.events.models.events import Event, EventClass, EventForm, EventQuerySet
from plugins.events.models.kinds import USUAL_WEEKS, EventKind, KindRule
from plugins.events.models.lead_reports import LeadTimeReport
from plugins.events.models.participants import Answer, Participant, ParticipantQuerySet, ParticipantRole, Place

__all__ = [
    "Answer",
    "Event",
    "EventClass",
    "EventForm",
    "EventKind",
    "EventQuerySet",
    "KindRule",
    "LeadTimeReport",
    "Participant",
    "ParticipantQuerySet",
    "ParticipantRole",
    "Place",
    "USUAL_WEEKS",
]
