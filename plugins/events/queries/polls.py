"""Date polls as they are read: who can when, and who has not answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from plugins.api.access import Actor, may, visible_to
from plugins.api.actors import actor_for
from plugins.api.errors import Missing
from plugins.api.tokens import hash_of
from plugins.events.models import DatePoll, PollVoter, Word
from workspace.models import WorkingGroup


@dataclass(frozen=True)
class OptionLine:
    """One moment, and what people say about it."""

    pk: int
    starts_at: datetime
    can: Sequence[str]
    if_need_be: Sequence[str]
    cannot: Sequence[str]
    is_best: bool
    """Nobody has more people for another moment: who can, then who can if need be."""


@dataclass(frozen=True)
class PollTable:
    """Everything that the group reads of a poll."""

    options: Sequence[OptionLine]
    silent: Sequence[str]
    answered: int
    asked: int


def polls_of(actor: Actor, group: WorkingGroup) -> QuerySet[DatePoll]:
    """The group's polls that are open, the newest first."""
    return visible_to(actor, DatePoll.objects.filter(group=group, fixed_at=None, called_off_at=None))


def poll_with(actor: Actor, pk: int) -> DatePoll:
    """Raises Missing."""
    poll = visible_to(actor, DatePoll.objects.filter(pk=pk)).select_related("group", "event").first()
    if poll is None:
        raise Missing
    return poll


def own_line(actor: Actor, poll: DatePoll) -> PollVoter | None:
    """The actor's own line, when they may answer."""
    if actor.user is None:
        return None
    voter = poll.voters.filter(person=actor.user).select_related("poll__group").first()
    return voter if voter is not None and may(actor, "answer", voter) else None


def voter_by(token: str) -> PollVoter:
    """Whose link this is. It ends when the person is no longer in the group. Raises Missing."""
    rows = PollVoter.objects.select_related("poll__group", "poll__event", "person")
    voter = rows.filter(key_hash=hash_of(token)).exclude(key_hash="").first()
    if voter is None or not actor_for(voter.person).has(voter.poll.group.principal):
        raise Missing
    return voter


def table_of(poll: DatePoll) -> PollTable:
    """Who can when. Names are those of the group, which alone reads them."""
    voters = list(poll.voters.select_related("person"))
    said: dict[int, dict[str, list[str]]] = {}
    for option, word, person in _votes(poll):
        said.setdefault(option, {}).setdefault(word, []).append(person)
    options = list(poll.options.all())
    ranks = {option.pk: _rank(said.get(option.pk, {})) for option in options}
    best = max(ranks.values(), default=(0, 0))
    lines = [
        OptionLine(
            option.pk,
            option.starts_at,
            can=said.get(option.pk, {}).get(Word.YES, []),
            if_need_be=said.get(option.pk, {}).get(Word.MAYBE, []),
            cannot=said.get(option.pk, {}).get(Word.NO, []),
            is_best=ranks[option.pk] == best and best != (0, 0),
        )
        for option in options
    ]
    silent = [str(voter.person) for voter in voters if voter.answered_at is None]
    return PollTable(lines, silent, len(voters) - len(silent), len(voters))


def _votes(poll: DatePoll) -> list[tuple[int, str, str]]:
    voters = poll.voters.select_related("person").prefetch_related("votes")
    return [(vote.option_id, vote.word, str(voter.person)) for voter in voters for vote in voter.votes.all()]


def _rank(words: dict[str, list[str]]) -> tuple[int, int]:
    """How many come for sure or if need be, then how many for sure."""
    can, if_need_be = len(words.get(Word.YES, [])), len(words.get(Word.MAYBE, []))
    return can + if_need_be, can
