"""What is kept of what a provider tells about a person: enough to recognise the connection, and no more."""

from __future__ import annotations

from typing import Any

from allauth.socialaccount.models import SocialAccount
from django.core.exceptions import PermissionDenied
from django.db.models.signals import pre_save
from django.dispatch import receiver

KEPT = ("sub", "name", "email")


def told_of(connection: SocialAccount) -> dict[str, str]:
    """What the provider said about the person, as far as it is kept."""
    told = connection.extra_data
    told = told.get("userinfo") or told.get("id_token") or told
    return {name: str(told[name]) for name in KEPT if told.get(name)}


def is_about_one_person(connection: SocialAccount) -> bool:
    """The ID token and what the provider says besides have the same subject (OpenID Connect Core, 5.3.2)."""
    told = connection.extra_data
    return len({told[part].get("sub") for part in ("id_token", "userinfo") if told.get(part)}) <= 1


@receiver(pre_save, sender=SocialAccount)
def keep_little(instance: SocialAccount, **kwargs: Any) -> None:
    """django-allauth would keep all of it; what is about two people is not kept at all."""
    if not is_about_one_person(instance):
        raise PermissionDenied
    instance.extra_data = told_of(instance)
