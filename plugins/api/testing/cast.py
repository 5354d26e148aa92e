"""The cast: one person for each part that somebody can have in a forum, and the browser that each of them uses."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Final

from django.contrib.auth import get_user_model, load_backend
from django.contrib.auth.models import Group
from django.test import Client

from plugins.api import generation
from plugins.api.access import ANONYMOUS, Actor
from plugins.api.actors import actor_for
from plugins.api.testing.belonging import hand_out

ROLES: Final = frozenset({"authors", "editors", "office"})
"""Principals that come with a Django group of that name."""
CAST: Final[Mapping[str, frozenset[str]]] = {
    "member": frozenset({"members", "county:99001"}),
    "outsider": frozenset({"members", "county:99004"}),
    "guest": frozenset({"guest-topic:1", "guest-kind:offer"}),
    "applicant": frozenset(),
    "author": frozenset({"authors"}),
    "editor": frozenset({"editors"}),
    "office": frozenset({"office"}),
    "admin": frozenset({"superusers"}),
}
"""Name -> what they hold. `outsider` is a member of another county who is in no group; visitors have no account."""


def make_cast(also: Mapping[str, Collection[str]] | None = None) -> dict[str, Actor]:
    """Name -> the person at the door, `visitor` included; `also` are further people and what they hold."""
    generation.advance()  # what was kept for visitors before belongs to another test
    people = {name: make_person(name, held) for name, held in {**CAST, **(also or {})}.items()}
    return {"visitor": ANONYMOUS, **{name: actor_for(person) for name, person in people.items()}}


def make_person(name: str, held: Collection[str]) -> Any:
    """Somebody with an account whose last name stands nowhere else."""
    people: Any = get_user_model()._default_manager
    person = people.create_user(f"{name}@example.org", first_name="Alex", last_name=f"{name.title()}hausen")
    if "superusers" in held:
        person.is_superuser = True
        person.save()
    for role in ROLES.intersection(held):
        person.groups.add(Group.objects.get_or_create(name=role)[0])
    hand_out(person, *(principal for principal in held if principal not in ROLES | {"superusers"}))
    return people.get(pk=person.pk)


def browser_of(actor: Actor) -> Client:
    """In which this person is signed in; a visitor is not."""
    client = Client()
    if actor.user is not None:
        client.force_login(actor.user, _backend_of(actor.user))
    return client


def _backend_of(user: Any) -> str:
    """One that knows people; others only answer for rights."""
    from django.conf import settings

    known = (name for name in settings.AUTHENTICATION_BACKENDS if load_backend(name).get_user(user.pk))
    return next(known)
