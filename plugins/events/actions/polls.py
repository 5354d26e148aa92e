"""Asking a working group for a date, answering, and making the date an event."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.accounts.models import User
from cms.models import County
from plugins.api.access import Actor, require
from plugins.api.actors import actor_for, people_behind
from plugins.api.errors import Invalid
from plugins.api.outbox import announce
from plugins.api.tokens import hash_of, new_token
from plugins.events.actions.events import plan_event, publish_event
from plugins.events.facts import DateFixed, DatesAsked, ParticipantInvited, ParticipantsChanged
from plugins.events.models import (
    Answer,
    DatePoll,
    Event,
    EventClass,
    EventKind,
    Participant,
    Place,
    PollOption,
    PollVote,
    PollVoter,
    Word,
)
from workspace.models import WorkingGroup

MOST_OPTIONS: Final = 10
BETWEEN_REMINDERS: Final = timedelta(days=1)


@transaction.atomic
def ask_for_dates(
    group: WorkingGroup, said: Mapping[str, Any], moments: Collection[datetime], *, actor: Actor
) -> DatePoll:
    """Everybody in the group gets a mail with a link to answer. `said` holds title, text, minutes, form and place.

    Raises Invalid without at least two different moments that are still to come.
    """
    require(actor, "create", DatePoll)
    _insist_on_coordinator(group, actor)
    wanted = sorted(set(moments))
    if not 2 <= len(wanted) <= MOST_OPTIONS:
        raise Invalid({"moments": [_("Offer at least two different dates, and at most ten.")]})
    if wanted[0] <= timezone.now():
        raise Invalid({"moments": [_("One of these dates is over. Offer dates that are still to come.")]})
    poll = DatePoll(group=group, created_by=actor.user, **said)
    try:
        poll.full_clean()
    except ValidationError as error:
        raise Invalid(error.message_dict) from error
    poll.save()
    PollOption.objects.bulk_create([PollOption(poll=poll, starts_at=moment) for moment in wanted])
    voters = [PollVoter.objects.create(poll=poll, person=person) for person in _people_of(group)]
    asked = tuple(voter.pk for voter in voters if voter.person != actor.user)
    log(poll, "events.ask_for_dates", user=actor.user, title=f"#{poll.pk}")
    announce(DatesAsked(voter_ids=asked))
    return poll


@transaction.atomic
def answer_poll(voter: PollVoter, words: Mapping[int, str], *, actor: Actor) -> PollVoter:
    """What somebody says about each moment; saying it again replaces it. `words` maps options to words.

    Raises Invalid when a moment is left out.
    """
    voter = PollVoter.objects.select_for_update(of=("self",)).select_related("poll__group").get(pk=voter.pk)
    require(actor, "answer", voter)
    options = list(voter.poll.options.all())
    if {option.pk for option in options} != set(words) or not set(words.values()) <= set(Word.values):
        raise Invalid({"__all__": [_("Please answer for each of the dates.")]})
    for option in options:
        PollVote.objects.update_or_create(voter=voter, option=option, defaults={"word": words[option.pk]})
    voter.answered_at = timezone.now()
    voter.save(update_fields=["answered_at"])
    log(voter.poll, "events.answer_poll", user=actor.user, title=f"#{voter.poll.pk}")
    return voter


@transaction.atomic
def remind_voters(poll: DatePoll, *, actor: Actor) -> int:
    """Whoever has not answered gets a mail once more, at most once a day. Returns how many."""
    poll = _locked(poll)
    require(actor, "edit", poll)
    since = timezone.now() - BETWEEN_REMINDERS
    silent = poll.voters.filter(answered_at=None).exclude(reminded_at__gt=since).exclude(person=actor.user)
    asked = tuple(silent.values_list("pk", flat=True))
    PollVoter.objects.filter(pk__in=asked).update(reminded_at=timezone.now())
    log(poll, "events.remind_voters", user=actor.user, title=f"#{poll.pk}")
    announce(DatesAsked(voter_ids=asked))
    return len(asked)


@transaction.atomic
def fix_date(poll: DatePoll, option: PollOption, *, actor: Actor) -> Event:
    """The moment becomes a meeting of the group: whoever can, and whoever fixed it, comes; all others are invited."""
    poll = _locked(poll)
    require(actor, "edit", poll)
    said = {
        "kind": EventKind.GROUP,
        "title": poll.title,
        "summary": poll.text,
        "starts_at": option.starts_at,
        "ends_at": option.starts_at + timedelta(minutes=poll.minutes),
        "form": poll.form,
        "place": poll.place,
        "confidentiality": EventClass.GROUP,
        "group": poll.group,
    }
    event = publish_event(plan_event(said, actor=actor), actor=actor)
    _invite_voters(poll, option, event, actor)
    poll.event, poll.fixed_at = event, timezone.now()
    poll.save(update_fields=["event", "fixed_at"])
    log(poll, "events.fix_date", user=actor.user, title=f"#{poll.pk}")
    announce(DateFixed(poll_id=poll.pk))
    return event


@transaction.atomic
def call_off_poll(poll: DatePoll, *, actor: Actor) -> DatePoll:
    """There is no meeting; links of mails then say so."""
    poll = _locked(poll)
    require(actor, "edit", poll)
    poll.called_off_at = timezone.now()
    poll.save(update_fields=["called_off_at"])
    log(poll, "events.call_off_poll", user=actor.user, title=f"#{poll.pk}")
    return poll


def renew_key(voter: PollVoter) -> str:
    """The secret of a link, which stands in one mail and nowhere else; the one before no longer works."""
    token = new_token()
    voter.key_hash, voter.mailed_at = hash_of(token), timezone.now()
    voter.save(update_fields=["key_hash", "mailed_at"])
    return token


def _invite_voters(poll: DatePoll, option: PollOption, event: Event, actor: Actor) -> None:
    now = timezone.now()
    can = set(option.votes.filter(word__in=(Word.YES, Word.MAYBE)).values_list("voter__person", flat=True))
    counties = {county.key: county for county in County.objects.all()} if poll.voters.exists() else {}
    for voter in poll.voters.select_related("person"):
        keys = sorted(actor_for(voter.person).keys("county"))
        comes = voter.person_id in can or voter.person == actor.user
        participant = Participant.objects.create(
            event=event,
            person=voter.person,
            county=counties.get(keys[0]) if keys else None,
            invited_at=now,
            invited_by=actor.user,
            answer=Answer.YES if comes else Answer.NONE,
            answered_at=now if comes else None,
            place=Place.TAKEN if comes else Place.NONE,
        )
        if not comes:
            announce(ParticipantInvited(participant_id=participant.pk))
    event.invited_at = now
    event.save(update_fields=["invited_at"])
    people = tuple(poll.voters.values_list("person", flat=True))
    announce(ParticipantsChanged(event_id=event.pk, user_ids=people))


def _people_of(group: WorkingGroup) -> list[User]:
    found: dict[int, User] = {}
    for people in people_behind(group.principal):
        found |= {person.pk: person for person in people}
    return sorted(found.values(), key=lambda person: person.pk)


def _insist_on_coordinator(group: WorkingGroup, actor: Actor) -> None:
    if not (actor.is_system or actor.has(group.coordinator_principal)) or group.is_closed:
        raise Invalid({"group": [_("Choose a working group that you coordinate.")]})


def _locked(poll: DatePoll) -> DatePoll:
    return DatePoll.objects.select_for_update(of=("self",)).select_related("group").get(pk=poll.pk)
