"""What people fill in about drafts: to begin one, to say something about it, to decide about what others said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cms.models import County
from plugins.api.becoming import Origin
from workspace.actions.drafts import LONGEST_TITLE
from workspace.actions.remarks import LONGEST
from workspace.drafting.passages import Passage
from workspace.models import Challenge, DraftReach, WorkingGroup
from workspace.views.draft_outlines import OUTLINES


def few_lines(rows: int = 3) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class TitleForm(forms.Form):
    """What a draft is called."""

    title = forms.CharField(label=_("Title"), max_length=LONGEST_TITLE)


class StartForm(TitleForm):
    """A new draft: for whom, where there is a choice, and with what it begins."""

    owner = forms.TypedChoiceField(label=_("Whose draft is it?"), coerce=int, widget=forms.RadioSelect)
    begins = forms.ChoiceField(
        label=_("How does it begin?"),
        choices=[(name, outline.label) for name, outline in OUTLINES.items()],
        initial="empty",
        widget=forms.RadioSelect,
    )

    challenge = forms.TypedChoiceField(
        label=pgettext_lazy("draft", "Answers"),
        help_text=_("The challenge that it answers, if there is one. More can be chosen later."),
        coerce=int,
        empty_value=None,
        required=False,
    )

    field_order = ("owner", "title", "begins", "challenge")

    def __init__(
        self,
        *args: Any,
        owners: Sequence[WorkingGroup | County],
        challenges: Iterable[Challenge] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        offered = [(challenge.pk, challenge.discussion.title) for challenge in challenges]
        self.fields["challenge"].choices = [("", _("No challenge")), *offered]  # type: ignore[attr-defined]
        if not offered:
            del self.fields["challenge"]
        self.owners = owners
        self.origin: Origin | None = None
        self.fields["owner"].choices = [(number, str(owner)) for number, owner in enumerate(owners)]  # type: ignore[attr-defined]
        if len(owners) < 2:
            del self.fields["owner"]

    @property
    def chosen(self) -> WorkingGroup | County:
        return self.owners[self.cleaned_data.get("owner", 0)]


class ReadersForm(forms.Form):
    """Who reads it."""

    reach = forms.ChoiceField(
        label=_("Who reads it?"),
        choices=[
            (DraftReach.OWNERS, DraftReach.OWNERS.label),
            (DraftReach.MEMBERS, _("All members and the programme office")),
        ],
        widget=forms.RadioSelect,
    )
    agreed_to = forms.CharField(required=False, widget=forms.HiddenInput)


class PassageForm(forms.Form):
    """Words of the text: chosen in the editor with their place, or copied by hand."""

    quote = forms.CharField(label=_("Words in the text"), max_length=LONGEST)
    block = forms.IntegerField(required=False, min_value=0, max_value=10**6, widget=forms.HiddenInput)
    start = forms.IntegerField(required=False, min_value=0, max_value=10**7, widget=forms.HiddenInput)
    end = forms.IntegerField(required=False, min_value=0, max_value=10**7, widget=forms.HiddenInput)

    def passage(self) -> Passage | None:
        """What was chosen; None for the whole draft."""
        data = self.cleaned_data
        return Passage(data["quote"], data["block"], data["start"], data["end"]) if data["quote"] else None


class CommentForm(PassageForm):
    """Something said about a passage, or about the whole."""

    text = forms.CharField(label=_("Your comment"), max_length=LONGEST, widget=few_lines(4))

    field_order = ("quote", "text")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["quote"].required = False


class SuggestionForm(PassageForm):
    """Other words for a passage."""

    replacement = forms.CharField(
        label=_("How it should read"),
        help_text=_("Leave it empty where the words should go."),
        max_length=LONGEST,
        required=False,
        strip=False,
        widget=few_lines(),
    )
    reason = forms.CharField(label=_("Why?"), max_length=LONGEST, required=False, widget=few_lines(2))

    field_order = ("quote", "replacement", "reason")


class AnswerForm(forms.Form):
    """Something said to a comment."""

    text = forms.CharField(label=_("Your answer"), max_length=LONGEST, widget=few_lines())


class DecisionForm(forms.Form):
    """Why a suggestion is accepted or declined."""

    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("Needed to decline: whoever suggested it reads why."),
        max_length=LONGEST,
        required=False,
        widget=few_lines(),
    )
