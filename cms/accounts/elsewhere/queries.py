"""Looking up accounts elsewhere that people connected with theirs here."""

from __future__ import annotations

from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.db.models import QuerySet

from cms.accounts.models import User
from plugins.api.access import Actor, visible_to


def identity_providers() -> list[dict[str, str]]:
    """Where people can sign in from, as the operator named them: `id` and `name`."""
    apps = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
    return [{"id": app["provider_id"], "name": app["name"]} for app in apps]


def connections_of(actor: Actor) -> QuerySet[SocialAccount]:
    """The accounts elsewhere that the actor signs in with."""
    return visible_to(actor, SocialAccount.objects.all()).order_by("date_joined", "pk")


def person_with_address(email: str) -> User | None:
    """The account with this e-mail address, if it is open."""
    return User.objects.filter(email=User.objects.normalize_email(email), is_active=True).first()
