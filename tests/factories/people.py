"""People with accounts, and what makes them members, guests, editors: seats, mandates, roles, tokens."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import factory
from django.utils import timezone

from cms.accounts.actions import create_token
from cms.accounts.feed_addresses import create_feed_address
from cms.accounts.models import Scope, User
from cms.accounts.roles import role_group
from cms.models import Topic
from plugins.api.actors import actor_for
from plugins.membership.actions.profiles import change_member_profile
from plugins.membership.models import GuestMandate, MemberProfile, Seat
from tests.factories.places import make_county, make_topic

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


def give_seat(person: User, county: str = "99001", *, start: date | None = None, end: date | None = None) -> Seat:
    """A seat since a year ago, without an end unless one is given."""
    start = start or timezone.localdate() - timedelta(days=365)
    return Seat.objects.create(person=person, county=make_county(county), start=start, end=end)


def tell_members(person: User, *, topics: Iterable[str] = (), **said: Any) -> MemberProfile:
    """What a member decides about the directory; what is not said stays as it is for everybody at first."""
    usual = {"is_listed": True, "competences": "", "shows_email": False, "telephone": "", "shows_telephone": False}
    return change_member_profile(
        MemberProfile.objects.get(person=person),
        actor=actor_for(person),
        topics=[make_topic(title, is_open=True) for title in topics],
        **{**usual, **said},
    )


def give_mandate(
    person: User,
    *,
    topics: Iterable[Topic] = (),
    kinds: Iterable[str] = (),
    start: date | None = None,
    end: date | None = None,
) -> GuestMandate:
    """A mandate since a month ago for these topics and kinds."""
    mandate = GuestMandate.objects.create(
        institution="Landkreistag",
        role="Fragende Stelle",
        kinds=list(kinds),
        start=start or timezone.localdate() - timedelta(days=30),
        end=end,
    )
    mandate.people.add(person)
    mandate.topics.set(topics)
    return mandate


def give_role(person: User, role: str) -> User:
    person.groups.add(role_group(role))
    return person


def make_token(person: User, *scopes: str) -> str:
    """The plain text of a new token of this person; without scopes it may read what the person may."""
    return create_token("Test", scopes or [Scope.READ_PUBLIC, Scope.READ_MEMBERS], actor=actor_for(person))[1]


def make_feed_address(person: User) -> str:
    """The path of a new feed of this person, with its secret."""
    return f"/feeds/persoenlich/{create_feed_address('Test', actor=actor_for(person))[1]}.atom"
