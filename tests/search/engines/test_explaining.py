"""What an engine says about how it came to an answer."""

from __future__ import annotations

import pytest

from search.engine import SearchQuery
from tests.search.documents import MEMBER, document, hidden


def test_counts_and_shares_are_those_of_what_the_reader_sees(engine):
    engine.index([document(number, f"Anderes {number}") for number in range(10, 20)])
    engine.index([document(1, "Wohnung suchen"), document(2, "Haus", "Eine Wohnung"), hidden(3, "Wohnung")])
    told = engine.explain(SearchQuery("Wohnung Haus"))
    assert told.documents == {"wohnung": 2, "haus": 1}
    assert [hit.key for hit in told.result.hits] == ["entry:2:public", "entry:1:public"]
    assert {key: set(shares) for key, shares in told.shares.items()} == {
        "entry:1:public": {"wohnung"},
        "entry:2:public": {"wohnung", "haus"},
    }
    first, second = (sum(told.shares[hit.key].values()) for hit in told.result.hits)
    assert second / first == pytest.approx(told.result.hits[1].score, abs=0.01)
    assert engine.explain(SearchQuery("Wohnung Haus", MEMBER)).documents == {"wohnung": 3, "haus": 1}


def test_neighbours_of_the_question_have_a_share_of_their_own_where_they_stand_together(engine):
    engine.index([document(number, f"Anderes {number}") for number in range(10, 20)])
    engine.index([document(1, "Wohnung im Haus"), document(2, "Haus", "Eine Wohnung")])
    told = engine.explain(SearchQuery("Wohnung Haus"))
    assert set(told.shares["entry:1:public"]) == {"wohnung", "haus", "wohnung … haus"}
    assert set(told.shares["entry:2:public"]) == {"wohnung", "haus"}
    first, second = (sum(told.shares[hit.key].values()) for hit in told.result.hits)
    assert second / first == pytest.approx(told.result.hits[1].score, abs=0.01)


def test_nothing_found_has_nothing_to_explain(engine):
    engine.index([document(1, "Wohnung")])
    told = engine.explain(SearchQuery("Xylophonbauer"))
    assert (told.documents, told.shares, told.result.count) == ({}, {}, 0)
