"""Where somebody stands who comes to an event, in words."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cms.models import County
from plugins.api.access import Actor, may, visible_to
from plugins.api.errors import Missing
from plugins.api.tokens import hash_of
from plugins.events.models import Answer, Event, Participant, PendingRegistration, Place


@dataclass(frozen=True)
class Standing:
    """One sentence, and what the person can do about it."""

    words: str
    may_take: bool
    """An offered place, or the end of the list once more."""
    is_offered: bool
    may_leave: bool
    may_give_needs: bool


def standing(participant: Participant, actor: Actor) -> Standing:
    """Of one line, for the person whose it is."""
    may_answer = bool(may(actor, "answer", participant))
    has_place = participant.place not in (Place.NONE, Place.REFUSED)
    is_offered = participant.place == Place.OFFERED
    may_ask = participant.place == Place.NONE and participant.event.takes_answers
    return Standing(
        words=standing_in_words(participant),
        may_take=may_answer and (is_offered or may_ask),
        is_offered=is_offered,
        may_leave=may_answer and has_place,
        may_give_needs=may_answer and has_place,
    )


def standing_in_words(participant: Participant) -> str:
    match participant.place:
        case Place.TAKEN:
            return _("You have a place.")
        case Place.WAITING:
            return _("You are number %(number)d on the waiting list.") % {"number": position(participant)}
        case Place.OFFERED if participant.offered_until is not None:
            until = timezone.localtime(participant.offered_until)
            when = {"day": date_format(until, "DATE_FORMAT"), "time": date_format(until, "TIME_FORMAT")}
            return _("A place has become free for you. It is kept until %(day)s, %(time)s o’clock.") % when
        case Place.ASKED:
            return _("You have asked for a place. The organisers decide about it.")
        case Place.REFUSED:
            return _("The organisers could not accept your registration.")
    if participant.answer == Answer.NO:
        return _("You have said that you do not come.")
    return _("You have no place.")


def position(participant: Participant) -> int:
    """Which number somebody is on the waiting list, from 1."""
    before = Q(queued_at__lt=participant.queued_at) | Q(queued_at=participant.queued_at, pk__lte=participant.pk)
    return Participant.objects.of(participant.event).waiting().filter(before).count()


def own_place(event: Event, actor: Actor) -> Participant | None:
    """The actor's own line."""
    if actor.user is None:
        return None
    lines = Participant.objects.of(event).standing().filter(person=actor.user)
    return lines.select_related("event__group", "person", "county").first()


def place_behind(token: str) -> tuple[Participant, Actor]:
    """The line that a link opens, and its bearer. Raises Missing for every other link."""
    lines = Participant.objects.standing().select_related("event__group", "person", "county")
    found = lines.filter(keys__token_hash=hash_of(token)).exclude(event__published_at=None).first()
    if found is None:
        raise Missing
    return found, Actor(user=None, principals=frozenset({"public", f"participant:{found.pk}"}))


def registration_behind(token: str) -> tuple[PendingRegistration, Actor]:
    """The registration that a link confirms, and its bearer. Raises Missing, also where not everybody knows of it."""
    found = PendingRegistration.objects.filter(key_hash=hash_of(token)).select_related("event__group").first()
    if found is None:
        raise Missing
    bearer = Actor(user=None, principals=frozenset({"public", found.principal}))
    if not may(bearer, "see", found.event):
        raise Missing
    return found, bearer


def counties_of(actor: Actor) -> QuerySet[County]:
    """For which counties somebody can come."""
    return County.objects.filter(key__in=actor.keys("county"))


def participants_of(event: Event, actor: Actor) -> QuerySet[Participant]:
    """Everybody on the list, with what organisers read of them."""
    rows = visible_to(actor, Participant.objects.of(event)).select_related("person", "county", "event__group")
    return rows.order_by("person__last_name", "person__first_name", "name", "pk")


def participant_of(event: Event, actor: Actor, pk: int) -> Participant:
    """One of them. Raises Missing."""
    found = participants_of(event, actor).filter(pk=pk).first()
    if found is None:
        raise Missing
    return found


def found_at_the_door(event: Event, actor: Actor, words: str = "") -> QuerySet[Participant]:
    """Whoever has a place or was there, narrowed by a piece of the name or the county."""
    rows = participants_of(event, actor).filter(Q(place=Place.TAKEN) | Q(came=True))
    for word in words.split():
        rows = rows.filter(
            Q(name__icontains=word)
            | Q(person__first_name__icontains=word)
            | Q(person__last_name__icontains=word)
            | Q(county__name__icontains=word)
        )
    return rows
