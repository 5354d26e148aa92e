"""Mails about accounts: plain text, in German, and they say nothing that a stranger at the screen should not read."""

from __future__ import annotations

from allauth.account import app_settings
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from cms.accounts.facts import PasswordLinkAsked
from cms.accounts.models import User


def send_password_links(facts: list[PasswordLinkAsked]) -> None:
    """A link for everybody who asked; whoever asked twice gets one. Raises when no mail can be sent."""
    for fact in dict.fromkeys(facts):
        user = User.objects.filter(pk=fact.user_id, is_active=True).first()
        if user is not None:
            _send_password_link(user, fact.site)


@translation.override(settings.LANGUAGE_CODE)
def _send_password_link(user: User, site: str) -> None:
    key = app_settings.PASSWORD_RESET_TOKEN_GENERATOR().make_token(user)
    path = reverse("account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(user), "key": key})
    context = {"password_reset_url": site + path, "current_site": {"name": settings.SITE_TITLE}}
    subject = render_to_string("account/email/password_reset_key_subject.txt", context).strip()
    body = render_to_string("account/email/password_reset_key_message.txt", context).strip() + "\n"
    send_mail(subject, body, settings.DEFAULT_FROM_EMAIL, [user.email])
