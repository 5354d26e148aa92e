"""What is filled in before a step of the check is taken. Forms check and never save."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from workspace.actions.publication_steps import SEND_BACK, SIGN
from workspace.actions.publications import MOST_CHARACTERS


class SignForm(forms.Form):
    """Two things that a person answers for with their name; `seen` is the text that they have read."""

    neutral = forms.BooleanField(
        label=_("The text is neutral: it takes no side for or against a party, and judges nobody.")
    )
    confidential = forms.BooleanField(
        label=_("The text gives away nothing confidential: no person who has not agreed, nothing from closed talks.")
    )
    seen = forms.CharField(widget=forms.HiddenInput)


class SendBackForm(forms.Form):
    """What has to change in substance."""

    reason = forms.CharField(
        label=_("What has to change in substance?"),
        help_text=_("All who read the draft read it. The group writes on and decides anew."),
        max_length=MOST_CHARACTERS,
        widget=forms.Textarea(attrs={"rows": 5}),
    )


FORMS: dict[str, type[forms.Form]] = {SIGN: SignForm, SEND_BACK: SendBackForm}
"""Action -> what it asks for."""
