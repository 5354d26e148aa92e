"""Lists of entries as pages show them: finished lines, a count, filters with counts, pages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil
from typing import Any
from urllib.parse import urlencode

from django.db.models import Case, CharField, Count, F, QuerySet, Value, When
from django.db.models.functions import Concat
from django.http import QueryDict
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from cms.models import KINDS, Projection, ProjectionTopic
from cms.queries.entries import BY_TITLE, NEWEST_FIRST, ORDERINGS, EntryFilter, narrowed, readable
from plugins.api.access import Actor
from plugins.api.generation import KeptAnswers

PAGE_SIZE = 20
FILTERS = ("kind", "topic", "county")
COUNTY_NAME = Case(
    When(county__name__iendswith="kreis", then=F("county__name")),
    default=Concat("county__kind", Value(" "), "county__name"),
)
"""As `County.full_name` says it."""
Named = F | Case
Counts = tuple[int, list[tuple[str, str, str, int]]]
COUNTS: KeptAnswers[Counts] = KeptAnswers(size=500)
"""Of visitors' lists, by filter."""


@dataclass(frozen=True)
class ListPage:
    """One page of a list."""

    count: int
    lines: SafeString
    number: int

    @property
    def total(self) -> int:
        return max(1, ceil(self.count / PAGE_SIZE))


def list_page(rows: QuerySet[Projection], ordering: str, number: int, count: int) -> ListPage:
    """The finished lines of one page of a list that holds `count`: one query, however long the list."""
    number = min(max(1, number), max(1, ceil(count / PAGE_SIZE)))
    start = (number - 1) * PAGE_SIZE
    ordered = rows.order_by(*ORDERINGS[ordering])[start : start + PAGE_SIZE]
    lines = ordered.values_list("text__line_html", flat=True)
    return ListPage(count, mark_safe("".join(lines)), number)  # noqa: S308 - stored as cleaned and escaped HTML


def ordering_of(query: QueryDict) -> str:
    return BY_TITLE if query.get("ordering") == BY_TITLE else NEWEST_FIRST


def page_number(query: QueryDict) -> int:
    """The page asked for; nonsense is the first one."""
    wanted = query.get("page", "")
    return int(wanted) if wanted.isascii() and wanted.isdigit() and len(wanted) < 6 else 1


def filter_of(query: QueryDict) -> EntryFilter:
    return EntryFilter(kind=query.get("kind", ""), topic=query.get("topic", ""), county=query.get("county", ""))


def address(path: str, query: QueryDict, **changes: str) -> str:
    """The same list with some of its parameters changed; an empty value drops one. Always back on the first page."""
    kept = {name: query[name] for name in (*FILTERS, "ordering") if query.get(name)}
    wanted = {name: value for name, value in {**kept, **changes}.items() if value}
    return f"{path}?{urlencode(wanted)}" if wanted else path


def pager(path: str, query: QueryDict, page: ListPage) -> dict[str, Any]:
    """What components/pager.html shows."""
    before = address(path, query, page=str(page.number - 1)) if page.number > 1 else ""
    after = address(path, query, page=str(page.number + 1)) if page.number < page.total else ""
    return {"number": page.number, "total": page.total, "previous_url": before, "next_url": after}


def facets(
    actor: Actor, path: str, query: QueryDict, chosen: EntryFilter, generation: int | None = None
) -> tuple[int, list[dict[str, Any]]]:
    """How many entries the list holds; kinds, topics and counties with counts, each as if its own filter were not set.

    All counts are made under the reader's rights and in one query; visitors' are kept for a generation.
    """
    labels = {"kind": _("Kind"), "topic": _("Topic"), "county": _("County")}
    options: dict[str, list[dict[str, Any]]] = {name: [] for name in FILTERS}
    total, counts = _kept_counts(actor, chosen, generation)
    for name, value, label, count in counts:
        is_chosen = getattr(chosen, name) == value
        url = address(path, query, **{name: "" if is_chosen else value})
        options[name].append({"value": value, "label": label, "count": count, "url": url, "chosen": is_chosen})
    return total, [{"field": name, "label": labels[name], "options": options[name]} for name in FILTERS]


def chosen_filters(path: str, query: QueryDict, shown: list[dict[str, Any]]) -> list[dict[str, str]]:
    """The filters in force, each with the address of the list without it; what nothing fits is named as asked."""
    labels = {(facet["field"], option["value"]): option["label"] for facet in shown for option in facet["options"]}
    return [
        {"label": labels.get((name, query[name]), query[name]), "remove_url": address(path, query, **{name: ""})}
        for name in FILTERS
        if query.get(name)
    ]


def _kept_counts(actor: Actor, chosen: EntryFilter, generation: int | None) -> Counts:
    if generation is None:
        return _counts(readable(actor), chosen)
    kept = COUNTS.get(generation, chosen)
    return kept or COUNTS.keep(generation, chosen, _counts(readable(actor), chosen))


def _counts(rows: QuerySet[Projection], chosen: EntryFilter) -> Counts:
    """The total, and (field, value, label, count), most frequent first."""
    of_any_kind = narrowed(rows, replace(chosen, kind="")).order_by()
    on_any_topic = narrowed(rows, replace(chosen, topic="")).order_by()
    from_any_county = narrowed(rows, replace(chosen, county="")).order_by()
    topic_rows = ProjectionTopic.objects.filter(projection__in=on_any_topic).order_by()
    found = _count(narrowed(rows, chosen).order_by(), "all").union(
        _count(of_any_kind, "kind", F("kind"), F("kind")),
        _count(topic_rows, "topic", F("topic__slug"), F("topic__title")),
        _count(from_any_county.exclude(county=None), "county", F("county__key"), COUNTY_NAME),
        all=True,
    )
    rows_found = list(found)
    total = sum(count for field, _value, _label, count in rows_found if field == "all")
    counts = [(field, value, _kind_label(field, label), count) for field, value, label, count in rows_found]
    return total, sorted((row for row in counts if row[0] != "all"), key=lambda row: (-row[3], row[2]))


def _kind_label(field: str, label: str) -> str:
    return str(KINDS[label]._meta.verbose_name) if field == "kind" else label


def _count(
    rows: QuerySet[Any], field: str, value: Named | None = None, label: Named | None = None
) -> QuerySet[Any, Any]:
    """(field, value, label, number) for each value among these rows; without a value for all of them together."""
    groups = {"asked": _text(field), "value": value or _text(""), "label": label or _text("")}
    return rows.values(**groups).annotate(number=Count("pk")).values_list("asked", "value", "label", "number")


def _text(word: str) -> Value:
    return Value(word, output_field=CharField())
