"""The question whether a front end is let in."""

from __future__ import annotations

from typing import Any, cast

from allauth.idp.oidc.forms import AuthorizationForm
from django import forms
from django.utils.translation import gettext_lazy as _

from cms.accounts.front_ends.scopes import LABELS, OPENID


class ConsentForm(AuthorizationForm):
    """Each thing that the front end asks for can be refused, but that it recognises whoever signs in to it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast(forms.MultipleChoiceField, self.fields["scopes"])
        asked = set(field.initial)
        self.recognises = OPENID in asked
        field.choices = [(scope, label) for scope, label in LABELS.items() if scope in asked - {OPENID}]
        field.label = _("What it may do")
        field.help_text = _("Take away what you do not want. It never gets more than you may yourself.")
        field.required = not self.recognises
        field.error_messages["required"] = _("Leave at least one thing, or cancel.")
        if not field.choices:
            field.widget = forms.MultipleHiddenInput()

    def clean_scopes(self) -> list[str]:
        chosen: list[str] = self.cleaned_data["scopes"]
        return [OPENID, *chosen] if self.recognises else chosen
