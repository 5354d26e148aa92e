"""The form in which a releaser answers the questions of `cms.checklist`, and the line in the log about the answers."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter

from cms.checklist import QUESTIONS, Checklist, in_words


class ChecklistForm(forms.Form):
    """One choice and one optional note for each question. No answer is filled in beforehand."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for question in QUESTIONS:
            self.fields[question.code] = forms.ChoiceField(
                label=str(question.text),
                choices=[(answer.code, answer.text) for answer in question.answers],
                widget=forms.RadioSelect,
                error_messages={"required": _("Please answer this question.")},
            )
            self.fields[f"{question.code}_note"] = forms.CharField(
                label=_("Note"), required=False, max_length=500, widget=forms.TextInput
            )

    def clean(self) -> dict[str, Any]:
        """An answer that stands in the way says so beside its question."""
        cleaned: dict[str, Any] = super().clean() or {}
        for question in QUESTIONS:
            answer = question.answer(cleaned.get(question.code, ""))
            if answer is not None and answer.obstacle:
                self.add_error(question.code, str(answer.obstacle))
        return cleaned

    @property
    def checklist(self) -> Checklist:
        """The answers of a valid form."""
        said = self.cleaned_data
        return {
            question.code: {"answer": said[question.code], "note": said[f"{question.code}_note"]}
            for question in QUESTIONS
        }

    def pairs(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """Each question with its note, for the template."""
        return [(self[question.code], self[f"{question.code}_note"]) for question in QUESTIONS]


class ReleaseLogFormatter(LogFormatter):
    """Who released when stands in the log anyway; the comment holds what they answered."""

    label = gettext_lazy("Release")
    message = gettext_lazy("Released to everybody")

    def format_comment(self, log_entry: Any) -> str:
        answered = in_words(log_entry.data.get("checklist") or {})
        return " · ".join(
            f"{line.question} {line.answer}" + (f" ({line.note})" if line.note else "") for line in answered
        )
