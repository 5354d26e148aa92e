"""Who reads a discussion, as people: for “Who sees this?”, for mentions, and before more people come to read it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from django.db.models import Q, QuerySet

from cms.accounts.models import User
from cms.accounts.roles import OFFICE
from plugins.api.access import SUPERUSERS, Actor
from plugins.api.actors import people_behind
from workspace.models import Discussion, WorkingGroup
from workspace.policies.discussions import MEMBERS, readers, readers_of


def people_with(principals: Iterable[str]) -> QuerySet[User]:
    """Everybody with an account who holds at least one of these, but for the administration."""
    ids = [int(one.removeprefix("user:")) for one in principals if one.startswith("user:")]
    chosen = Q(pk__in=ids)
    for principal in principals:
        if principal != SUPERUSERS and not principal.startswith("user:"):
            for people in people_behind(principal):
                chosen |= Q(pk__in=people.values("pk"))
    return User.objects.filter(chosen, is_active=True)


def people_reading(discussion: Discussion) -> QuerySet[User]:
    """Who reads the newest post."""
    return people_with(readers(discussion, discussion.last_post_at))


def people_to_name() -> QuerySet[User]:
    """Whom a discussion between named persons can name: all members and the programme office."""
    return people_with({MEMBERS, OFFICE})


def people_to_choose(actor: Actor, already: Discussion | None = None) -> QuerySet[User]:
    """The same without the actor, and with those whom a discussion names already, also when they have left since."""
    chosen = Q(pk__in=people_to_name().values("pk"))
    if already is not None:
        chosen |= Q(pk__in=already.persons.values("pk"))
    return User.objects.filter(chosen).exclude(pk=actor.user.pk if actor.user else 0)


def people_reading_after(
    discussion: Discussion, reach: str, group: WorkingGroup | None, persons: Iterable[User]
) -> QuerySet[User]:
    """Who would read the newest post after a change."""
    named = [discussion.author_id, *(person.pk for person in persons)]
    return people_with(readers_of(reach, group, named, discussion.last_post_at))


def who_gains(
    discussion: Discussion, reach: str, group: WorkingGroup | None, persons: Iterable[User]
) -> QuerySet[User]:
    """Who would read the discussion after a change, and does not now."""
    after = people_reading_after(discussion, reach, group, persons)
    return after.exclude(pk__in=people_reading(discussion).values("pk"))


def sign_of(people: Iterable[User]) -> str:
    """A short text that another set of people does not have: so that nobody agrees to one and gets another."""
    numbers = ",".join(map(str, sorted(person.pk for person in people)))
    return hashlib.blake2b(numbers.encode(), digest_size=8).hexdigest()
