"""The leak rule with real people: what is hidden from somebody is in nothing that the search tells them."""

from __future__ import annotations

import pytest

from plugins.api.outbox import dispatch_pending
from search.engine import SearchQuery
from search.finding import facet_fields, find, suggest
from tests.factories import make_entry

SECRET = "Zwiebelfisch"
STAFF = {"author", "editor", "editor2", "office", "admin", "system"}
READS_ALL = {"member", "coordinator", "mentor", "outsider", *STAFF}


@pytest.fixture
def planted(index, cast):
    """An entry whose secret stands in the members' layer only, and in the title of another that has no public layer."""
    make_entry(title="Offenes Angebot", summary="Für alle.", body=f"<p>{SECRET}</p>", tags=[SECRET], released=True)
    make_entry("offer", title=f"{SECRET} im Titel", county="99001", topics=["Arbeit"])
    dispatch_pending()


def test_hits_and_counts(planted, cast):
    counts = {name: find(SearchQuery(SECRET, exact=True), actor=actor).count for name, actor in cast.items()}
    expected = {name: 2 if name in READS_ALL else 0 for name in cast}
    assert counts == {**expected, "kind_guest": 1}


def test_facets(planted, cast):
    told = {name: str(find(SearchQuery(""), actor=actor).facets) for name, actor in cast.items()}
    assert {name for name, text in told.items() if "99001" in text} == READS_ALL | {"kind_guest"}


def test_suggestions(planted, cast):
    assert {name for name, actor in cast.items() if suggest(SECRET[:5], actor=actor)} == READS_ALL | {"kind_guest"}


def test_repairs(planted, cast):
    misspelt = {name: find(SearchQuery("Zwiebelfich"), actor=actor).did_you_mean for name, actor in cast.items()}
    assert {name for name, meant in misspelt.items() if meant == SECRET} == READS_ALL | {"kind_guest"}
    assert set(misspelt.values()) == {SECRET, None}


def test_filters_by_what_is_hidden_find_nothing(planted, cast):
    by_tag = SearchQuery("", filters={"tag": (SECRET,)})
    assert {name for name, actor in cast.items() if find(by_tag, actor=actor).count} == READS_ALL


def test_type_is_always_a_facet():
    assert facet_fields()[0] == "type"
    assert {"kind", "topic", "county"} <= set(facet_fields())
