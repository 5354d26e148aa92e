"""Forms of those who assess, and of the office when it asks them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plugins.membership.models import Assessment, Criterion
from plugins.membership.queries.assessors import Candidate

POINTS = (
    ("0", _("0: not at all")),
    ("1", _("1: a little")),
    ("2", _("2: largely")),
    ("3", _("3: fully")),
)
USUAL_DAYS = 14


class AssessmentForm(forms.Form):
    """Points and a note for each criterion, and a summary. Drafts may have gaps: only what is sent is whole."""

    use_required_attribute = False

    def __init__(self, *args: Any, criteria: list[Criterion], is_draft: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.criteria = criteria
        for criterion in criteria:
            self.fields[f"points_{criterion.pk}"] = forms.ChoiceField(
                label=criterion.title,
                help_text=criterion.explanation,
                choices=POINTS,
                widget=forms.RadioSelect,
                required=not is_draft,
                error_messages={"required": _("Please give points for this criterion.")},
            )
            self.fields[f"note_{criterion.pk}"] = forms.CharField(
                label=_("Note on “%(criterion)s”") % {"criterion": criterion.title},
                required=False,
                max_length=1000,
                widget=forms.Textarea(attrs={"rows": 3}),
            )
        self.fields["summary"] = forms.CharField(
            label=_("In a few sentences: what do you think of the application?"),
            help_text=_("The programme office reads it, and so do the others who sent their assessment."),
            max_length=4000,
            widget=forms.Textarea(attrs={"rows": 6}),
            required=not is_draft,
            error_messages={"required": _("Please say in a few sentences what you think.")},
        )

    @property
    def marks(self) -> dict[int, tuple[int | None, str]]:
        """What was said of each criterion, by its number."""
        said = self.cleaned_data
        return {
            one.pk: (int(points) if (points := said.get(f"points_{one.pk}")) else None, said.get(f"note_{one.pk}", ""))
            for one in self.criteria
        }


def written(assessment: Assessment) -> dict[str, Any]:
    """What stands in the draft, as the form takes it."""
    initial: dict[str, Any] = {"summary": assessment.summary}
    for mark in assessment.marks.all():
        initial[f"points_{mark.criterion_id}"] = "" if mark.points is None else str(mark.points)
        initial[f"note_{mark.criterion_id}"] = mark.note
    return initial


class ConflictForm(forms.Form):
    """Why an assessor steps back."""

    reason = forms.CharField(
        label=_("Why do you step back?"),
        help_text=_("One sentence is enough. Only the programme office reads it."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class AskForm(forms.Form):
    """Whom the office asks, and until when."""

    people = forms.MultipleChoiceField(
        label=_("Members"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Please choose whom to ask.")},
    )
    due_on = forms.DateField(
        label=_("Answer until"),
        help_text=_("Last day. Three days before, whoever has not answered is reminded."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, data: Any, *, candidates: list[Candidate], proposed: list[Candidate]) -> None:
        day = timezone.localdate() + timedelta(days=USUAL_DAYS)
        initial = {"people": [str(one.person.pk) for one in proposed], "due_on": day}
        super().__init__(data, initial=initial)
        field = self.fields["people"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(str(one.person.pk), f"{one.name}, {one.county}") for one in candidates]
        self.candidates = candidates

    @property
    def chosen(self) -> list[Candidate]:
        """Those who are to be asked."""
        return [one for one in self.candidates if str(one.person.pk) in self.cleaned_data["people"]]

    @property
    def ticked(self) -> set[str]:
        """The numbers that are ticked when the form is shown."""
        return set(self["people"].value() or [])
