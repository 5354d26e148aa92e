"""What people fill in to put a challenge to the forum."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from cms.models import Quotability, Topic
from plugins.api.access import Actor
from workspace.queries.discussions import topics_for
from workspace.views.discussion_forms import WritingForm


class ChallengeForm(WritingForm):
    """A question of practice to all members."""

    title = forms.CharField(
        label=gettext_lazy("Your question in one sentence"),
        max_length=150,
        error_messages={"required": gettext_lazy("Please say in one sentence what you ask.")},
    )
    topics: forms.ModelMultipleChoiceField[Topic] = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Topics"),
        help_text=gettext_lazy("Members who follow one of them are told."),
        queryset=None,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    urgent = forms.BooleanField(label=gettext_lazy("It is urgent"), required=False)
    quotable = forms.ChoiceField(
        label=gettext_lazy("May others quote from it outside?"),
        help_text=gettext_lazy("This cannot be changed later: those who answer rely on it."),
        choices=Quotability.choices,
        initial=Quotability.NO,
        widget=forms.RadioSelect,
    )
    was_shown = forms.BooleanField(required=False, widget=forms.HiddenInput)
    """Whether the asker has seen what may answer the question already."""

    field_order = ("title", "text", "topics", "urgent", "quotable", "is_formatted", "was_shown")

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["topics"].queryset = topics_for(actor)  # type: ignore[attr-defined]
        self.fields["text"].label = gettext_lazy("What is it about?")

    def asked(self) -> dict[str, Any]:
        """What was filled in, as the action takes it."""
        return {name: self.cleaned_data[name] for name in self.fields if name != "was_shown"}
