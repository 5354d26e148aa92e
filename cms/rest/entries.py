"""Entries for programs: stored JSON, of every entry the fullest layer that the caller may read."""

from __future__ import annotations

import json
from collections.abc import Callable

from django.db.models import BigIntegerField
from django.http import QueryDict
from drf_spectacular.utils import extend_schema, extend_schema_view

from cms.models import KINDS, Projection
from cms.presenting import DETAIL_FIELDS, LIST_FIELDS, provenance_as_json
from cms.queries.entries import BY_TITLE, NEWEST_FIRST, EntryFilter, narrowed, readable
from cms.queries.provenance import provenance_of
from cms.rest import shapes
from plugins.api.access import Actor
from plugins.api.adapters.rest_lists import Order, list_body, page_of, place
from plugins.api.adapters.rest_params import PAGING, Parameters
from plugins.api.adapters.rest_views import Answer, ReadView
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Missing

FILTERS = ("kind", "topic", "tag", "county", "author", "updated_since", "external_key")
STORED = "text__list_json"
ORDERS = {
    NEWEST_FIRST: Order("published_at", descending=True, told=lambda row: json.loads(row[STORED])["published_at"]),
    BY_TITLE: Order("sort_title"),
}


def entry_filter(asked: Parameters) -> EntryFilter:
    """What a request narrows entries to; what makes no sense stands in `asked` afterwards."""
    return EntryFilter(
        kind=asked.choice("kind", KINDS),
        topic=asked.text("topic"),
        tag=asked.text("tag"),
        county=asked.text("county"),
        author=asked.text("author"),
        external_key=asked.text("external_key"),
        updated_since=asked.moment("updated_since"),
    )


@extend_schema_view(get=extend_schema(parameters=shapes.ENTRY_LIST_PARAMETERS, responses=shapes.EntryList))
@answers(Rule.DOOR)
class EntryListView(ReadView):
    """Entries that the caller may read, each in the fullest layer that is open to them.

    While entries are added, `next` neither skips nor repeats any; `offset` counts from the beginning anew each time.
    """

    known = (*FILTERS, "ordering", "fields", *PAGING)

    def answer(self, actor: Actor, given: QueryDict) -> Answer:
        asked = Parameters(given, self.known)
        order = ORDERS.get(asked.choice("ordering", ORDERS, NEWEST_FIRST), ORDERS[NEWEST_FIRST])
        by, at, shown = entry_filter(asked), place(asked, order, Projection), asked.names("fields")
        asked.check()
        rows = narrowed(readable(actor), by).values(*order.needed, STORED)
        page = page_of(rows, order, at, self.counted(rows, by))
        choose = chooser(shown, LIST_FIELDS)
        items = [choose(row[STORED]) for row in page.rows]
        return Answer.of(list_body(self.request.path, given, page, items))


@extend_schema_view(get=extend_schema(parameters=[shapes.ENTRY_ID, shapes.FIELDS], responses=shapes.Entry))
@answers(Rule.DOOR)
class EntryView(ReadView):
    """One entry in the fullest layer that is open to the caller."""

    known = ("fields",)

    def answer(self, actor: Actor, given: QueryDict, entry_id: int) -> Answer:
        asked = Parameters(given, self.known)
        shown = asked.names("fields")
        asked.check()
        if entry_id > BigIntegerField.MAX_BIGINT:  # SQLite could not even be asked
            raise Missing
        found = list(readable(actor).filter(entry_id=entry_id).values_list("etag", "kind", "text__detail_json"))
        if not found:
            raise Missing
        etag, kind, stored = found[0]
        wants_steps = shown is None or "provenance" in shown
        steps = provenance_of(actor, entry_id, kind) if wants_steps else []
        if steps:
            told = json.loads(stored) | {"provenance": [provenance_as_json(step) for step in steps]}
            stored = json.dumps(told, ensure_ascii=False)
        if shown is None and not steps:
            return Answer(stored.encode(), etag)
        return Answer.of(chooser(shown, DETAIL_FIELDS)(stored).encode())


def chooser(shown: tuple[str, ...] | None, known: tuple[str, ...]) -> Callable[[str], str]:
    """Cuts stored JSON down to the fields that were asked for; fields that do not exist are passed over."""
    if shown is None:
        return lambda stored: stored
    wanted = [name for name in known if name in shown]

    def cut(stored: str) -> str:
        item = json.loads(stored)
        return json.dumps({name: item[name] for name in wanted}, ensure_ascii=False)

    return cut
