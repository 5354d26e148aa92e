"""From a user to an Actor: the principals that all providers give them at this moment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.functional import SimpleLazyObject

from plugins.api.access import ANONYMOUS, PUBLIC, SUPERUSERS, Actor
from plugins.api.extensions import PrincipalProvider
from plugins.api.registry import registry
from plugins.api.troubles import asked, listed

if TYPE_CHECKING:
    from django.contrib.auth.base_user import AbstractBaseUser
    from django.db.models import QuerySet


def actor_for(user: Any) -> Actor:
    """The user at the door. Whoever is not signed in, or no longer active, comes as a visitor."""
    if user is None or not user.is_authenticated or not user.is_active:
        return ANONYMOUS
    if isinstance(user, SimpleLazyObject):
        user = user._wrapped
    principals = {PUBLIC, f"user:{user.pk}"}
    if getattr(user, "is_superuser", False):
        principals.add(SUPERUSERS)
    providers = registry.records(PrincipalProvider)
    for provider in providers:
        principals |= asked(provider, set(), provider.principals, user)
    held = frozenset(principals)
    following = (asked(one, set(), one.following, user, held) for one in providers)
    return Actor(user=user, principals=held.union(*following))


def holders_of(kind: str) -> set[tuple[int, str]]:
    """Who holds principals of a kind (“county”): keys of users, each with what stands behind the colon.

    One query per provider that knows the kind, however many people and keys there are.
    """
    providers = registry.records(PrincipalProvider)
    return {pair for provider in providers for pair in listed(provider, provider.holders, kind)}


def people_behind(principal: str) -> list[QuerySet[AbstractBaseUser]]:
    """The users that hold a principal, one queryset per provider that knows it: for fan-out and “9 people”."""
    providers = registry.records(PrincipalProvider)
    answers = (asked(one, None, one.people, principal) for one in providers)
    return [people for people in answers if people is not None]
