"""Forms about decisions. They check and never save."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from workspace.actions.decisions import LONGEST, MOST_CHARACTERS, SHORTEST, USUAL
from workspace.models import Answer
from workspace.views.forms import lines


class CallForm(forms.Form):
    """How long people can answer."""

    days = forms.IntegerField(
        label=_("Days to answer"),
        min_value=SHORTEST,
        max_value=LONGEST,
        initial=USUAL,
        help_text=_("Whoever is asked has until the end of the last day, and is reminded once, a day before."),
    )


class AnswerForm(forms.Form):
    """What somebody says to the text, and why."""

    answer = forms.ChoiceField(
        label=_("Is this your text as it stands?"), choices=Answer.choices, widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=MOST_CHARACTERS,
        help_text=_("Needed where you object. Whoever reads the draft reads it, beside your name and county."),
        widget=lines(4),
    )


class CallOffForm(forms.Form):
    """Why nobody is asked any more."""

    reason = forms.CharField(
        label=_("Why is the decision called off?"),
        max_length=MOST_CHARACTERS,
        help_text=_("A sentence. Those who were asked read it."),
        widget=lines(3),
    )
