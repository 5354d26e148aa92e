"""Whom an invitation would reach, by name: worked out when it is shown, and again when it is sent."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from cms.accounts.models import User
from cms.models import KINDS, County, Topic
from plugins.api.access import Actor, visible_to
from plugins.api.errors import Invalid
from plugins.api.extensions import SearchSource
from plugins.api.registry import registry
from plugins.events.models import Event, EventClass, Participant, ParticipantRole
from plugins.events.policies.insiders import MEMBERS, OFFICE
from plugins.events.queries.counties import counties_of
from workspace.models import GroupState, WorkingGroup
from workspace.queries.readers import people_with

MOST_SHOWN: Final = 50
"""So many people are offered at once; where there are more, somebody looks for them by name or county."""


@dataclass(frozen=True)
class Outside:
    """Somebody without an account."""

    name: str
    email: str
    role: str = ParticipantRole.ATTENDEE
    told: str = ""
    accompanies: int | None = None


@dataclass(frozen=True)
class Choice:
    """Whom an organiser chose: all members, a group, whoever works on a topic, single people, somebody from outside."""

    everybody: bool = False
    group: int | None = None
    topic: int | None = None
    people: tuple[int, ...] = ()
    outside: Outside | None = None


@dataclass(frozen=True)
class Recipient:
    """One person who would be invited."""

    key: str
    name: str
    county: County | None = None
    person: User | None = None
    email: str = ""
    role: str = ParticipantRole.ATTENDEE
    told: str = ""
    accompanies: int | None = None

    @property
    def role_in_words(self) -> str:
        return "" if self.role == ParticipantRole.ATTENDEE else str(ParticipantRole(self.role).label)


@dataclass(frozen=True)
class Recipients:
    """Whom the invitation would reach, and who was invited or answered already and is left out."""

    new: list[Recipient]
    already: list[Recipient]

    @property
    def sign(self) -> str:
        """Another list has another one: so that nobody sends to a list that they have not seen."""
        return sign_of(one.key for one in self.new)


def sign_of(keys: Iterable[str]) -> str:
    return hashlib.blake2b(",".join(sorted(keys)).encode(), digest_size=8).hexdigest()


def may_be_for_many(event: Event) -> bool:
    """What only a group or named persons know of is not sent to everybody."""
    return event.is_for_all


def groups_to_invite(actor: Actor) -> QuerySet[WorkingGroup]:
    """Groups whose members the actor may know by name: their own; the office also those that show their members."""
    own = {int(key) for kind in ("group", "coordinator") for key in actor.keys(kind)}
    groups = WorkingGroup.objects.exclude(state=GroupState.CLOSED)
    chosen = groups.filter(pk__in=own)
    if actor.is_system or actor.has(OFFICE):
        chosen |= groups.filter(shows_members=True)
    return visible_to(actor, chosen).order_by("title", "pk")


def topics_to_invite(actor: Actor) -> QuerySet[Topic]:
    return visible_to(actor, Topic.objects.order_by("title"))


def invitable(event: Event) -> QuerySet[User]:
    """Accounts that may be invited: members, the office, and guests where invitation or mandate lets them in."""
    principals = {MEMBERS, OFFICE, event.guest_principal}
    if event.confidentiality != EventClass.MEMBERS:
        principals |= {f"guest-topic:{pk}" for pk in Topic.objects.values_list("pk", flat=True)}
        principals |= {f"guest-kind:{kind}" for kind in KINDS}
    if event.confidentiality == EventClass.GROUP and event.group is not None:
        principals.add(event.group.principal)
    return people_with(principals)


def people_found(event: Event, words: str) -> tuple[list[tuple[int, str]], int]:
    """People to choose from, by name and county, with how many there are; narrowed by words in either."""
    people = list(invitable(event).order_by("last_name", "first_name", "pk"))
    counties = counties_of(people)
    found = []
    for person in people:
        label = ", ".join(map(str, filter(None, (person, counties.get(person.pk)))))
        if all(word in label.lower() for word in words.lower().split()[:5]):
            found.append((person.pk, label))
    return found[:MOST_SHOWN], len(found)


def recipients_of(event: Event, choice: Choice, actor: Actor) -> Recipients:
    """The list at this moment, by name. Raises Invalid for what cannot be chosen."""
    if choice.outside is not None:
        found = [_from_outside(event, choice.outside)]
    else:
        people = list(_chosen(event, choice, actor).order_by("last_name", "first_name", "pk"))
        counties = counties_of(people)
        found = [Recipient(f"user:{one.pk}", str(one), counties.get(one.pk), one) for one in people]
    known = {_key_of(row) for row in _invited_or_heard_of(event)}
    return Recipients([one for one in found if one.key not in known], [one for one in found if one.key in known])


def _chosen(event: Event, choice: Choice, actor: Actor) -> QuerySet[User]:
    if choice.people:
        return invitable(event).filter(pk__in=choice.people)
    if choice.group is not None:
        group = groups_to_invite(actor).filter(pk=choice.group).first()
        if group is None:
            raise Invalid({"whom": [_("Choose a working group whose members you know.")]})
        return people_with({group.principal}).filter(pk__in=invitable(event).values("pk"))
    if not may_be_for_many(event):
        raise Invalid({"whom": [_("Only a group or people one by one are invited to an event that not all know of.")]})
    if choice.topic is not None:
        return _of_topic(event, choice.topic, actor)
    return people_with({MEMBERS}) if choice.everybody else User.objects.none()


def _of_topic(event: Event, topic_id: int, actor: Actor) -> QuerySet[User]:
    """Whoever says in the directory that they work on the topic, and guests whose mandate is for it.

    Who follows a topic nobody else learns, and a list by name would tell it.
    """
    topic = topics_to_invite(actor).filter(pk=topic_id).first()
    if topic is None:
        raise Invalid({"whom": [_("Choose a topic that you see.")]})
    listed = {
        document.object_id
        for source in registry.records(SearchSource)
        if source.type == "person"
        for document in source.documents(None)
        if not document.audience.isdisjoint(actor.principals)
        and topic.slug in (value for value, _label in document.keywords.get("topic", ()))
    }
    people = people_with({*(f"user:{pk}" for pk in listed), f"guest-topic:{topic.pk}"})
    return people.filter(pk__in=invitable(event).values("pk"))


def _from_outside(event: Event, outside: Outside) -> Recipient:
    """By name and address; whoever has an account and may be invited comes with it."""
    email = outside.email.strip().lower()
    person = invitable(event).filter(email=email).first()
    if person is not None:
        county = counties_of([person]).get(person.pk)
        return Recipient(f"user:{person.pk}", str(person), county, person, "", outside.role, outside.told)
    accompanies = outside.accompanies if outside.role == ParticipantRole.COMPANION else None
    return Recipient(
        f"mail:{email}",
        " ".join(outside.name.split()),
        email=email,
        role=outside.role,
        told=outside.told.strip(),
        accompanies=accompanies,
    )


def _invited_or_heard_of(event: Event) -> list[Participant]:
    """Whoever left with their seat can be invited anew, by what they are now."""
    rows = Participant.objects.of(event).standing().only("person", "email", "invited_at", "answer", "place")
    return [row for row in rows if row.invited_at or row.answer or row.place]


def _key_of(row: Participant) -> str:
    return f"user:{row.person_id}" if row.person_id else f"mail:{row.email.lower()}"
