"""The rule of one kind of event."""

from __future__ import annotations

from django import forms

from plugins.events.models import KindRule


class RuleForm(forms.ModelForm[KindRule]):
    """Weeks of notice, and days until the list of people is erased."""

    class Meta:
        model = KindRule
        fields = ("lead_weeks", "keeps_people_for")

    def _post_clean(self) -> None:
        """Nothing is stored from here: an action records it."""
