"""Who was invited to an event, who answered, and who is behind a link."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from django.utils import timezone

from cms.models import County
from plugins.api.access import Actor, visible_to
from plugins.api.errors import Missing
from plugins.api.tokens import hash_of
from plugins.events.models import Answer, Event, Participant
from plugins.events.queries.recipients import sign_of

BETWEEN_REMINDERS: Final = timedelta(days=1)


@dataclass(frozen=True)
class CountyAnswers:
    """Whoever was invited for one county, or for none."""

    county: County | None
    people: Sequence[Participant]

    @property
    def yes(self) -> list[Participant]:
        return [one for one in self.people if one.answer == Answer.YES]

    @property
    def no(self) -> list[Participant]:
        return [one for one in self.people if one.answer == Answer.NO]

    @property
    def silent(self) -> list[Participant]:
        return [one for one in self.people if one.answer == Answer.NONE]

    @property
    def is_silent(self) -> bool:
        """Nobody has answered for it."""
        return len(self.silent) == len(self.people)


@dataclass(frozen=True)
class Answers:
    """All of one event, county by county; people without a county stand last."""

    lines: Sequence[CountyAnswers]

    @property
    def invited(self) -> int:
        return sum(len(line.people) for line in self.lines)

    @property
    def yes(self) -> int:
        return sum(len(line.yes) for line in self.lines)

    @property
    def no(self) -> int:
        return sum(len(line.no) for line in self.lines)

    @property
    def silent(self) -> int:
        return sum(len(line.silent) for line in self.lines)

    @property
    def silent_counties(self) -> int:
        return sum(line.is_silent for line in self.lines if line.county)


@dataclass(frozen=True)
class Silent:
    """Whom a reminder would reach now, and who got one within a day."""

    new: Sequence[Participant]
    reminded: Sequence[Participant]

    @property
    def sign(self) -> str:
        return sign_of(str(one.pk) for one in self.new)


def answers_of(actor: Actor, event: Event) -> Answers:
    """Everybody who was invited, with what they said."""
    rows = visible_to(actor, Participant.objects.of(event).invited()).select_related("person", "county")
    by_county: dict[County | None, list[Participant]] = defaultdict(list)
    for row in rows:
        by_county[row.county].append(row)
    lines = [CountyAnswers(county, sorted(people, key=_by_name)) for county, people in by_county.items()]
    return Answers(sorted(lines, key=lambda line: (line.county is None, line.county.name if line.county else "")))


def silent_of(event: Event) -> Silent:
    """Whoever was invited, has not answered, and can be written to."""
    rows = Participant.objects.of(event).silent().select_related("person", "county", "event")
    people = sorted((row for row in rows if _can_be_reached(row)), key=_by_name)
    since = timezone.now() - BETWEEN_REMINDERS
    reminded = [row for row in people if row.reminded_at and row.reminded_at > since]
    return Silent([row for row in people if row not in reminded], reminded)


def own_invitation(actor: Actor, event: Event) -> Participant | None:
    """The actor's own line of an event to which they were invited."""
    rows = Participant.objects.of(event).standing().invited().filter(person__in=map(int, actor.keys("user")))
    return visible_to(actor, rows).select_related("event").first()


def participant_behind(token: str) -> Participant:
    """Whoever this link was made for. Raises Missing for every other link, and for an account that is closed."""
    rows = Participant.objects.select_related("event__group", "person")
    found = rows.filter(keys__token_hash=hash_of(token)).first()
    if found is None or not found.event.is_published or not _can_be_reached(found):
        raise Missing
    return found


def _can_be_reached(row: Participant) -> bool:
    return not row.has_left and (row.person is None or row.person.is_active)


def _by_name(row: Participant) -> tuple[str, str, int]:
    if row.person is not None:
        return row.person.last_name.lower(), row.person.first_name.lower(), row.pk
    return row.name.lower(), "", row.pk
