"""Forms of the transparency log."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from plugins.membership.models import OfficeDecision


class OfficeDecisionForm(forms.ModelForm[OfficeDecision]):
    """What the office decided, for all members to read."""

    class Meta:
        model = OfficeDecision
        fields = ("kind", "text", "reason", "decided_on")
        labels = {"text": _("What was decided")}
        help_texts = {
            "text": _("One sentence. A refusal names no county and no person."),
            "reason": _("All members read it. A refusal is explained in general terms."),
        }
        widgets = {
            "text": forms.TextInput,
            "reason": forms.Textarea(attrs={"rows": 5}),
            "decided_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }


class LogForm(forms.Form):
    """What the log is narrowed to. What makes no sense is passed over: people type addresses too."""

    year = forms.IntegerField(required=False, min_value=1900, max_value=9999)
    kind = forms.CharField(required=False, max_length=12)
