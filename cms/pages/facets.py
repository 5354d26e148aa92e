"""Filters beside a list of entries: kinds, topics and counties, each with how many entries it would leave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import product
from typing import Any, NamedTuple

from django.db.models import Case, CharField, Count, F, QuerySet, Value, When
from django.db.models.functions import Concat
from django.utils.translation import gettext as _

from cms.models import KINDS, Projection, ProjectionTopic
from cms.pages.alike import PARAMETERS
from cms.pages.lists import FILTERS
from cms.queries.entries import EntryFilter, readable
from plugins.api.access import Actor
from plugins.api.adapters.lists import Asked
from plugins.api.generation import KeptAnswers
from plugins.api.searching import Narrowed


class Cell(NamedTuple):
    """How many entries agree in kind, county and topic; without a topic: in kind and county, whatever their topics."""

    kind: str
    county: str | None
    county_name: str
    topic: str
    topic_title: str
    number: int


class Numbers:
    """All cells added up, for every kind, county and topic and for any of them, so that a list need not look at all.

    With the words for them, in the language of whoever asks: visitors are spoken to in one alone.
    """

    def __init__(self, cells: Iterable[Cell]) -> None:
        self._numbers: Counter[tuple[str, str, str]] = Counter()
        topics, counties = {}, {}
        for cell in cells:
            for kind, county in product((ANY, cell.kind), (ANY, cell.county) if cell.county else (ANY,)):
                self._numbers[kind, county, cell.topic] += cell.number
            if cell.topic:
                topics[cell.topic] = cell.topic_title
            if cell.county:
                counties[cell.county] = cell.county_name
        kinds = {kind: _kind(kind) for kind in KINDS}
        self.titles = {"kind": _("Kind"), "topic": _("Topic"), "county": _("County")}
        self.labels = {"kind": _by_label(kinds), "topic": _by_label(topics), "county": _by_label(counties)}

    def of(self, kind: str, counties: Iterable[str], topic: str) -> int:
        """How many entries are of this kind, of one of these counties and about this topic."""
        return sum([self._numbers.get((kind, county, topic), 0) for county in counties])


ANY = ""
KEPT_NUMBERS: KeptAnswers[Numbers] = KeptAnswers(size=1)
"""Of all that visitors read."""


def facets(
    actor: Actor, asked: Asked, chosen: EntryFilter, generation: int | None = None
) -> tuple[int, list[dict[str, Any]]]:
    """How many entries the list holds; kinds, topics and counties with counts, each as if its own filter were not set.

    All counts are made under the reader's rights and in one query; where a `generation` is given they are kept for it.
    """
    numbers = _numbers_for(actor, generation)
    counties = _counties(chosen)
    counts = {
        "kind": {kind: numbers.of(kind, counties, chosen.topic) for kind in numbers.labels["kind"]},
        "topic": {topic: numbers.of(chosen.kind, counties, topic) for topic in numbers.labels["topic"]},
        "county": {key: numbers.of(chosen.kind, (key,), chosen.topic) for key in numbers.labels["county"]},
    }
    shown = []
    for name, labels in numbers.labels.items():
        ordered = sorted(counts[name].items(), key=lambda item: -item[1])
        rows = [(value, labels[value], count) for value, count in ordered if count]
        within = _without_likeness(asked) if name == "county" else asked
        shown.append(within.facet(name, numbers.titles[name], rows))
    return numbers.of(chosen.kind, counties, chosen.topic), shown


def chosen_filters(asked: Asked, shown: list[dict[str, Any]], like: Narrowed) -> list[dict[str, str]]:
    """The filters in force, each with the address of the list without it; what nothing fits is named as asked."""
    labels = {facet["field"]: one["label"] for facet in shown for one in facet["options"] if one["chosen"]}
    chosen = [
        {"label": labels.get(name) or _as_asked(name, value), "remove_url": asked.address(**{name: ""})}
        for name in FILTERS
        if (value := asked.get(name))
    ]
    if like.values is not None:
        chosen.append({"label": like.label, "remove_url": _without_likeness(asked).address()})
    return chosen


def _without_likeness(asked: Asked) -> Asked:
    """One county takes the place of those that are like another."""
    if asked.filters.keys().isdisjoint(PARAMETERS):
        return asked
    return Asked(asked.path, {name: value for name, value in asked.filters.items() if name not in PARAMETERS})


def _numbers_for(actor: Actor, generation: int | None) -> Numbers:
    if generation is None:
        return Numbers(_cells(readable(actor)))
    kept = KEPT_NUMBERS.get(generation, "")
    return KEPT_NUMBERS.keep(generation, "", Numbers(_cells(readable(actor)))) if kept is None else kept


def _counties(chosen: EntryFilter) -> Iterable[str]:
    """Those whose entries fit; ANY stands for all, and for what belongs to none."""
    if chosen.counties is None:
        return (chosen.county,)
    return [key for key in chosen.counties if chosen.fits_county(key)]


def _by_label(labels: dict[str, str]) -> dict[str, str]:
    return dict(sorted(labels.items(), key=lambda item: item[1]))


def _cells(rows: QuerySet[Projection]) -> list[Cell]:
    """In one query. An entry counts once in the cell without a topic, and once for each of its topics."""
    rows = rows.order_by()
    in_topics = ProjectionTopic.objects.filter(projection__in=rows).order_by()
    nothing = Value("", output_field=CharField())
    found = _grouped(rows, "", nothing, nothing).union(
        _grouped(in_topics, "projection__", F("topic__slug"), F("topic__title")), all=True
    )
    return [Cell(*row) for row in found]


def _grouped(rows: QuerySet[Any], prefix: str, topic: F | Value, topic_title: F | Value) -> QuerySet[Any, Any]:
    """One row per cell; `prefix` leads from these rows to the projection."""
    county = f"{prefix}county__"
    full_name = Case(  # as `County.full_name` says it
        When(**{f"{county}name__iendswith": "kreis"}, then=F(f"{county}name")),
        default=Concat(f"{county}kind", Value(" "), f"{county}name"),
    )
    groups = {"c_kind": F(f"{prefix}kind"), "c_county": F(f"{county}key"), "c_county_name": full_name}
    groups |= {"c_topic": topic, "c_topic_title": topic_title}
    return rows.values(**groups).annotate(number=Count("pk")).values_list(*groups, "number")


def _as_asked(name: str, value: str) -> str:
    return _kind(value) if name == "kind" and value in KINDS else value


def _kind(kind: str) -> str:
    return str(KINDS[kind]._meta.verbose_name)
