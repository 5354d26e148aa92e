"""Visitors are asked for under a generation; what is remembered under it neither outlives it nor reaches others."""

from __future__ import annotations

import pytest

from search.engine import SearchQuery
from search.engines.elastic import vocabulary
from tests.search.documents import MEMBER, VISITOR, document, hidden


@pytest.fixture
def told(engine):
    """What somebody is told about a text: how many hits, and what was asked instead."""

    def told(text, who=VISITOR):
        found = engine.search(SearchQuery(text, who, generation=engine.public_generation()))
        return found.count, found.did_you_mean

    return told


def test_a_word_is_known_from_the_moment_it_is_there_until_it_is_gone(engine, told):
    engine.index([document(1, "Musik"), document(2, "Gesang")])
    assert told("Wohnungslotse") == (0, None)
    engine.index([document(3, "Wohnungslotse")])
    for _ in range(2):
        assert told("Wohnungslotse") == (1, None)
        assert told("Wohnungslotze") == (1, "Wohnungslotse")
    engine.delete(["entry:3:public"])
    assert told("Wohnungslotse") == (0, None)
    assert told("Wohnungslotze") == (0, None)


def test_what_a_member_asked_for_is_unknown_to_visitors(engine, told):
    engine.index([document(1, "Wohnung"), hidden(2, "Geheimprojekt", "Ein Geheimprojekt")])
    for _ in range(2):
        assert told("Geheimprojekt", MEMBER) == (1, None)
        assert told("Geheimprojekd", MEMBER) == (1, "Geheimprojekt")
        assert told("Geheimprojekt") == told("Geheimprojekd") == (0, None)
    assert told("Wohnung", MEMBER) == (1, None)


def test_the_order_is_that_of_the_words_as_frequent_as_they_are_now(engine, titles):
    def asked():
        return titles("Wohnung Kurs", generation=engine.public_generation())

    engine.index([document(1, "Wohnung"), document(2, "Kurs"), *(document(n, "Wohnung") for n in range(3, 9))])
    assert asked()[0] == "Kurs"
    engine.index(document(n, "Kurs") for n in range(20, 60))
    assert asked()[0] == "Wohnung"


def test_when_there_is_no_room_left_it_begins_anew(engine, told, monkeypatch):
    monkeypatch.setattr(vocabulary, "MOST_REMEMBERED", 1)
    engine.index([document(1, "Wohnung"), document(2, "Kurs")])
    for _ in range(2):
        assert [told(word) for word in ("Wohnung", "Kurs", "Theater")] == [(1, None), (1, None), (0, None)]
