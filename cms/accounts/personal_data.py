"""What an account stores about a person: handed out on request, erased on request."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cms.accounts.models import User


def hand_out_account(user: User) -> dict[str, object]:
    """The account, its roles and tokens as plain data."""
    return {
        "email": user.email,
        "first_name": user.first_name,
        "last_name": user.last_name,
        "function": user.function,
        "date_joined": user.date_joined.isoformat(),
        "last_login": user.last_login.isoformat() if user.last_login else None,
        "roles": sorted(user.groups.values_list("name", flat=True)),
        "tokens": [
            {"name": token.name, "created": token.created.isoformat()} for token in user.api_tokens.order_by("pk")
        ],
    }


def erase_account(user: User) -> list[str]:
    """Name, address, password, tokens and sessions go; the empty account stays so that works keep a known origin."""
    user.api_tokens.all().delete()
    user.usersession_set.all().delete()
    user.emailaddress_set.all().delete()
    user.groups.clear()
    user.email = f"erased-{user.pk}@invalid.invalid"
    user.first_name, user.last_name, user.function = "", "", ""
    user.is_active = False
    user.set_unusable_password()
    user.save()
    return [_("An empty account without name and address stays, so that works and decisions keep their history.")]
