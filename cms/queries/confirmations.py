"""Requests for confirmation, as the person who is asked gets them and as the desk does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet

from cms.accounts.models import User
from cms.layers import section_title
from cms.models import Confirmation, Entry, Suggestion
from cms.policies import MEMBERS
from cms.suggesting import names_of_parts, part_of, proposed, text_of
from plugins.api.access import Actor, may, visible_to
from plugins.api.actors import people_behind
from plugins.api.errors import Missing

MOST_SHOWN = 5
"""How many of her requests somebody finds on the first screen."""


@dataclass(frozen=True)
class ToDecide:
    """A suggestion beside the part that it is about, as the desk decides on it."""

    suggestion: Suggestion
    label: str
    now: str
    """What the part says today, in plain words; once it is decided, what it said when she read it."""
    then: str
    """What it would say; empty where it was decided or no longer fits."""
    is_stale: bool
    """Whether somebody has changed the part since, so that it cannot be accepted."""


@dataclass(frozen=True)
class CountyAnswered:
    """An answer beside the version that is, or was, to become public."""

    asked: Confirmation
    changed: tuple[str, ...]
    """The parts that read otherwise than in the version that she read."""


def people_to_ask() -> QuerySet[User]:
    """All members with an active account."""
    return _any_of(people_behind(MEMBERS))


def people_of_county(entry: Entry) -> QuerySet[User]:
    """Those of them who sit for the county that the entry is about."""
    if entry.county is None:
        return User.objects.none()
    return people_to_ask().filter(pk__in=_any_of(people_behind(f"county:{entry.county.key}")))


def own_confirmations(actor: Actor) -> Sequence[Confirmation]:
    """What the actor is or was asked, open ones first, then the newest, without withdrawn ones."""
    mine = _own(actor).exclude(answered_at=None, withdrawn_at__isnull=False)
    undecided = Count("suggestions", filter=Q(suggestions__state=Suggestion.State.OPEN))
    rows = mine.annotate(undecided=undecided).order_by("-asked_at", "-pk")[: MOST_SHOWN * 4]
    return sorted(rows, key=lambda row: not row.is_open)[:MOST_SHOWN]


def own_confirmation(actor: Actor, pk: int) -> Confirmation:
    """One request to the actor. Raises Missing for anybody else's, like for none."""
    found = _own(actor).select_related("entry", "asked_by").filter(pk=pk).first()
    if found is None:
        raise Missing
    return found


def own_suggestion(actor: Actor, confirmation_id: int, pk: int) -> Suggestion:
    """One of the actor's suggestions. Raises Missing where there is none."""
    found = own_confirmation(actor, confirmation_id).suggestions.filter(pk=pk).first()
    if found is None:
        raise Missing
    return found


def suggestions_with_labels(confirmation: Confirmation) -> list[tuple[str, Suggestion]]:
    """The suggestions of a request, each with what its part is called."""
    entry = confirmation.entry.specific
    return [(section_title(entry, row.part), row) for row in confirmation.suggestions.all()]


def confirmations_of(entry: Entry, actor: Actor) -> QuerySet[Confirmation]:
    """All requests about an entry, newest first, with the number of undecided suggestions."""
    undecided = Count("suggestions", filter=Q(suggestions__state=Suggestion.State.OPEN))
    rows = visible_to(actor, Confirmation.objects.filter(entry=entry.pk)).select_related("person", "asked_by")
    return rows.annotate(undecided=undecided, made=Count("suggestions"))


def answers_of_county(entry: Entry) -> list[Confirmation]:
    """What was answered about an entry: of each person the newest answer, newest first."""
    answered = entry.confirmations.exclude(answer="").select_related("person", "entry").order_by("-answered_at", "-pk")
    newest: dict[int, Confirmation] = {}
    for confirmation in answered:
        newest.setdefault(confirmation.person_id, confirmation)
    return list(newest.values())


def compared_with(confirmations: Iterable[Confirmation], content: dict[str, Any]) -> list[CountyAnswered]:
    """These answers, each with what has changed between the version that was read and this one."""
    return [CountyAnswered(asked, _changed(asked, content)) for asked in confirmations]


def confirmation_by_id(actor: Actor, pk: int) -> Confirmation:
    """One request, for the desk. Raises Missing where the actor may not see it."""
    found = Confirmation.objects.select_related("entry", "person", "asked_by").filter(pk=pk).first()
    if found is None or not may(actor, "see", found):
        raise Missing
    return found


def accepted_in_order(confirmation: Confirmation) -> list[Suggestion]:
    """The suggestions of a request that were accepted, as they came into the text."""
    return list(confirmation.suggestions.filter(state=Suggestion.State.ACCEPTED).order_by("decided_at", "pk"))


def to_decide(confirmation: Confirmation) -> list[ToDecide]:
    """Every suggestion of a request, decided or not, beside the part as it says today."""
    entry = confirmation.entry.specific
    newest = entry.get_latest_revision()
    content = newest.content if newest is not None else confirmation.content
    accepted = accepted_in_order(confirmation)
    rows = confirmation.suggestions.select_related("decided_by")
    return [_beside(entry, content, suggestion, accepted) for suggestion in rows]


def _changed(asked: Confirmation, content: dict[str, Any]) -> tuple[str, ...]:
    entry = asked.entry.specific
    return tuple(
        section_title(entry, name)
        for name in names_of_parts(entry)
        if part_of(entry, asked.content, name).text != part_of(entry, content, name).text
    )


def _beside(entry: Entry, content: dict[str, Any], suggestion: Suggestion, accepted: list[Suggestion]) -> ToDecide:
    name = suggestion.part
    wanted = proposed(entry, suggestion, content, accepted) if suggestion.is_open else None
    shown = content if suggestion.is_open else suggestion.confirmation.content
    return ToDecide(
        suggestion=suggestion,
        label=section_title(entry, name),
        now=part_of(entry, shown, name).text,
        then="" if wanted is None else text_of(entry, name, wanted),
        is_stale=suggestion.is_open and wanted is None,
    )


def _own(actor: Actor) -> QuerySet[Confirmation]:
    if actor.user is None:
        return Confirmation.objects.none()
    return visible_to(actor, Confirmation.objects.all()).filter(person=actor.user)


def _any_of(answers: list[QuerySet[Any]]) -> QuerySet[User]:
    chosen = Q(pk__in=[])
    for people in answers:
        chosen |= Q(pk__in=people.values("pk"))
    return User.objects.filter(chosen, is_active=True)
