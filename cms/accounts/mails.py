"""Mails about accounts: they say nothing that a stranger at the screen should not read."""

from __future__ import annotations

from allauth.account import app_settings
from allauth.account.utils import user_pk_to_url_str
from django.urls import reverse

from cms.accounts.facts import AccountOpened, PasswordLinkAsked
from cms.accounts.models import User
from plugins.api.mails import address_of, send_mail


def send_password_links(facts: list[PasswordLinkAsked]) -> None:
    """A link for everybody who asked; whoever asked twice gets one. Raises when no mail can be sent."""
    for fact in dict.fromkeys(facts):
        user = User.objects.filter(pk=fact.user_id, is_active=True).first()
        if user is not None:
            url = fact.site + password_path(user)
            send_mail("mails/password_link.html", {"url": url}, to=user.email, language=user.language)


def send_invitations(facts: list[AccountOpened]) -> None:
    """The first link, for whoever has chosen no password yet. Raises when no mail can be sent."""
    for fact in dict.fromkeys(facts):
        user = User.objects.filter(pk=fact.user_id, is_active=True).first()
        if user is not None and not user.has_usable_password():
            url = address_of(password_path(user))
            send_mail("mails/invitation.html", {"url": url}, to=user.email, language=user.language)


def password_path(user: User) -> str:
    """Where this person chooses a new password, once."""
    key = app_settings.PASSWORD_RESET_TOKEN_GENERATOR().make_token(user)
    return reverse("account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(user), "key": key})
