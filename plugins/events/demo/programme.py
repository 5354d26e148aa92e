"""The demo world's network meeting grows its programme: a call, two proposals, and sessions with who speaks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from cms.accounts.models import User
from plugins.api.access import Actor
from plugins.api.actors import actor_for
from plugins.events.actions.calls import set_call
from plugins.events.actions.proposals import accept_proposal, propose, support_proposal
from plugins.events.actions.sessions import choose_session, plan_session, publish_programme
from plugins.events.models import Event, EventKind, Participant, ParticipantRole, ProgrammeCall, Proposal, Session

TEXT = (
    "Was ist in Ihrem Landkreis gelungen, und was nicht? Wir suchen Beiträge, aus denen andere etwas mitnehmen. "
    "Erfahrung mit Vorträgen brauchen Sie nicht: Das Programmbüro hilft beim Vorbereiten."
)
FORMATS = "Bericht, Werkstatt, Gespräch"
PROPOSED = (
    (
        "member",
        "Vermieter:innen gewinnen: was bei uns half",
        "Ein Jahr lang haben wir mit privaten Vermieter:innen gesprochen. Wir zeigen, welche Sätze geholfen haben.",
        "Bericht",
    ),
    (
        "mentor",
        "Wie wir Ehrenamtliche begleiten",
        "Eine Werkstatt mit den Fragen, die Ehrenamtliche uns stellen, und mit Antworten aus fünf Jahren.",
        "Werkstatt",
    ),
)
REASON = "Danach haben viele gefragt, und Ihre Erfahrung ist ganz frisch."


@dataclass(frozen=True)
class Planned:
    """One session on the day of the event."""

    title: str
    begins: time
    minutes: int
    room: str
    track: str = ""


OPENING = Planned("Begrüßung und Rückblick", time(10), 60, "Großer Saal")
TALK = Planned("Ankommen auf dem Land: was die Forschung weiß", time(11), 45, "Großer Saal", "Blick von außen")
GROWN = Planned("", time(11, 30), 45, "Raum 2", "Aus der Praxis")


@transaction.atomic
def load() -> None:
    """Only while nobody called for contributions to a network meeting that is to come."""
    event = Event.objects.filter(kind=EventKind.NETWORK).order_by("pk").first()
    if event is None or event.has_begun or ProgrammeCall.objects.exists():
        return
    office = actor_for(User.objects.get(email="office@demo.example"))
    deadline = timezone.make_aware(datetime.combine(timezone.localdate() + timedelta(days=30), time(23, 59)))
    set_call(event, text=TEXT, formats=FORMATS, deadline=deadline, actor=office)
    first, second = _propose(event)
    coordinator = actor_for(User.objects.get(email="coordinator@demo.example"))
    for proposal in (first, second):
        support_proposal(proposal, True, actor=coordinator)
    accept_proposal(first, REASON, actor=office)
    speakers = list(Participant.objects.of(event).filter(role=ParticipantRole.SPEAKER, person=None)[:1])
    _plan(event, OPENING, [], office)
    talk = _plan(event, TALK, speakers, office)
    _plan(event, GROWN, list(Participant.objects.of(event).filter(person=first.person)), office, first)
    publish_programme(event, actor=office)
    if Participant.objects.of(event).filter(person=coordinator.user, answer="yes").exists():
        choose_session(Session.objects.get(pk=talk.pk), True, actor=coordinator)


def _propose(event: Event) -> list[Proposal]:
    call = ProgrammeCall.objects.get(event=event)
    return [
        propose(call, title=title, text=text, format=word, actor=actor_for(_person(name)))
        for name, title, text, word in PROPOSED
    ]


def _plan(
    event: Event, planned: Planned, speakers: list[Participant], office: Actor, proposal: Proposal | None = None
) -> Session:
    day = timezone.localdate(event.starts_at)
    starts_at = timezone.make_aware(datetime.combine(day, planned.begins))
    if proposal is not None:
        proposal.refresh_from_db()
    said = {
        "title": proposal.title if proposal is not None else planned.title,
        "description": proposal.text if proposal is not None else "",
        "track": planned.track,
        "room": planned.room,
        "starts_at": starts_at,
        "ends_at": starts_at + timedelta(minutes=planned.minutes),
    }
    return plan_session(event, said, speakers=speakers, proposal=proposal, actor=office)


def _person(name: str) -> User:
    return User.objects.get(email=f"{name}@demo.example")
