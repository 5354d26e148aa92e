"""How django-allauth behaves here: nobody signs up by themselves, and mails go out after the answer."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.core.mail import EmailMessage
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cms.accounts.devices import device_of
from cms.accounts.facts import PasswordLinkAsked
from cms.accounts.language import remember_language
from cms.accounts.models import User
from cms.accounts.passkeys import relying_party
from plugins.api.mails import made_mail
from plugins.api.outbox import announce


class ClosedSignUp(DefaultAccountAdapter):
    """Accounts are made by the office, because a seat belongs to each."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _("This e-mail address and this password do not belong together."),
        "too_many_login_attempts": _("There were too many attempts. Please wait five minutes and try again."),
        "rate_limited": _("There were too many attempts. Please wait five minutes and try again."),
        "incorrect_password": _("This is not your password."),
        "enter_current_password": _("This is not your password."),
        "invalid_password_reset": _("This link no longer works."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("account")

    def post_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse | None:
        response: HttpResponse | None = super().post_login(request, user, **kwargs)
        return response and remember_language(response, user.language)

    def add_message(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Visitors get no notes: the pages say it themselves, and a waiting note would go with them as a cookie."""
        if request.user.is_authenticated:
            super().add_message(request, *args, **kwargs)

    def render_mail(
        self,
        template_prefix: str,
        email: str | list[str],
        context: dict[str, Any],
        headers: dict[str, str] | None = None,
    ) -> EmailMessage:
        """What django-allauth has to say, in the layout of all mails."""
        plain = super().render_mail(template_prefix, email, context, headers)
        words = {"subject": plain.subject, "lines": str(plain.body).splitlines()}
        return made_mail("mails/from_allauth.html", words, to=plain.to)

    def send_password_reset_mail(self, user: User, email: str, context: dict[str, Any]) -> None:
        """Left to the worker, so that the answer takes no longer where there is an account, and survives a mail server
        that is down.
        """
        announce(PasswordLinkAsked(user_id=user.pk, site=self.request.build_absolute_uri("/").rstrip("/")))


class SecondFactor(DefaultMFAAdapter):
    """Codes of an authenticator app, and passkeys."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("This code is wrong or has expired. Please enter the one that the app shows now."),
    }

    def get_totp_issuer(self) -> str:
        return settings.SITE_TITLE

    def generate_authenticator_name(self, user: User, type: str) -> str:
        """A passkey is called like the browser that made it, until its owner knows better."""
        return device_of(context.request.headers.get("User-Agent", ""))

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {"id": relying_party(context.request), "name": settings.SITE_TITLE}
