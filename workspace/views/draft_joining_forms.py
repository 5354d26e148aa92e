"""What is chosen where drafts are put together, taken apart, or said to answer a challenge."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from workspace.actions.drafts import LONGEST_TITLE
from workspace.drafting.sections import Section
from workspace.models import Challenge, Draft


class MergeForm(forms.Form):
    """Which other draft comes into this one."""

    source = forms.TypedChoiceField(
        label=_("Which draft is merged into this one?"), coerce=int, widget=forms.RadioSelect
    )
    agreed_to = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, drafts: Sequence[Draft], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.drafts = {draft.pk: draft for draft in drafts}
        chosen: Any = self.fields["source"]
        chosen.choices = [(draft.pk, f"{draft.title} ({draft.owner})") for draft in drafts]

    @property
    def chosen(self) -> Draft:
        return self.drafts[self.cleaned_data["source"]]


class SplitForm(forms.Form):
    """Which part becomes a draft, and what it is called."""

    section = forms.ChoiceField(label=_("Which part is taken out?"), widget=forms.RadioSelect)
    title = forms.CharField(label=_("Title of the new draft"), max_length=LONGEST_TITLE)

    def __init__(self, *args: Any, sections: Iterable[Section], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen: Any = self.fields["section"]
        chosen.choices = [(one.key, one.words or "…") for one in sections]


class ChallengesForm(forms.Form):
    """Which challenges a draft answers."""

    challenges = forms.TypedMultipleChoiceField(
        label=pgettext_lazy("draft", "Answers"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, challenges: Iterable[Challenge], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen: Any = self.fields["challenges"]
        chosen.choices = [(one.pk, one.discussion.title) for one in challenges]
