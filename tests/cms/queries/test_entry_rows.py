"""Rows whose SQL is made once: each reader gets exactly what a query made for them alone would give."""

from __future__ import annotations

from datetime import timedelta
from itertools import product

import pytest
from django.utils import timezone

from cms.queries.entries import ORDERINGS, EntryFilter, narrowed, readable
from cms.queries.entry_rows import EntryRows, entry_by_slug, stands_for, stored_detail
from plugins.api.errors import Missing
from plugins.api.ordering import Beyond
from tests.factories import make_entry

COLUMNS = ("pk", "layer", "text__title")
FILTERS = (
    {},
    {"kind": "offer"},
    {"topic": "wohnen"},
    {"tag": "Busse"},
    {"county": "99001"},
    {"author": "Anna Beispiel"},
    {"external_key": "alt:1"},
    {"updated_since": timezone.now() - timedelta(days=400)},
    {"counties": frozenset({"99001", "99002"})},
    {"kind": "offer", "topic": "wohnen", "county": "99001"},
    {"topic": "' OR 1=1 --"},
)


@pytest.fixture
def many(forum):
    for number in range(8):
        entry = make_entry(
            title=f"Eintrag {number}",
            kind="offer" if number % 2 else "good_practice",
            topics=["Wohnen"] if number % 3 else ["Arbeit"],
            released=number % 4 == 0,
            county=f"9900{number % 3 + 1}",
            tags=["Busse"] if number < 3 else [],
            author_name="Anna Beispiel" if number == 4 else "",
            external_key="alt:1" if number == 5 else "",
        )
        entry.projections.update(published_at=timezone.now() - timedelta(days=number // 2))


def asked_anew(actor, by, order):
    return list(narrowed(readable(actor), by).order_by(*order).values_list(*COLUMNS))


def test_everybody_gets_what_a_query_of_their_own_gives(many, cast):
    for asked, actor, order in product(FILTERS, cast.values(), ORDERINGS.values()):
        by = EntryFilter(**asked)
        rows, expected = EntryRows(actor, by, COLUMNS), asked_anew(actor, by, order)
        assert rows.count() == len(expected)
        assert rows.part(order, 0, 50) == expected
        assert rows.part(order, 2, 3) == expected[2:5]


def test_a_list_goes_on_beyond_a_place_in_it(many, cast):
    for actor in cast.values():
        rows = EntryRows(actor, EntryFilter(), (*COLUMNS, "sort_title"))
        everything = rows.part(("sort_title", "pk"), 0, 50)
        for at, (pk, *_others, title) in enumerate(everything):
            up = rows.part(("sort_title", "pk"), 0, 50, Beyond("sort_title", "pk", "gt"), title, pk)
            down = rows.part(("-sort_title", "-pk"), 0, 50, Beyond("sort_title", "pk", "lt"), title, pk)
            assert up == everything[at + 1 :]
            assert down == everything[:at][::-1]


def test_rights_hold_at_each_question(cast):
    """What is kept is the question: an entry that was open a moment ago is not shown again."""
    entry = make_entry(released=True)
    rows = EntryRows(cast["visitor"], EntryFilter(), ("entry_id",))
    assert rows.part(ORDERINGS["title"], 0, 5) == [(entry.pk,)]
    assert stored_detail(cast["visitor"], entry.pk)[1] == entry.kind

    entry.projections.filter(layer="public").delete()
    assert rows.part(ORDERINGS["title"], 0, 5) == []
    assert rows.count() == 0
    for read in (lambda: stored_detail(cast["visitor"], entry.pk), lambda: entry_by_slug(cast["visitor"], entry.slug)):
        with pytest.raises(Missing):
            read()
    assert stored_detail(cast["member"], entry.pk)[1] == entry.kind


def test_nobody_stands_for_a_guest(cast):
    assert stands_for(cast["guest"]) is None
    assert stands_for(cast["kind_guest"]) is None
    assert stands_for(cast["former_guest"]) == stands_for(cast["visitor"])
    assert stands_for(cast["member"]) == stands_for(cast["admin"]) == stands_for(cast["author"])
    assert stands_for(cast["applicant"]) == stands_for(cast["visitor"])
