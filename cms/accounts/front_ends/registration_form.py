"""The form in which the programme office says what a front end is and may."""

from __future__ import annotations

from typing import Any

from allauth.idp.oidc.models import Client
from django import forms
from django.utils.translation import gettext_lazy as _

from cms.accounts.front_ends.registering import Registration
from cms.accounts.front_ends.scopes import EMAIL, LABELS, OPENID, PROFILE, READING

PUBLIC, CONFIDENTIAL = "public", "confidential"


class LinesField(forms.CharField):
    """Some addresses, each on a line of its own."""

    widget = forms.Textarea(attrs={"rows": 3, "spellcheck": "false"})

    def to_python(self, value: Any) -> list[str]:  # type: ignore[override]
        lines = [line.strip() for line in (super().to_python(value) or "").splitlines()]
        return list(dict.fromkeys(line for line in lines if line))

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def validate(self, value: Any) -> None:
        if self.required and not value:
            raise forms.ValidationError(self.error_messages["required"], code="required")

    def run_validators(self, value: Any) -> None:
        """What an address is, the registration says."""


class RegistrationForm(forms.Form):
    """It validates and never saves."""

    name = forms.CharField(
        label=_("Name"),
        max_length=100,
        help_text=_("People read it when they are asked whether they let the front end in."),
    )
    kind = forms.ChoiceField(
        label=_("What it is"),
        widget=forms.RadioSelect,
        choices=[
            (PUBLIC, _("Pages in a browser, or an app: it cannot keep a secret")),
            (CONFIDENTIAL, _("A server of its own: it gets a secret")),
        ],
    )
    redirect_uris = LinesField(
        label=_("Addresses to which people come back"),
        help_text=_(
            "One on each line, exactly as the front end names them, for example https://front.example/signed-in/"
        ),
    )
    after_logout = LinesField(
        label=_("Addresses after signing out"),
        required=False,
        help_text=_("One on each line. Left empty, every address on the hosts above will do."),
    )
    cors_origins = LinesField(
        label=_("From where its pages ask"),
        required=False,
        help_text=_("One on each line, scheme and host alone, for example https://front.example. Servers need none."),
    )
    scopes = forms.MultipleChoiceField(
        label=_("What it may ask for"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[(scope, label) for scope, label in LABELS.items() if scope != OPENID],
        help_text=_("Each person agrees to it, or not, when they sign in. Nobody gives more than they may themselves."),
    )

    @classmethod
    def of(cls, client: Client | None) -> dict[str, Any]:
        """What stands in it at first: how the front end is, or what most new ones need."""
        if client is None:
            return {"kind": PUBLIC, "scopes": [PROFILE, EMAIL, *READING]}
        return {
            "name": client.name,
            "kind": PUBLIC if client.type == Client.Type.PUBLIC else CONFIDENTIAL,
            "redirect_uris": client.get_redirect_uris(),
            "after_logout": client.get_post_logout_redirect_uris(),
            "cors_origins": client.get_cors_origins(),
            "scopes": client.get_scopes(),
        }

    def registration(self) -> Registration:
        given = dict(self.cleaned_data)
        return Registration(is_public=given.pop("kind") == PUBLIC, **given)
