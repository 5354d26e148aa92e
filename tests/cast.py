"""The cast: the people of product.md as fixtures, each with exactly the rights that their part gives them.

A person's fixture is a User; `cast` holds the Actor of each by name, visitors and the system included.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.utils import timezone

from cms.accounts.models import User
from plugins.api.access import ANONYMOUS, SYSTEM, Actor
from plugins.api.actors import actor_for
from tests.factories import UserFactory, give_mandate, give_role, give_seat, make_token, make_topic

NAMES = (
    "member",
    "coordinator",
    "mentor",
    "outsider",
    "guest",
    "kind_guest",
    "applicant",
    "former_member",
    "former_guest",
    "editor",
    "editor2",
    "office",
    "admin",
)
"""Everybody with an account."""


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


@pytest.fixture
def member(forum: None) -> User:
    """Auental; reads everything that is published."""
    return _seated("member", "99001")


@pytest.fixture
def coordinator(forum: None) -> User:
    return _seated("coordinator", "99002")


@pytest.fixture
def mentor(forum: None) -> User:
    return _seated("mentor", "99003")


@pytest.fixture
def outsider(forum: None) -> User:
    """A member who is in no working group."""
    return _seated("outsider", "99004")


@pytest.fixture
def former_member(forum: None) -> User:
    """The seat ended yesterday."""
    person = UserFactory(email="former_member@example.org")
    give_seat(person, "99001", end=timezone.localdate() - timedelta(days=1))
    return person


@pytest.fixture
def guest(wohnen: Any) -> User:
    """A mandate for the topic Wohnen."""
    person = UserFactory(email="guest@example.org")
    give_mandate(person, topics=[wohnen])
    return person


@pytest.fixture
def kind_guest(forum: None) -> User:
    """A mandate for all offers."""
    person = UserFactory(email="kind_guest@example.org")
    give_mandate(person, kinds=["offer"])
    return person


@pytest.fixture
def former_guest(wohnen: Any) -> User:
    """The mandate ended yesterday."""
    person = UserFactory(email="former_guest@example.org")
    give_mandate(person, topics=[wohnen], kinds=["offer"], end=timezone.localdate() - timedelta(days=1))
    return person


@pytest.fixture
def applicant(forum: None) -> User:
    """An account and nothing else."""
    return UserFactory(email="applicant@example.org")


@pytest.fixture
def editor(forum: None) -> User:
    return give_role(UserFactory(email="editor@example.org"), "editors")


@pytest.fixture
def editor2(forum: None) -> User:
    return give_role(UserFactory(email="editor2@example.org"), "editors")


@pytest.fixture
def office(forum: None) -> User:
    return give_role(UserFactory(email="office@example.org"), "office")


@pytest.fixture
def admin(forum: None) -> User:
    return UserFactory(email="admin@example.org", is_superuser=True)


@pytest.fixture
def people(request: pytest.FixtureRequest) -> dict[str, User | None]:
    """Name -> account; the visitor has none."""
    return {"visitor": None, **{name: request.getfixturevalue(name) for name in NAMES}}


@pytest.fixture
def cast(people: dict[str, User | None]) -> dict[str, Actor]:
    """Name -> Actor, `visitor` and `system` included."""
    return {**{name: actor_for(person) for name, person in people.items()}, "system": SYSTEM}


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
        client.force_login(user, "django.contrib.auth.backends.ModelBackend")
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


def _seated(name: str, county: str) -> User:
    person = UserFactory(email=f"{name}@example.org")
    give_seat(person, county)
    return person


__all__ = ["ANONYMOUS", "SYSTEM", "Api", "api", "as_client"]
