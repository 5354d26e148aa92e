"""The programme: planned, changed, cancelled and published by organisers; and one's own schedule."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from plugins.api.access import Actor, require
from plugins.api.errors import Invalid, Missing, Refused
from plugins.api.outbox import announce
from plugins.events.actions.events import advance, locked, note
from plugins.events.facts import SessionChanged
from plugins.events.models import Event, Participant, Proposal, Session, SessionChoice
from plugins.events.queries.programme import concerned_by, conflicts_of, line_of
from plugins.events.queries.recipients import sign_of

SAID: Final = ("title", "description", "track", "room", "starts_at", "ends_at")
"""Fields of a session that people say."""
TOLD: Final = frozenset({"starts_at", "ends_at", "room"})
"""A change of one of these is told to whom it concerns; other words are not."""
IN_CALENDARS: Final = frozenset({"title", "description", *TOLD})


class Conflicting(Invalid):
    """Something does not fit together. Whoever has read it, as `sign` shows, saves it all the same."""

    def __init__(self, sentences: Collection[str]) -> None:
        super().__init__({"__all__": [*sentences, _("Press once more to save it all the same.")]})
        self.sign = sign_of(sentences)


@transaction.atomic
def plan_session(
    event: Event,
    said: Mapping[str, Any],
    *,
    speakers: Collection[Participant] = (),
    proposal: Proposal | None = None,
    seen: str = "",
    actor: Actor,
) -> Session:
    """A session that only organisers know of until the programme is published. Raises Conflicting, Invalid."""
    event = locked(event)
    require(actor, "edit", event)
    if event.is_over:
        raise Refused(_("This event is over, so nothing about it changes."))
    session = Session(event=event, proposal=_accepted(event, proposal))
    _say(session, said, speakers, seen)
    session.save()
    session.speakers.set(_of_event(event, speakers))
    _note(session, "plan_session", actor)
    return session


@transaction.atomic
def change_session(
    session: Session, said: Mapping[str, Any], *, speakers: Collection[Participant], seen: str = "", actor: Actor
) -> Session:
    """Other words, another time, another room. Of a time or a room those hear whom it concerns, and nobody else.

    Raises Conflicting, Invalid.
    """
    session = _held(session)
    require(actor, "edit", session)
    before = {name: getattr(session, name) for name in SAID}
    _say(session, said, speakers, seen)
    changed = tuple(name for name in SAID if getattr(session, name) != before[name])
    session.speakers.set(_of_event(session.event, speakers))
    session.sequence += 1 if IN_CALENDARS.intersection(changed) else 0
    session.changed_at = timezone.now()
    session.save()
    _note(session, "change_session", actor)
    if not TOLD.isdisjoint(changed):
        _tell(session, actor)
    advance(session.event, session.event.confidentiality)
    return session


@transaction.atomic
def cancel_session(session: Session, *, actor: Actor) -> None:
    """It stays in the programme as cancelled, and those hear whom it concerns; what nobody knew of is gone."""
    session = _held(session)
    require(actor, "edit", session)
    _note(session, "cancel_session", actor)
    if not session.is_published:
        session.delete()
        return
    session.cancelled_at = session.changed_at = timezone.now()
    session.sequence += 1
    session.save(update_fields=["cancelled_at", "changed_at", "sequence"])
    _tell(session, actor)
    advance(session.event, session.event.confidentiality)


@transaction.atomic
def publish_programme(event: Event, *, actor: Actor) -> int:
    """Whoever knows of the event reads all sessions planned so far; those planned later wait for the next press.

    Returns how many are new. Raises Refused.
    """
    event = locked(event)
    require(actor, "edit", event)
    if not event.is_published:
        raise Refused(_("Publish the event first: whoever reads the programme wants to know what it belongs to."))
    now = timezone.now()
    number = Session.objects.filter(event=event, published_at=None).update(published_at=now, changed_at=now)
    note(event, "publish_programme", actor)
    advance(event, event.confidentiality)
    return number


@transaction.atomic
def choose_session(session: Session, wants: bool, *, actor: Actor) -> None:
    """Into one's own schedule, or out of it; said twice it is the same. Nobody else learns of it. Raises Refused."""
    line = line_of(actor, session.event)
    if line is None:
        raise Missing
    if wants:
        require(actor, "choose", session)
        SessionChoice.objects.get_or_create(session=session, participant=line)
    else:
        require(actor, "see", session)
        SessionChoice.objects.filter(session=session, participant=line).delete()


def _say(session: Session, said: Mapping[str, Any], speakers: Collection[Participant], seen: str) -> None:
    for name in SAID:
        if name in said:
            value = said[name]
            setattr(session, name, value.strip() if isinstance(value, str) else value)
    try:
        session.full_clean()
    except ValidationError as error:
        raise Invalid(error.message_dict) from error
    conflicts = conflicts_of(session, speakers)
    if conflicts and sign_of(conflicts) != seen:
        raise Conflicting(conflicts)


def _accepted(event: Event, proposal: Proposal | None) -> Proposal | None:
    """The proposal that becomes a session, once. Raises Refused."""
    if proposal is None:
        return None
    if proposal.call.event_id != event.pk or proposal.state != "accepted":
        raise Refused(_("Accept the proposal first."))
    if Session.objects.filter(proposal=proposal).exists():
        raise Refused(_("This proposal has become a session already."))
    return proposal


def _of_event(event: Event, speakers: Collection[Participant]) -> list[Participant]:
    return list(Participant.objects.of(event).filter(pk__in=[speaker.pk for speaker in speakers]))


def _held(session: Session) -> Session:
    """With its event, kept from others until the transaction ends."""
    event = locked(session.event)
    session = Session.objects.select_for_update(of=("self",)).get(pk=session.pk)
    session.event = event
    return session


def _tell(session: Session, actor: Actor) -> None:
    """Whoever speaks in it or has it in their schedule, one by one, and nobody of what is over or not published."""
    if not session.is_published or session.is_over:
        return
    by, moment = (actor.user.pk if actor.user is not None else None), session.changed_at.isoformat()
    for participant in concerned_by(session):
        announce(SessionChanged(session_id=session.pk, participant_id=participant.pk, moment=moment, by=by))


def _note(session: Session, what: str, actor: Actor) -> None:
    log(session, f"events.{what}", user=actor.user, title=f"#{session.pk}")
