"""Entries for programs: stored JSON, of every entry the fullest layer that the caller may read."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse, QueryDict
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework.request import Request

from cms.actions.writing import STEPS, move_entry, rewrite_entry, ways_on, write_entry
from cms.models import KINDS, Entry, Projection
from cms.newest import newest_version
from cms.presenting import DETAIL_FIELDS, LIST_FIELDS, provenance_as_json
from cms.queries.entries import BY_TITLE, NEWEST_FIRST, EntryFilter
from cms.queries.entry_rows import EntryRows, stored_detail
from cms.queries.provenance import provenance_of
from cms.queries.writing import entry_to_change
from cms.rest import shapes
from cms.rest import writing_shapes as writing
from cms.rest.entry_reading import changed_entry, new_entry, said_of_step
from cms.rest.scopes import writer_of
from plugins.api.access import Actor, require
from plugins.api.adapters.idempotency import once_per_key
from plugins.api.adapters.rest import tags_seen
from plugins.api.adapters.rest_lists import Cursor, Order, list_body, page_of, place
from plugins.api.adapters.rest_params import PAGING, Parameters, possible
from plugins.api.adapters.rest_views import Answer, ReadView
from plugins.api.adapters.rest_writes import changed, created
from plugins.api.adapters.routes import Rule, answers

FILTERS = ("kind", "topic", "tag", "county", "author", "updated_since", "external_key")
STORED = "text__list_json"
ORDERS = {
    NEWEST_FIRST: Order("published_at", descending=True, told=lambda row: json.loads(row[STORED])["published_at"]),
    BY_TITLE: Order("sort_title"),
}


@dataclass(frozen=True)
class ListedRows:
    """Rows of entries as pages of the API are read."""

    rows: EntryRows

    def part(self, order: tuple[str, ...], start: int, count: int, cursor: Cursor | None) -> list[dict[str, Any]]:
        at = () if cursor is None else (cursor.beyond, cursor.value, cursor.tie)
        return [dict(zip(self.rows.columns, row, strict=True)) for row in self.rows.part(order, start, count, *at)]


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


@extend_schema_view(
    get=extend_schema(parameters=shapes.ENTRY_LIST_PARAMETERS, responses=shapes.EntryList),
    post=extend_schema(request=writing.NewEntry, responses={201: writing.WrittenEntry, 403: shapes.REFUSED}),
)
@answers(Rule.DOOR)
class EntryListView(ReadView):
    """Entries that the caller may read, each in the fullest layer that is open to them.

    While entries are added, `next` neither skips nor repeats any; `offset` counts from the beginning anew each time.
    POST writes a new entry, which nobody but authors, editors and office reads until it is published.
    """

    http_method_names = ["get", "head", "options", "post"]
    known = (*FILTERS, "ordering", "fields", *PAGING)

    def answer(self, actor: Actor, given: QueryDict) -> Answer:
        asked = Parameters(given, self.known)
        order = ORDERS.get(asked.choice("ordering", ORDERS, NEWEST_FIRST), ORDERS[NEWEST_FIRST])
        by, at, shown = entry_filter(asked), place(asked, order, Projection), asked.names("fields")
        asked.check()
        rows = EntryRows(actor, by, (*order.needed, STORED))
        page = page_of(ListedRows(rows), order, at, self.counted(rows.count, by))
        choose = chooser(shown, LIST_FIELDS)
        items = [choose(row[STORED]) for row in page.rows]
        return Answer.of(list_body(self.request.path, given, page, items))

    @once_per_key
    def post(self, request: Request) -> HttpResponse:
        actor = writer_of(request)
        require(actor, "create", Entry)
        sent = new_entry(request.data, actor)
        entry = write_entry(sent.kind, sent.written, actor=actor)
        return newest_answer(created, entry, sent.left_out, f"entries/{entry.pk}/newest/")


@extend_schema_view(
    get=extend_schema(parameters=[shapes.ENTRY_ID, shapes.FIELDS], responses=shapes.Entry),
    patch=extend_schema(
        parameters=[shapes.ENTRY_ID, writing.IF_MATCH],
        request=writing.ChangedEntry,
        responses={200: writing.WrittenEntry, 403: shapes.REFUSED, 412: writing.OUTDATED, 428: writing.UNCONDITIONAL},
    ),
)
@answers(Rule.DOOR)
class EntryView(ReadView):
    """One entry in the fullest layer that is open to the caller. PATCH keeps a new version, which is not published by
    that: what is not sent stays as it is.
    """

    http_method_names = ["get", "head", "options", "patch"]
    known = ("fields",)

    def answer(self, actor: Actor, given: QueryDict, entry_id: int) -> Answer:
        asked = Parameters(given, self.known)
        shown = asked.names("fields")
        asked.check()
        etag, kind, stored = stored_detail(actor, possible(entry_id))
        wants_steps = shown is None or "provenance" in shown
        steps = provenance_of(actor, entry_id, kind) if wants_steps else []
        if steps:
            told = json.loads(stored) | {"provenance": [provenance_as_json(step) for step in steps]}
            stored = json.dumps(told, ensure_ascii=False)
        if shown is None and not steps:
            return Answer(stored.encode(), etag)
        return Answer.of(chooser(shown, DETAIL_FIELDS)(stored).encode())

    def patch(self, request: Request, entry_id: int) -> HttpResponse:
        actor = writer_of(request)
        entry = entry_to_change(possible(entry_id), actor)
        seen = tags_seen(request._request, needed=True)
        sent = changed_entry(request.data, entry, actor)
        entry = rewrite_entry(entry, sent.written, actor=actor, seen=seen)
        return newest_answer(changed, entry, sent.left_out)


@extend_schema_view(get=extend_schema(parameters=[shapes.ENTRY_ID], responses=writing.WrittenEntry))
@answers(Rule.DOOR)
class NewestView(ReadView):
    """The newest version of an entry as it is written, published or not, for whoever may change it."""

    def answer(self, actor: Actor, given: QueryDict, entry_id: int) -> Answer:
        Parameters(given, ()).check()
        newest = newest_version(entry_to_change(possible(entry_id), writer_of(self.request)))
        return Answer(json.dumps(newest.told, ensure_ascii=False).encode(), newest.tag)


@extend_schema_view(
    get=extend_schema(parameters=[shapes.ENTRY_ID], responses=writing.EntryTransitions),
    post=extend_schema(
        parameters=[shapes.ENTRY_ID, writing.IF_MATCH],
        request=writing.EntryTransition,
        responses={200: writing.WrittenEntry, 403: shapes.REFUSED, 412: writing.OUTDATED, 428: writing.UNCONDITIONAL},
    ),
)
@answers(Rule.DOOR)
class EntryTransitionsView(ReadView):
    """Where an entry could go from here, and whether the caller may move it there; POST moves it.

    Whoever publishes, approves or releases names with `If-Match` what they have read.
    """

    http_method_names = ["get", "head", "options", "post"]

    def answer(self, actor: Actor, given: QueryDict, entry_id: int) -> Answer:
        Parameters(given, ()).check()
        actor = writer_of(self.request)
        entry = entry_to_change(possible(entry_id), actor)
        told = {"state": newest_version(entry).told["state"], "to": ways_on(entry, actor)}
        return Answer.of(json.dumps(told, ensure_ascii=False).encode())

    @once_per_key
    def post(self, request: Request, entry_id: int) -> HttpResponse:
        actor = writer_of(request)
        entry = entry_to_change(possible(entry_id), actor)
        to, said = said_of_step(request.data, STEPS)
        seen = tags_seen(request._request, needed=STEPS[to].decides_about_version)
        return newest_answer(changed, move_entry(entry, to, said, actor=actor, seen=seen))


def newest_answer(
    answered: Callable[..., HttpResponse], entry: Entry, left_out: Sequence[str] = (), *args: str
) -> HttpResponse:
    """The newest version with its tag, and what a text could not bring along."""
    newest = newest_version(entry)
    response = answered({**newest.told, "left_out": list(left_out)}, *args)
    response["ETag"] = newest.tag
    return response


def chooser(shown: tuple[str, ...] | None, known: tuple[str, ...]) -> Callable[[str], str]:
    """Cuts stored JSON down to the fields that were asked for; fields that do not exist are passed over."""
    if shown is None:
        return lambda stored: stored
    wanted = [name for name in known if name in shown]

    def cut(stored: str) -> str:
        item = json.loads(stored)
        return json.dumps({name: item[name] for name in wanted}, ensure_ascii=False)

    return cut
