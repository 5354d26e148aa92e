"""People with accounts, and what they get there: roles, tokens, addresses of feeds."""

from __future__ import annotations

from datetime import timedelta

import factory
from allauth.idp.oidc.models import Client
from allauth.idp.oidc.models import Token as FrontEndToken
from allauth.socialaccount.models import SocialAccount
from django.utils import timezone

from cms.accounts.actions import create_token
from cms.accounts.feed_addresses import create_feed_address
from cms.accounts.front_ends.actions import let_in
from cms.accounts.front_ends.registering import Registration, register
from cms.accounts.front_ends.scopes import LABELS
from cms.accounts.models import Scope, User
from cms.accounts.roles import role_group
from plugins.api.access import SYSTEM
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


def sign_on(person: User, **told: str) -> None:
    """Both ways: this person let a front end in, and connected an account elsewhere."""
    make_front_end_token(person)
    told = {"sub": str(person.pk), **told}
    SocialAccount.objects.create(user=person, provider="landkreis-example", uid=told["sub"], extra_data=told)


def make_front_end(client_id: str = "front-end", **more) -> Client:
    """A registered front end that may ask for everything; public unless said otherwise."""
    given = {"name": "Oberfläche", "redirect_uris": ["https://front.example/da/"], "scopes": list(LABELS), **more}
    return register(Registration(**given), client_id=client_id, actor=SYSTEM)[0]


def make_front_end_token(person: User, *scopes: str, client: Client | None = None) -> str:
    """The access token of a front end that this person let in; without scopes it may read what the person may."""
    client = client or Client.objects.filter(pk="front-end").first() or make_front_end()
    wanted = scopes or (Scope.READ_PUBLIC, Scope.READ_MEMBERS)
    access = let_in(client, wanted, actor=actor_for(person))
    plain_text = f"token-{access.pk}-{FrontEndToken.objects.count()}"
    token = FrontEndToken(
        type=FrontEndToken.Type.ACCESS_TOKEN,
        client=client,
        user=person,
        expires_at=timezone.now() + timedelta(hours=1),
    )
    token.set_value(plain_text)
    token.set_scopes(list(wanted))
    token.save()
    return plain_text
