"""From editors' steps ("more", "hardly at all") to the figures that an engine reckons with, and to words again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plugins.api.extensions import SearchSource
from plugins.api.registry import registry
from search.models import SearchWeights, Step
from search.ranking import FieldWeights

FIELDS: dict[str, str | Promise] = {
    "title": gettext_lazy("Title"),
    "summary": gettext_lazy("Summary"),
    "body": gettext_lazy("Text"),
}

FIELD_FACTORS = {Step.HARDLY: 0.25, Step.LESS: 0.5, Step.NORMAL: 1.0, Step.MORE: 2.0, Step.MUCH_MORE: 4.0}
"""Times what the field counts by default (`FieldWeights`)."""

KIND_FACTORS = {Step.HARDLY: 0.4, Step.LESS: 0.7, Step.NORMAL: 1.0, Step.MORE: 1.4, Step.MUCH_MORE: 2.5}
"""Times the whole score of an entry: closer to 1, because it moves every hit of the kind at once."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Steps that hold or are on trial; none is normal."""

    fields: Mapping[str, Step] = field(default_factory=dict)
    kinds: Mapping[str, Step] = field(default_factory=dict)

    @property
    def field_weights(self) -> dict[str, float]:
        """As `Tuning` takes them: only what is not as usual."""
        usual = FieldWeights()._asdict()
        return {name: usual[name] * FIELD_FACTORS[step] for name, step in self.fields.items() if step}

    @property
    def kind_weights(self) -> dict[str, float]:
        """As `Tuning` takes them: only what is not as usual."""
        return {kind: KIND_FACTORS[step] for kind, step in self.kinds.items() if step}

    @property
    def in_words(self) -> list[str]:
        """“Title: more”, for everything that is not as usual."""
        names = {**FIELDS, **kinds_of_entry()}
        steps = {**self.fields, **self.kinds}
        return [
            _("%(part)s: %(step)s") % {"part": names.get(name, name), "step": Step(step).label}
            for name, step in steps.items()
            if step
        ]


def present_weights() -> Weights:
    """What editors have set, or the default."""
    row = SearchWeights.objects.filter(pk=SearchWeights.ONLY).first()
    return Weights(_steps(row.fields), _steps(row.kinds)) if row else Weights()


def kinds_of_entry() -> dict[str, str | Promise]:
    """Every kind that packages bring, with its name."""
    return {kind: source.kind_name(kind) for source in registry.records(SearchSource) for kind in source.kinds}


def _steps(stored: Mapping[str, int]) -> dict[str, Step]:
    return {name: Step(step) for name, step in stored.items()}
