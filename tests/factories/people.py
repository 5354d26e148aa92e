"""People with accounts, and what they get there: roles, tokens, addresses of feeds."""

from __future__ import annotations

import factory

from cms.accounts.actions import create_token
from cms.accounts.feed_addresses import create_feed_address
from cms.accounts.models import Scope, User
from cms.accounts.roles import role_group
from plugins.api.actors import actor_for

PASSWORD = "ein langes Passwort für Tests"


class UserFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = User
        django_get_or_create = ("email",)
        skip_postgeneration_save = True

    email = factory.Sequence(lambda number: f"person{number}@example.org")
    first_name = "Alex"
    last_name = factory.LazyAttribute(lambda person: person.email.partition("@")[0].title())

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        person = super()._create(model_class, *args, **kwargs)
        if not person.password:
            person.set_password(PASSWORD)
            person.save(update_fields=["password"])
        return person


def give_role(person: User, role: str) -> User:
    person.groups.add(role_group(role))
    return person


def make_token(person: User, *scopes: str) -> str:
    """The plain text of a new token of this person; without scopes it may read what the person may."""
    return create_token("Test", scopes or [Scope.READ_PUBLIC, Scope.READ_MEMBERS], actor=actor_for(person))[1]


def make_feed_address(person: User) -> str:
    """The path of a new feed of this person, with its secret."""
    return f"/feeds/persoenlich/{create_feed_address('Test', actor=actor_for(person))[1]}.atom"
