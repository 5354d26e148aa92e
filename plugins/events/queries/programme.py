"""The programme of an event as one reader meets it, and whom a change concerns."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from plugins.api.access import Actor, may, visible_to
from plugins.api.errors import Missing
from plugins.events.models import (
    Answer,
    Event,
    Participant,
    ParticipantRole,
    Place,
    Proposal,
    Session,
    SessionChoice,
)


@dataclass(frozen=True)
class SessionLine:
    """One session for one reader."""

    session: Session
    is_chosen: bool
    speaks: bool
    may_choose: bool

    @property
    def is_own(self) -> bool:
        """It stands in the reader's schedule."""
        return self.is_chosen or self.speaks


@dataclass(frozen=True)
class Day:
    """What takes place on one day."""

    day: date
    lines: Sequence[SessionLine]


@dataclass(frozen=True)
class Programme:
    """All that the reader may know of, by day and time, and where their own schedule overlaps."""

    days: Sequence[Day]
    overlaps: Sequence[str]

    @property
    def lines(self) -> list[SessionLine]:
        return [line for day in self.days for line in day.lines]

    @property
    def own(self) -> list[SessionLine]:
        return [line for line in self.lines if line.is_own]

    @property
    def may_choose(self) -> bool:
        return any(line.may_choose for line in self.lines)


@dataclass(frozen=True)
class Planned:
    """One session for its organisers, with what does not fit together."""

    session: Session
    conflicts: Sequence[str]
    may_edit: bool


def planned_for(actor: Actor, event: Event) -> list[Planned]:
    """All of them, those included that nobody else knows of."""
    sessions = list(sessions_for(actor, event))
    lines = []
    for session in sessions:
        session.event = event
        conflicts = [] if session.is_cancelled else conflicts_of(session, session.speakers.all(), sessions)
        lines.append(Planned(session, conflicts, bool(may(actor, "edit", session))))
    return lines


def sessions_for(actor: Actor, event: Event) -> QuerySet[Session]:
    """Those that the actor may know of, in their order."""
    rows = visible_to(actor, Session.objects.filter(event=event)).select_related("event__group")
    return rows.prefetch_related("speakers__person").order_by("starts_at", "track", "pk")


def session_with(actor: Actor, event: Event, pk: int) -> Session:
    """One of them. Raises Missing."""
    found = sessions_for(actor, event).filter(pk=pk).first()
    if found is None:
        raise Missing
    return found


def line_of(actor: Actor, event: Event) -> Participant | None:
    """The actor's own line at this event, by their account or by the link of a mail."""
    own = Q(person__in=map(int, actor.keys("user"))) | Q(pk__in=map(int, actor.keys("participant")))
    return Participant.objects.of(event).filter(own).first()


def programme_for(actor: Actor, event: Event) -> Programme:
    """For the reader, whichever way they came."""
    own = line_of(actor, event)
    chosen = set(SessionChoice.objects.filter(participant=own).values_list("session", flat=True)) if own else set()
    lines = []
    may_choose = None
    for session in sessions_for(actor, event):
        session.event = event
        if may_choose is None and session.is_published and not session.is_cancelled:
            may_choose = bool(may(actor, "choose", session))  # the same for all that take place
        takes_place = session.is_published and not session.is_cancelled
        speaks = own is not None and own.pk in {speaker.pk for speaker in session.speakers.all()}
        lines.append(SessionLine(session, session.pk in chosen, speaks, bool(may_choose) and takes_place))
    return Programme(_by_day(lines), _overlaps([line.session for line in lines if line.is_own]))


def own_sessions(participant: Participant, actor: Actor) -> list[Session]:
    """What somebody speaks in or wants to hear, as far as they may know of it."""
    own = Q(speakers=participant) | Q(choices__participant=participant)
    found = Session.objects.filter(own, event=participant.event_id).published().values("pk")
    return list(sessions_for(actor, participant.event).filter(pk__in=found))


def concerned_by(session: Session) -> QuerySet[Participant]:
    """Whoever speaks in it or has it in their schedule; whoever said no to the event is not concerned any more."""
    has_it = Q(pk__in=session.speakers.values("pk")) | Q(pk__in=session.choices.values("participant"))
    rows = Participant.objects.of(session.event).filter(has_it).exclude(answer=Answer.NO)
    return rows.exclude(place=Place.REFUSED).select_related("person", "event__group").order_by("pk")


def conflicts_of(
    draft: Session, speakers: Collection[Participant], others: Collection[Session] | None = None
) -> list[str]:
    """What does not fit together, in sentences: the time of the event, a room, a speaker. Nothing of it is forbidden.

    `others` are the sessions of the event where they are looked up already, with their speakers.
    """
    if others is None:
        others = list(Session.objects.filter(event=draft.event).prefetch_related("speakers__person"))
    sentences = [] if _is_inside(draft) else [_outside(draft)]
    names = {speaker.pk: speaker.called for speaker in speakers}
    for other in others:
        if other.pk == draft.pk or other.is_cancelled or not draft.overlaps(other):
            continue
        words = {"title": other.title, "when": other.when}
        if draft.room and draft.room.casefold() == other.room.casefold():
            sentence = _("In “%(room)s”, “%(title)s” takes place at the same time: %(when)s.")
            sentences.append(sentence % {**words, "room": other.room})
        sentences += [
            _("%(name)s speaks at the same time in “%(title)s”: %(when)s.") % {**words, "name": names[speaker.pk]}
            for speaker in other.speakers.all()
            if speaker.pk in names
        ]
    return sentences


def people_to_speak(event: Event, session: Session | None = None) -> QuerySet[Participant]:
    """Whoever comes as a speaker, whose proposal was accepted, or who speaks in this session already."""
    accepted = Proposal.objects.filter(call__event=event, state="accepted", person__isnull=False)
    known = Q(role=ParticipantRole.SPEAKER) | Q(person__in=accepted.values("person"))
    if session is not None and session.pk:
        known |= Q(pk__in=session.speakers.values("pk"))
    found = Participant.objects.of(event).filter(known).values("pk")
    return _by_name(Participant.objects.filter(pk__in=found))


def people_who_come(event: Event) -> QuerySet[Participant]:
    """Anybody with a place: one of them may be asked to speak."""
    return _by_name(Participant.objects.of(event).filter(place=Place.TAKEN))


def _by_name(rows: QuerySet[Participant]) -> QuerySet[Participant]:
    return rows.select_related("person").order_by("person__last_name", "person__first_name", "name", "pk")


def _by_day(lines: Sequence[SessionLine]) -> list[Day]:
    days: dict[date, list[SessionLine]] = {}
    for line in lines:
        days.setdefault(timezone.localdate(line.session.starts_at), []).append(line)
    return [Day(day, of_day) for day, of_day in days.items()]


def _overlaps(own: Sequence[Session]) -> list[str]:
    """Where somebody would have to be in two places."""
    held = [session for session in own if not session.is_cancelled]
    sentence = _("“%(one)s” and “%(other)s” are at the same time.")
    return [
        sentence % {"one": one.title, "other": other.title}
        for number, one in enumerate(held)
        for other in held[number + 1 :]
        if one.overlaps(other)
    ]


def _is_inside(session: Session) -> bool:
    event = session.event
    if not event.is_series:
        return event.starts_at <= session.starts_at and session.ends_at <= event.ends_at
    dates = event.occurrences.filter(cancelled_at=None)
    return dates.filter(starts_at__lte=session.starts_at, ends_at__gte=session.ends_at).exists()


def _outside(session: Session) -> str:
    return _("The session lies outside the time of the event: %(when)s.") % {"when": session.event.when}
