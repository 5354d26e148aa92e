"""Passkeys: django-allauth's views in our words, and the pages beside them that offer one."""

from __future__ import annotations

from typing import Any, cast

from allauth.account.forms import LoginForm
from allauth.account.mixins import NextRedirectMixin
from allauth.account.views import LoginView
from allauth.core.ratelimit import consume_or_429
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal.auth import begin_registration
from allauth.mfa.webauthn.views import (
    AddWebAuthnView,
    EditWebAuthnView,
    ListWebAuthnView,
    LoginWebAuthnView,
    ReauthenticateWebAuthnView,
    RemoveWebAuthnView,
)
from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from cms.accounts.elsewhere.queries import identity_providers
from cms.accounts.models import User
from cms.accounts.passkey_forms import (
    AddPasskey,
    ConfirmByPasskey,
    RenamePasskey,
    SecondStepByPasskey,
    SignInByPasskey,
)
from cms.accounts.passkeys import obstacle, passkeys_of, relying_party


class PasskeyPage:
    """A page that offers a passkey says so where none can work, and shows again the form that it refused."""

    request: HttpRequest

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)  # type: ignore[misc]
        return {**context, **kwargs, "obstacle": obstacle(self.request), "providers": identity_providers()}


class SignIn(PasskeyPage, LoginView):
    """Password or passkey."""


class SecondStep(PasskeyPage, AuthenticateView):
    """After the password: what the person has set up."""

    webauthn_form_class = SecondStepByPasskey

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        factors = Authenticator.objects.filter(user=self.stage.login.user).values_list("type", flat=True)
        return {**super().get_context_data(**kwargs), "factors": set(factors)}


class PasskeySignIn(PasskeyPage, NextRedirectMixin, LoginWebAuthnView):
    """A script asks here for a challenge and sends the answer; one that fits nobody leads back to the sign-in page."""

    form_class = SignInByPasskey
    template_name = "account/login.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Each challenge is a session, so that not even asking is without a limit."""
        refusal = consume_or_429(request, action="passkey_challenge", limit_get=True)
        return refusal or super().get(request, *args, **kwargs)

    def form_invalid(self, form: Form) -> HttpResponse:
        page = self.get_context_data(form=LoginForm(request=self.request), passkey_form=form)
        return self.render_to_response(page)


class PasskeyConfirm(PasskeyPage, ReauthenticateWebAuthnView):
    """Is it still you? The passkey says so."""

    form_class = ConfirmByPasskey

    def form_invalid(self, form: Form) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form))


class PasskeyList(PasskeyPage, ListWebAuthnView):
    """The person's passkeys, and which of them work at this address."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        passkeys = passkeys_of(cast(User, self.request.user), relying_party(self.request))
        return {**super().get_context_data(**kwargs), "passkeys": passkeys}


class PasskeyAdd(PasskeyPage, AddWebAuthnView):
    """The device makes one that signs in by itself, so it keeps the account's name and asks who is there."""

    form_class = AddPasskey

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        # after allauth's own, because the challenge that is made last counts
        options = begin_registration(self.request.user, passwordless=True)
        return {**context, "js_data": {"creation_options": options}}

    def get_success_url(self) -> str:
        return reverse("mfa_view_recovery_codes" if self.did_generate_recovery_codes else "mfa_list_webauthn")


class PasskeyRename(EditWebAuthnView):
    form_class = RenamePasskey

    def form_valid(self, form: Form) -> HttpResponse:
        messages.success(self.request, _("The passkey is now called “%(name)s”.") % form.cleaned_data)
        return super().form_valid(form)


sign_in = SignIn.as_view()
second_step = SecondStep.as_view()
passkey_sign_in = PasskeySignIn.as_view()
passkey_confirm = PasskeyConfirm.as_view()
passkey_list = PasskeyList.as_view()
passkey_add = PasskeyAdd.as_view()
passkey_rename = PasskeyRename.as_view()
passkey_remove = RemoveWebAuthnView.as_view()
