"""How django-allauth signs people in from elsewhere: only those who have an account here, and calmly when it fails."""

from __future__ import annotations

from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount, SocialLogin
from allauth.socialaccount.providers.base import AuthError, AuthProcess
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from cms.accounts.elsewhere.keeping import is_about_one_person
from cms.accounts.elsewhere.queries import person_with_address


class Elsewhere(DefaultSocialAccountAdapter):
    """Nobody signs up by themselves; providers stand in the environment and nowhere else."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    def list_apps(self, request: HttpRequest, provider: str | None = None, client_id: str | None = None) -> list[Any]:
        """Without a look into the database, where none ever is."""
        return [app for app in super().list_apps(request, provider, client_id) if not app.pk]

    def authenticate_by_email(self, sociallogin: SocialLogin) -> None:
        """django-allauth would take the password away from whoever comes this way; see `pre_social_login`."""

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        if not is_about_one_person(sociallogin.account):
            raise ImmediateHttpResponse(failure(request, sociallogin.provider.name, 401))
        if sociallogin.is_existing or sociallogin.state.get("process") == AuthProcess.CONNECT:
            return
        person = self._named_by_address(sociallogin)
        if person is None:
            context = {"provider": sociallogin.provider.name}
            raise ImmediateHttpResponse(render(request, "socialaccount/no_account.html", context, status=403))
        sociallogin.user = person

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: Any,
        error: Any = None,
        exception: Exception | None = None,
        extra_context: dict[str, Any] | None = None,
    ) -> None:
        """Denied over there, or gone wrong on the way: one calm page, from which people go on."""
        is_denied = error == AuthError.CANCELLED
        raise ImmediateHttpResponse(failure(request, provider.name, 200 if is_denied else 401, is_denied=is_denied))

    def get_connect_redirect_url(self, request: HttpRequest, socialaccount: SocialAccount) -> str:
        return reverse("socialaccount_connections")

    def _named_by_address(self, sociallogin: SocialLogin) -> Any:
        """Where the operator trusts the provider with e-mail addresses, and the provider verified this one."""
        if not sociallogin.provider.app.settings.get("trust_email"):
            return None
        verified = [address.email for address in sociallogin.email_addresses if address.verified is True]
        return next((person for email in verified if (person := person_with_address(email))), None)


def failure(request: HttpRequest, name: str, status: int, *, is_denied: bool = False) -> HttpResponse:
    """What went wrong elsewhere; whoever is signed in stays so."""
    context = {"provider": name, "is_denied": is_denied, "is_away": status == 503}
    return render(request, "socialaccount/authentication_error.html", context, status=status)
