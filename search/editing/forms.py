"""What editors send from the pages about the search."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from search.engine import Thing
from search.models import Step, Synonym
from search.weighing import FIELDS, Weights, kinds_of_entry


class SynonymForm(forms.ModelForm[Synonym]):
    """A pair that was tried out."""

    class Meta:
        model = Synonym
        fields = ("typed", "meant", "works_both_ways")

    def validate_unique(self) -> None:
        """A pair that is there already is decided anew."""


class PlacementForm(forms.Form):
    """A hit, and whether it shall stand first or not be found."""

    q = forms.CharField(max_length=400)
    type = forms.CharField(max_length=40)
    object_id = forms.IntegerField(min_value=1)
    title = forms.CharField(max_length=255)
    decision = forms.ChoiceField(choices=[("pin", "pin"), ("exclude", "exclude")])

    def decided(self) -> dict[str, Any]:
        """As `place_result` takes it."""
        given = self.cleaned_data
        return {
            "text": given["q"],
            "thing": Thing(given["type"], given["object_id"]),
            "title": given["title"],
            "is_pinned": given["decision"] == "pin",
        }


class WeightsForm(forms.Form):
    """One list of five steps for each part of an entry (`part-…`) and for each kind (`kind-…`)."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for names, prefix in ((FIELDS, "part"), (kinds_of_entry(), "kind")):
            for name, label in names.items():
                self.fields[f"{prefix}-{name}"] = forms.TypedChoiceField(
                    label=str(label), choices=Step.choices, coerce=lambda step: Step(int(step))
                )

    @classmethod
    def starting_with(cls, weights: Weights, given: QueryDict) -> WeightsForm:
        """Filled with these weights, and over them with whatever steps stand in an address."""
        form = cls()
        present = {**_named("part", weights.fields), **_named("kind", weights.kinds)}
        return cls({name: given.get(name, str(present.get(name, Step.NORMAL.value))) for name in form.fields})

    @property
    def weights(self) -> Weights:
        """What was chosen; once the form is valid."""
        chosen = {tuple(name.split("-", 1)): step for name, step in self.cleaned_data.items()}
        return Weights(
            {name: step for (prefix, name), step in chosen.items() if prefix == "part"},
            {name: step for (prefix, name), step in chosen.items() if prefix == "kind"},
        )

    @property
    def parts(self) -> list[BoundField]:
        return [self[name] for name in self.fields if name.startswith("part-")]

    @property
    def kinds(self) -> list[BoundField]:
        return [self[name] for name in self.fields if name.startswith("kind-")]


class ResolutionForm(forms.Form):
    """What was done about a search in vain."""

    word = forms.CharField(
        max_length=200,
        error_messages={"required": _("Please say in a few words what was done, for example “Entry written”.")},
    )


def _named(prefix: str, steps: Any) -> dict[str, str]:
    return {f"{prefix}-{name}": str(int(step)) for name, step in steps.items()}
