"""What a county fills in about an entry."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from cms.accounts.models import User
from cms.models import County
from plugins.membership.models import Adoption, AdoptionState, AdoptionStep, this_month
from plugins.membership.queries.adoptions import holders_of


class PersonField(forms.ModelChoiceField):
    """Somebody by name."""

    def label_from_instance(self, obj: User) -> str:
        return obj.get_full_name()


class MonthField(forms.DateField):
    """A month, kept as its first day. Browsers without a field for months let people type `5.2026`."""

    def __init__(self, **kwargs: Any) -> None:
        formats = ["%Y-%m", "%m.%Y", "%m/%Y", "%Y-%m-%d", "%d.%m.%Y"]
        widget = forms.DateInput(format="%Y-%m", attrs={"type": "month", "placeholder": "2026-05"})
        super().__init__(input_formats=formats, widget=widget, **kwargs)

    def clean(self, value: Any) -> Any:
        day: date | None = super().clean(value)
        return day.replace(day=1) if day else day


def _words(field: Any, *, label: Any = "", required: bool = False, rows: int = 4) -> forms.CharField:
    """A field for sentences, with label, help and length of the field of a model."""
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(
        label=label or field.verbose_name,
        help_text=field.help_text,
        max_length=field.max_length,
        required=required,
        widget=widget,
    )


CHANGED, EFFORT, RESULT = (Adoption._meta.get_field(name) for name in ("changed", "effort", "result"))
CONTACT, TEXT = Adoption._meta.get_field("contact"), AdoptionStep._meta.get_field("text")
WHY = _("If you stopped, say why: it helps others as much as a success.")


class RecordForm(forms.Form):
    """“We will try this”: the state that most begin with is chosen already."""

    county = forms.ModelChoiceField(queryset=County.objects.none(), label=_("County"), empty_label=None)
    state = forms.ChoiceField(
        label=_("How far are you?"), choices=AdoptionState.choices, widget=forms.RadioSelect, initial="tried"
    )
    month = MonthField(label=_("Since which month, or from which month on?"), initial=this_month)
    changed = _words(CHANGED)
    text = _words(TEXT, label=_("What should others know about it?"), rows=3)
    contact = PersonField(queryset=User.objects.none(), required=False)

    def __init__(self, *args: Any, counties: QuerySet[County], person: User | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        county, contact = self.fields["county"], self.fields["contact"]
        assert isinstance(county, forms.ModelChoiceField) and isinstance(contact, forms.ModelChoiceField)
        county.queryset, county.initial = counties, counties.first()
        if counties.count() == 1:
            county.widget = forms.HiddenInput()
        holders = User.objects.none()
        for one in counties:
            holders = holders | User.objects.filter(pk__in=holders_of(one).values("pk"))
        contact.queryset, contact.initial = holders, person
        contact.label, contact.help_text = CONTACT.verbose_name, CONTACT.help_text
        self.fields["text"].help_text = WHY


class DetailsForm(forms.Form):
    """What the county says about it, whatever its state."""

    changed = _words(CHANGED)
    effort = _words(EFFORT, rows=3)
    result = _words(RESULT)
    contact = PersonField(queryset=User.objects.none(), required=False)

    def __init__(self, *args: Any, adoption: Adoption, **kwargs: Any) -> None:
        said = {"changed": adoption.changed, "effort": adoption.effort, "result": adoption.result}
        kwargs["initial"] = {**said, "contact": adoption.contact_id}
        super().__init__(*args, **kwargs)
        contact = self.fields["contact"]
        assert isinstance(contact, forms.ModelChoiceField)
        contact.queryset = holders_of(adoption.county)
        contact.label, contact.help_text = CONTACT.verbose_name, CONTACT.help_text


class MoveForm(forms.Form):
    """Still so, or otherwise: one choice and a sentence or two."""

    state = forms.ChoiceField(label=_("How is it now?"), widget=forms.RadioSelect)
    month = MonthField(
        label=_("Since which month?"), initial=this_month, help_text=_("Counts only if something has changed.")
    )
    text = _words(TEXT, rows=4)

    def __init__(self, *args: Any, adoption: Adoption, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        state = self.fields["state"]
        assert isinstance(state, forms.ChoiceField)
        state.choices, state.initial = _ways_on(adoption), adoption.state
        self.fields["text"].help_text = WHY


def _ways_on(adoption: Adoption) -> list[tuple[str, Any]]:
    """The present state first, as “still so”; what was stopped is not asked whether it is still stopped."""
    labels = dict(AdoptionState.choices)
    present = adoption.state
    if present == AdoptionState.DROPPED:
        return [(state, label) for state, label in labels.items() if state != present]
    others = [(state, label) for state, label in labels.items() if state not in (present, AdoptionState.TRIED)]
    return [(present, _("still as it was: %(state)s") % {"state": labels[present]}), *others]
