"""Calls for contributions, proposals and sessions for tests, made by somebody who may."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta
from typing import Any

from django.utils import timezone

from plugins.api.access import SYSTEM
from plugins.api.actors import actor_for
from plugins.events.actions.calls import set_call
from plugins.events.actions.proposals import propose
from plugins.events.actions.sessions import Conflicting, plan_session
from plugins.events.models import Event, Participant, Place, ProgrammeCall, Proposal, Session


def make_call(event: Event, *, days: float = 20, **said: Any) -> ProgrammeCall:
    """A call that is open for so many days."""
    usual = {"text": "Wir suchen Beiträge.", "formats": "Bericht, Werkstatt"}
    return set_call(event, **{**usual, **said}, deadline=timezone.now() + timedelta(days=days), actor=SYSTEM)


def make_proposal(call: ProgrammeCall, person: Any, **said: Any) -> Proposal:
    """Something that this person proposes."""
    usual = {"title": "Was bei uns half", "text": "Wir erzählen davon.", "format": "Bericht"}
    return propose(call, **{**usual, **said}, actor=actor_for(person))


def make_session(
    event: Event,
    title: str = "Begrüßung",
    *,
    after: float = 0,
    minutes: int = 60,
    speakers: Collection[Participant] = (),
    is_published: bool = True,
    **said: Any,
) -> Session:
    """A session so many hours after the event began, whatever does not fit together."""
    starts_at = event.starts_at + timedelta(hours=after)
    times = {"starts_at": starts_at, "ends_at": starts_at + timedelta(minutes=minutes)}
    told: dict[str, Any] = {"said": {"title": title, **times, **said}, "speakers": speakers, "actor": SYSTEM}
    try:
        session = plan_session(event, **told)
    except Conflicting as conflicting:
        session = plan_session(event, **told, seen=conflicting.sign)
    if is_published:
        Session.objects.filter(pk=session.pk).update(published_at=timezone.now())
        session.refresh_from_db()
    return session


def make_speaker(event: Event, name: str = "Dr. Thalheim", email: str = "thalheim@example.org") -> Participant:
    """Somebody without an account who speaks."""
    return Participant.objects.create(
        event=event, name=name, email=email, role="speaker", invited_at=timezone.now(), answer="yes", place=Place.TAKEN
    )


def comes(event: Event, person: Any, **said: Any) -> Participant:
    """This person has a place."""
    usual: dict[str, Any] = {"answer": "yes", "place": Place.TAKEN}
    return Participant.objects.create(event=event, person=person, **{**usual, **said})
