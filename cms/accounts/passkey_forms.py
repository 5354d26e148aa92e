"""What browsers send about passkeys, checked by django-allauth; whatever is wrong with it, people read one sentence."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from allauth.core import context
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    EditWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from fido2.utils import websafe_decode
from fido2.webauthn import CollectedClientData

from cms.accounts.passkeys import NO_NAME
from cms.accounts.routes import TOO_MANY

NOT_SENT = _("Your browser sent no passkey. Please try again.")
NOT_ADDED = _("The passkey could not be added. Please try again.")
NOT_OURS = _("This passkey opens no account here. Please try another one, or another way.")

LONGEST = 20_000
"""Characters; what browsers send has some 2,000."""

UNREADABLE = (ValueError, TypeError, LookupError, AttributeError, AssertionError, RecursionError, struct.error)
"""What fido2 and the JSON reader stumble with over things that no browser sends."""


@contextmanager
def answered_with(sentence: Promise) -> Iterator[None]:
    """Other mistakes become this sentence; that somebody tried too often stays what it is."""
    try:
        yield
    except ValidationError as error:
        if getattr(error, "code", None) in TOO_MANY:
            raise
        raise ValidationError(str(sentence), code="passkey") from error
    except UNREADABLE as error:
        raise ValidationError(str(sentence), code="passkey") from error


def require_from_here(credential: dict[str, Any]) -> None:
    """Raises when the browser made it on another page than one of this address, such as a name below ours."""
    sent = CollectedClientData(websafe_decode(credential["response"]["clientDataJSON"]))
    request = context.request
    if sent.origin != f"{request.scheme}://{request.get_host()}":
        raise ValidationError(str(NOT_OURS), code="passkey")


class CredentialField(forms.JSONField):
    widget = forms.HiddenInput

    def __init__(self) -> None:
        super().__init__(error_messages={"required": NOT_SENT})

    def to_python(self, value: Any) -> Any:
        with answered_with(NOT_SENT):
            if isinstance(value, str) and len(value) > LONGEST:
                raise ValueError("too long")
            return super().to_python(value)


class NameField(forms.CharField):
    def __init__(self, **options: Any) -> None:
        super().__init__(
            label=_("Name of the passkey"),
            help_text=_("For you, so that you recognise it later: where it is kept, for example “Work phone”."),
            error_messages={"required": NO_NAME},
            max_length=100,
            widget=forms.TextInput(attrs={"autocomplete": "off"}),
            **options,
        )


class AddPasskey(AddWebAuthnForm):
    """The browser has made the passkey by the time this is sent: whoever left the name out gets one."""

    name = NameField(required=False)
    credential = CredentialField()
    passwordless = None  # allauth asks; here every passkey signs in by itself

    def clean(self) -> dict[str, Any]:
        with answered_with(NOT_ADDED):
            if credential := self.cleaned_data.get("credential"):
                require_from_here(credential)
            return super().clean()


class RenamePasskey(EditWebAuthnForm):
    name = NameField()


class _FromHere(forms.Form):
    credential = CredentialField()

    def clean_credential(self) -> Authenticator:
        with answered_with(NOT_OURS):
            require_from_here(self.cleaned_data["credential"])
            return super().clean_credential()  # type: ignore[misc]


class SecondStepByPasskey(_FromHere, AuthenticateWebAuthnForm):
    """After the password."""


class SignInByPasskey(_FromHere, LoginWebAuthnForm):
    """Instead of the password."""


class ConfirmByPasskey(_FromHere, ReauthenticateWebAuthnForm):
    """While signed in."""
