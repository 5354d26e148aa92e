"""Forms about accounts: they validate and never save."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.accounts.actions import NO_NAME, NO_SCOPE
from cms.accounts.feed_addresses import NO_NAME as NO_NAME_OF_ADDRESS
from cms.accounts.models import Scope


class TokenForm(forms.Form):
    """What a new token is called and what it may be used for."""

    name = forms.CharField(
        label=_("Name of the program"),
        help_text=_("For you, so that you recognise the token later."),
        error_messages={"required": NO_NAME},
        max_length=255,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    scopes = forms.MultipleChoiceField(
        label=_("What the program may do"),
        choices=Scope.choices,
        error_messages={"required": NO_SCOPE},
        widget=forms.CheckboxSelectMultiple,
    )


class FeedAddressForm(forms.Form):
    """What a new address is called."""

    name = forms.CharField(
        label=_("Name of the reader program"),
        help_text=_("For you, so that you recognise the address later."),
        error_messages={"required": NO_NAME_OF_ADDRESS},
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
