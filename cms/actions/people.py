"""Accounts that another action needs: the person exists, or gets an account and an invitation."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.accounts.facts import AccountOpened
from cms.accounts.models import User
from plugins.api.access import Actor, require
from plugins.api.errors import Invalid
from plugins.api.outbox import announce


@dataclass(frozen=True)
class NewPerson:
    """Whom somebody names by an address; the name counts only where there is no account yet."""

    email: str
    first_name: str = ""
    last_name: str = ""


def person_with(email: str) -> User | None:
    """Who has an account with this address."""
    return User.objects.filter(email=User.objects.normalize_email(email)).first()


def insist_on_nameable(named: NewPerson) -> User | None:
    """The account that there is for it. Raises Invalid at `email` for what is no address and for an account that is
    closed, at `last_name` for somebody without account and name.
    """
    email = User.objects.normalize_email(named.email)
    try:
        validate_email(email)
    except ValidationError as error:
        raise Invalid({"email": error.messages}) from error
    known = person_with(email)
    if known is not None and not known.is_active:
        raise Invalid({"email": [_("This account is closed. Open it again under “People” first.")]})
    if known is None and not named.last_name.strip():
        raise Invalid({"last_name": [_("This address has no account yet: say how the person is called.")]})
    return known


@transaction.atomic
def open_account(named: NewPerson, *, actor: Actor) -> User:
    """The account of this address; a new one is invited by mail to choose a password. Raises Invalid."""
    require(actor, "create", User)
    known = insist_on_nameable(named)
    if known is not None:
        return known
    person = User.objects.create_user(
        named.email, first_name=named.first_name.strip(), last_name=named.last_name.strip()
    )
    log(person, "accounts.open", user=actor.user, title=f"#{person.pk}")
    announce(AccountOpened(user_id=person.pk))
    return person
