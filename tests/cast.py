"""The cast: the people of product.md as fixtures, each with exactly the rights that their part gives them.

A person's fixture is a User; `cast` holds the Actor of each by name, visitors and the system included.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.utils import timezone

from cms.accounts.models import User
from plugins.api.access import SYSTEM, Actor
from plugins.api.actors import actor_for
from tests.factories import UserFactory, give_mandate, give_role, give_seat, make_token, make_topic

PARTS: dict[str, Callable[[User], object]] = {
    "member": lambda person: give_seat(person, "99001"),
    "coordinator": lambda person: give_seat(person, "99002"),
    "mentor": lambda person: give_seat(person, "99003"),
    "outsider": lambda person: give_seat(person, "99004"),
    "former_member": lambda person: give_seat(person, "99001", end=yesterday()),
    "guest": lambda person: give_mandate(person, topics=[make_topic("Wohnen")]),
    "kind_guest": lambda person: give_mandate(person, kinds=["offer"]),
    "former_guest": lambda person: give_mandate(
        person, topics=[make_topic("Wohnen")], kinds=["offer"], end=yesterday()
    ),
    "applicant": lambda person: None,
    "editor": lambda person: give_role(person, "editors"),
    "editor2": lambda person: give_role(person, "editors"),
    "author": lambda person: give_role(person, "authors"),
    "office": lambda person: give_role(person, "office"),
    "admin": lambda person: User.objects.filter(pk=person.pk).update(is_superuser=True),
}
"""Everybody with an account, and what makes them who they are."""


def make_person(name: str) -> User:
    """A person of the cast."""
    person = UserFactory(email=f"{name}@example.org")
    PARTS[name](person)
    return User.objects.get(pk=person.pk)


def yesterday() -> date:
    return timezone.localdate() - timedelta(days=1)


def make_people() -> dict[str, User | None]:
    """Name -> account; the visitor has none."""
    return {"visitor": None, **{name: make_person(name) for name in PARTS}}


def actors(people: dict[str, User | None]) -> dict[str, Actor]:
    """Name -> Actor, with the system."""
    return {**{name: actor_for(person) for name, person in people.items()}, "system": SYSTEM}


@pytest.fixture
def forum(db: None) -> None:
    """A founded forum: home, knowledge base, plain pages, roles, official counties. The template database holds it."""


@pytest.fixture
def wohnen(forum: None) -> Any:
    """The topic of the guest's mandate."""
    return make_topic("Wohnen")


@pytest.fixture
def visitor() -> AnonymousUser:
    return AnonymousUser()


def _part(name: str) -> Any:
    @pytest.fixture(name=name)
    def person(forum: None) -> User:
        return make_person(name)

    return person


member, coordinator, mentor, outsider = (_part(name) for name in ("member", "coordinator", "mentor", "outsider"))
former_member, applicant = _part("former_member"), _part("applicant")
guest, kind_guest, former_guest = _part("guest"), _part("kind_guest"), _part("former_guest")
editor, editor2, office, admin = (_part(name) for name in ("editor", "editor2", "office", "admin"))
author = _part("author")


@pytest.fixture
def people(request: pytest.FixtureRequest) -> dict[str, User | None]:
    """Name -> account; the visitor has none."""
    return {"visitor": None, **{name: request.getfixturevalue(name) for name in PARTS}}


@pytest.fixture
def cast(people: dict[str, User | None]) -> dict[str, Actor]:
    """Name -> Actor, `visitor` and `system` included."""
    return actors(people)


class Api(Client):
    """A program: asks the REST API and reads JSON."""

    def json(self, path: str, **parameters: Any) -> Any:
        """The answer to a GET that has to succeed; a path without a slash in front stands under /api/v1/."""
        response = self.get(path if path.startswith("/") else f"/api/v1/{path}", parameters)
        assert response.status_code == 200, response.content.decode()
        return response.json()


def as_client(person: Any = None, client_class: type[Client] = Client) -> Client:
    """A browser in which this person (a User, an Actor, None for a visitor) is signed in."""
    client = client_class()
    user = person.user if isinstance(person, Actor) else person
    if user is not None and user.is_authenticated:
        client.force_login(user, "allauth.account.auth_backends.AuthenticationBackend")
    return client


def api(who: Any = None, *scopes: str) -> Api:
    """A program with a token: `who` is the token's plain text, or a person who gets one; None asks without a token."""
    user = who.user if isinstance(who, Actor) else who
    if user is None or isinstance(user, AnonymousUser):
        return Api()
    token = user if isinstance(user, str) else make_token(user, *scopes)
    return Api(headers={"authorization": f"Bearer {token}"})


@pytest.fixture(name="as_client")
def as_client_fixture() -> Any:
    return as_client


@pytest.fixture(name="api")
def api_fixture() -> Any:
    return api
