"""What a person does with their account and tokens."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log
from wagtail.models import APIToken

from cms.accounts.facts import TokenRevoked
from cms.accounts.models import Scope, TokenScopes, User
from plugins.api.access import Actor, require
from plugins.api.errors import Invalid
from plugins.api.extensions import PersonalData
from plugins.api.outbox import announce
from plugins.api.registry import registry
from plugins.api.switching import as_if_on

NO_NAME = _("Give the token a name, so that you recognise it later.")
NO_SCOPE = _("Choose at least one thing that the token may be used for.")

SAME_VISIT = timedelta(hours=4)
"""Whoever comes back within this time has not been away."""


@transaction.atomic
def create_token(name: str, scopes: Iterable[str], *, actor: Actor) -> tuple[APIToken, str]:
    """A token and its plain text, which exists only in this answer. Raises Invalid without a name or a known scope."""
    require(actor, "create", APIToken)
    wanted = [scope for scope in Scope.values if scope in set(scopes)]
    errors = {}
    if not name.strip():
        errors["name"] = [str(NO_NAME)]
    if not wanted:
        errors["scopes"] = [str(NO_SCOPE)]
    if errors:
        raise Invalid(errors)

    token, plain_text = APIToken.create_token(user=actor.user, name=name.strip()[:255])
    TokenScopes.objects.create(token=token, scopes=wanted)
    _log("accounts.create_token", token.user, actor, token=token.prefix, scopes=wanted)
    return token, plain_text


@transaction.atomic
def revoke_token(token: APIToken, *, actor: Actor) -> None:
    """The token stops working with the next request."""
    require(actor, "revoke", token)

    token.revoked_at = token.revoked_at or timezone.now()
    token.save(update_fields=["revoked_at"])
    _log("accounts.revoke_token", token.user, actor, token=token.prefix)
    announce(TokenRevoked(token_id=token.pk))


@transaction.atomic
def change_profile(user: User, *, actor: Actor, first_name: str, last_name: str, function: str, language: str) -> User:
    """Change how a person is called and addressed; what they have written carries the new name from then on."""
    user = User.objects.select_for_update().get(pk=user.pk)
    require(actor, "edit", user)

    user.first_name, user.last_name, user.function, user.language = first_name, last_name, function, language
    user.save(update_fields=["first_name", "last_name", "function", "language"])
    _log("accounts.change_profile", user, actor)
    return user


def note_visit(user: User) -> datetime | None:
    """Begin a new visit when the last page was long ago; returns when the visit before this one began."""
    now = timezone.now()
    if user.visited_at is None or now - user.visited_at > SAME_VISIT:
        user.visited_before, user.visited_at = user.visited_at, now
        User.objects.filter(pk=user.pk).update(visited_at=user.visited_at, visited_before=user.visited_before)
    return user.visited_before


@transaction.atomic
def erase_person(user: User, *, actor: Actor) -> list[str]:
    """Erase what is personal in every package, keep the works; returns sentences that say what remains and why.

    The account goes last: the others still find by name and address what they hold.
    """
    user = User.objects.select_for_update().get(pk=user.pk)
    require(actor, "erase", user)

    remains: list[str] = []
    with as_if_on():  # what is switched off stores it all the same
        for part in sorted(registry.records(PersonalData), key=lambda part: User in part.models):
            remains += part.erase(user)
    _log("accounts.erase", user, actor)
    return remains


def _log(action: str, user: User, actor: Actor, **data: object) -> None:
    """The audit trail knows people by number: a name in it would outlive them."""
    log(user, action, user=actor.user, title=f"#{user.pk}", data=data)
