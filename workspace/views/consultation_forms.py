"""What people fill in about consultations: to ask all members, to say something, to answer what was said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from workspace.actions.consultations import LONGEST, MOST_CHARACTERS, MOST_QUESTIONS, SHORTEST, USUAL, Said
from workspace.drafting.passages import Passage
from workspace.models import Consultation, ContributionOutcome
from workspace.views.forms import lines

FIELDS_AT_FIRST = 3
OF_COUNTY = _("For my county as a whole")


class AskForm(forms.Form):
    """How long, why, and what the group wants to know in particular."""

    days = forms.IntegerField(
        label=_("Days to contribute"),
        min_value=SHORTEST,
        max_value=LONGEST,
        initial=USUAL,
        help_text=_("Until the end of the last day. Whoever has not reacted is reminded once, three days before."),
    )
    introduction = forms.CharField(
        label=_("What is it about?"),
        required=False,
        max_length=MOST_CHARACTERS,
        help_text=_("A few sentences: what the text is for, and what you are not sure about."),
        widget=lines(5),
    )

    def __init__(self, data: Any = None, *, count: int = FIELDS_AT_FIRST, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.count = min(max(count, FIELDS_AT_FIRST), MOST_QUESTIONS)
        self.can_have_more = self.count < MOST_QUESTIONS
        for number in range(1, self.count + 1):
            self.fields[f"question-{number}"] = forms.CharField(
                label=gettext("Question %(number)d") % {"number": number}, required=False, max_length=300
            )

    def questions(self) -> list[str]:
        return [self.cleaned_data[f"question-{number}"] for number in range(1, self.count + 1)]


class SayForm(forms.Form):
    """Everything that somebody can say: to each question, to a passage, to the whole. What stays empty is not sent.

    It is one form, so that sending one thing does not lose what was typed for another.
    """

    def __init__(self, data: Any = None, *, consultation: Consultation, sits: bool) -> None:
        super().__init__(data)
        self.questions = {f"question-{one.pk}": one for one in consultation.questions.all()}
        for name, one in self.questions.items():
            self._add(name, gettext("Your answer to question %(number)d") % {"number": one.number}, sits)
        self.fields["passage_quote"] = forms.CharField(
            label=gettext("Words in the text"),
            help_text=gettext("Copy them from the text above."),
            required=False,
            max_length=MOST_CHARACTERS,
            widget=lines(2),
        )
        self._add("passage", gettext("Your comment on these words"), sits=False)
        self._add("whole", gettext("Your contribution to the whole"), sits)

    def _add(self, name: str, label: str, sits: bool) -> None:
        self.fields[f"{name}_text"] = forms.CharField(
            label=label, required=False, max_length=MOST_CHARACTERS, widget=lines(4)
        )
        if sits:
            self.fields[f"{name}_is_of_county"] = forms.BooleanField(label=OF_COUNTY, required=False)

    def parts(self) -> list[dict[str, Any]]:
        """For the page: each question with its fields."""
        return [{"question": one, "fields": self._fields_of(name)} for name, one in self.questions.items()]

    def of_passage(self) -> list[forms.BoundField]:
        return [self["passage_quote"], self["passage_text"]]

    def of_whole(self) -> list[forms.BoundField]:
        return self._fields_of("whole")

    def _fields_of(self, name: str) -> list[forms.BoundField]:
        return [self[field] for field in (f"{name}_text", f"{name}_is_of_county") if field in self.fields]

    def clean(self) -> dict[str, Any]:
        """A tick, or words of the text, without anything said are a slip."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        for name in (*self.questions, "passage", "whole"):
            if self._begun(name) and not data.get(f"{name}_text") and f"{name}_text" not in self.errors:
                self.add_error(f"{name}_text", gettext("Write something first."))
        if data.get("passage_text") and not data.get("passage_quote") and "passage_quote" not in self.errors:
            self.add_error("passage_quote", gettext("Copy the words that your comment is about from the text."))
        if not self.errors and not self.said():
            self.add_error(None, gettext("Write something first, or say that you have nothing to add."))
        return data

    def _begun(self, name: str) -> bool:
        return bool(self.cleaned_data.get(f"{name}_is_of_county") or self.cleaned_data.get(f"{name}_quote"))

    def said(self) -> Mapping[str, Said]:
        """What was filled in, by the beginning of its fields' names."""
        data = self.cleaned_data
        return {
            name: Said(
                data[f"{name}_text"],
                question=self.questions.get(name),
                passage=Passage(data["passage_quote"]) if name == "passage" else None,
                is_of_county=bool(data.get(f"{name}_is_of_county")),
            )
            for name in (*self.questions, "passage", "whole")
            if data.get(f"{name}_text")
        }


class ChangeForm(forms.Form):
    """The same said otherwise."""

    text = forms.CharField(label=_("Your contribution"), max_length=MOST_CHARACTERS, widget=lines(6))
    is_of_county = forms.BooleanField(label=OF_COUNTY, required=False)

    def __init__(self, *args: Any, sits: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not sits:
            del self.fields["is_of_county"]


class OutcomeForm(forms.Form):
    """What became of a contribution, and why."""

    outcome = forms.ChoiceField(
        label=_("What became of it?"), choices=ContributionOutcome.choices, widget=forms.RadioSelect
    )
    answer = forms.CharField(
        label=_("Reason"),
        max_length=MOST_CHARACTERS,
        help_text=_("Two or three sentences. All members read them."),
        widget=lines(4),
    )
