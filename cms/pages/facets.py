"""Filters beside a list of entries: kinds, topics and counties, each with how many entries it would leave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple
from urllib.parse import quote_plus

from django.db.models import Case, CharField, Count, F, QuerySet, Value, When
from django.db.models.functions import Concat
from django.http import QueryDict
from django.utils.translation import gettext as _

from cms.models import KINDS, Projection, ProjectionTopic
from cms.pages.alike import PARAMETERS
from cms.pages.lists import FILTERS, address
from cms.queries.entries import EntryFilter, readable
from plugins.api.access import Actor
from plugins.api.generation import KeptAnswers
from plugins.api.searching import Narrowed

Option = tuple[str, str]
"""Value and label."""


class Cell(NamedTuple):
    """How many entries agree in kind, county and topic; without a topic: in kind and county, whatever their topics."""

    kind: str
    county: str | None
    county_name: str
    topic: str
    topic_title: str
    number: int


CELLS: KeptAnswers[list[Cell]] = KeptAnswers(size=1)
"""Of all that visitors read; whatever they filter by, the counts are sums of these."""


def facets(
    actor: Actor, path: str, query: QueryDict, chosen: EntryFilter, generation: int | None = None
) -> tuple[int, list[dict[str, Any]]]:
    """How many entries the list holds; kinds, topics and counties with counts, each as if its own filter were not set.

    All counts are made under the reader's rights and in one query; where a `generation` is given they are kept for it.
    """
    labels = {"kind": _("Kind"), "topic": _("Topic"), "county": _("County")}
    total, counts = _counts(_cells_of(actor, generation), chosen)
    shown = []
    for name in FILTERS:
        without = address(path, query, **{name: ""})
        opening = f"{without}{'&' if '?' in without else '?'}{name}="
        options = []
        for (value, label), count in sorted(counts[name].items(), key=lambda item: (-item[1], item[0][1])):
            is_chosen = getattr(chosen, name) == value
            url = without if is_chosen else opening + quote_plus(value)
            options.append({"value": value, "label": label, "count": count, "url": url, "chosen": is_chosen})
        shown.append({"field": name, "label": labels[name], "options": options})
    return total, shown


def chosen_filters(path: str, query: QueryDict, shown: list[dict[str, Any]], like: Narrowed) -> list[dict[str, str]]:
    """The filters in force, each with the address of the list without it; what nothing fits is named as asked."""
    labels = {(facet["field"], option["value"]): option["label"] for facet in shown for option in facet["options"]}
    labels |= {("kind", kind): _kind(kind) for kind in KINDS}
    chosen = [
        {"label": labels.get((name, query[name]), query[name]), "remove_url": address(path, query, **{name: ""})}
        for name in FILTERS
        if query.get(name)
    ]
    if like.values is not None:
        chosen.append({"label": like.label, "remove_url": address(path, query, **dict.fromkeys(PARAMETERS, ""))})
    return chosen


def _cells_of(actor: Actor, generation: int | None) -> list[Cell]:
    if generation is None:
        return _cells(readable(actor))
    kept = CELLS.get(generation, "")
    return CELLS.keep(generation, "", _cells(readable(actor))) if kept is None else kept


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


def _counts(cells: list[Cell], chosen: EntryFilter) -> tuple[int, dict[str, Counter[Option]]]:
    """The total, and for each filter how many entries every option would leave."""
    right_kind = [cell for cell in cells if chosen.kind in ("", cell.kind)]
    right_county = [cell for cell in cells if chosen.fits_county(cell.county)]
    right_both = [cell for cell in right_kind if chosen.fits_county(cell.county)]
    total = sum(cell.number for cell in right_both if cell.topic == chosen.topic)
    kinds = {kind: _kind(kind) for kind in KINDS}
    return total, {
        "kind": _summed((c.kind, kinds[c.kind], c.number) for c in right_county if c.topic == chosen.topic),
        "topic": _summed((c.topic, c.topic_title, c.number) for c in right_both if c.topic),
        "county": _summed(
            (c.county, c.county_name, c.number) for c in right_kind if c.county and c.topic == chosen.topic
        ),
    }


def _summed(parts: Iterable[tuple[str, str, int]]) -> Counter[Option]:
    summed: Counter[Option] = Counter()
    for value, label, count in parts:
        summed[value, label] += count
    return summed


def _kind(kind: str) -> str:
    return str(KINDS[kind]._meta.verbose_name)
