"""What an account stores about a person: handed out on request, erased on request."""

from __future__ import annotations

from itertools import chain

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.db.models import QuerySet, Value
from django.db.models.functions import Replace
from django.utils.translation import gettext as _
from wagtail.admin.models import EditingSession
from wagtail.log_actions import registry as audit_trail
from wagtail.models import APIToken, ModelLogEntry
from wagtail.users.models import UserProfile

from cms.accounts.elsewhere.keeping import told_of
from cms.accounts.front_ends.actions import forget_front_ends
from cms.accounts.models import FeedAddress, FrontEndAccess, User
from plugins.api.models import KeptReply

NAMELESS = "…"


def hand_out_account(user: User) -> dict[str, object]:
    """The account, its roles, keys of programs, sessions and second factors, and what the person did here."""
    return {
        "email": user.email,
        "first_name": user.first_name,
        "last_name": user.last_name,
        "function": user.function,
        "language": user.language,
        "last_visits": [at for at in (user.visited_at, user.visited_before) if at],
        "date_joined": user.date_joined,
        "last_login": user.last_login,
        "roles": sorted(user.groups.values_list("name", flat=True)),
        "tokens": [
            {
                "name": token.name,
                "beginning": token.prefix,
                "created": token.created,
                "last_used": token.last_used_at,
                "revoked": token.revoked_at,
            }
            for token in APIToken.objects.filter(user=user).order_by("pk")
        ],
        "feed_addresses": list(
            FeedAddress.objects.filter(user=user)
            .order_by("pk")
            .values("name", "beginning", "created_at", "last_used_at")
        ),
        "front_ends": list(
            FrontEndAccess.objects.filter(user=user)
            .order_by("pk")
            .values("client__name", "scopes", "given_at", "last_used_at")
        ),
        "accounts_elsewhere": [
            {"provider": one.provider, **told_of(one), "since": one.date_joined, "last_used": one.last_login}
            for one in SocialAccount.objects.filter(user=user).order_by("pk")
        ],
        "sessions": list(_sessions(user).values("created_at", "ip", "user_agent")),
        "second_factors": [
            {
                "type": factor.type,
                "name": factor.data.get("name", ""),
                "created_at": factor.created_at,
                "last_used_at": factor.last_used_at,
            }
            for factor in _second_factors(user)
        ],
        "audit_trail": _deeds(user),
    }


def erase_account(user: User) -> list[str]:
    """What names the person or lets them in goes; the empty account stays so that works keep a known origin."""
    _forget_names_in_audit_trail(user)
    APIToken.objects.filter(user=user).delete()
    FeedAddress.objects.filter(user=user).delete()
    forget_front_ends(user)
    SocialAccount.objects.filter(user=user).delete()
    KeptReply.objects.filter(caller=user.pk).delete()
    for session in _sessions(user):
        session.end()
    _second_factors(user).delete()
    EmailAddress.objects.filter(user=user).delete()
    EditingSession.objects.filter(user=user).delete()
    for profile in UserProfile.objects.filter(user=user):
        profile.avatar.delete(save=False)
        profile.delete()
    user.groups.clear()
    user.user_permissions.clear()
    user.email = f"erased-{user.pk}@invalid.invalid"
    user.first_name, user.last_name, user.function = "", "", ""
    user.is_active = False
    user.last_login = user.visited_at = user.visited_before = None
    user.set_unusable_password()
    user.save()
    return [_("An empty account without name and address stays, so that works and decisions keep their history.")]


def _sessions(user: User) -> QuerySet[UserSession]:
    return UserSession.objects.filter(user=user).order_by("pk")


def _second_factors(user: User) -> QuerySet[Authenticator]:
    return Authenticator.objects.filter(user=user).order_by("pk")


def _deeds(user: User) -> list[dict[str, object]]:
    """What the person did here, newest first."""
    rows = chain.from_iterable(
        model.objects.filter(user=user).values("timestamp", "action", "label")
        for model in audit_trail.get_log_entry_models()
    )
    return sorted(rows, key=lambda row: row["timestamp"], reverse=True)


def _forget_names_in_audit_trail(user: User) -> None:
    """Wagtail writes down what a thing was called: an account, a seat. Titles of pages are works and stay."""
    full_name = f"{user.first_name} {user.last_name}".strip()
    for name in filter(None, (full_name, user.email)):
        said = ModelLogEntry.objects.filter(label__contains=name)
        said.update(label=Replace("label", Value(name), Value(NAMELESS)))
