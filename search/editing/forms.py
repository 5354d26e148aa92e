"""What editors send from the page that explains the search."""

from __future__ import annotations

from typing import Any

from django import forms

from search.engine import Thing
from search.models import Synonym


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
