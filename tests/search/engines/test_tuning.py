"""What editors decide about ranking holds for everybody, and opens nothing."""

from __future__ import annotations

from search.engine import Thing, Tuning
from tests.search.documents import MEMBER, VISITOR, document, hidden

TEXTS = [
    document(1, "Wohnung suchen", "Kaution und Mietvertrag", kind="good_practice"),
    document(2, "Wohnung", "Haus und Garten", kind="concept"),
    document(3, "Fahrdienst", "Mit dem Bus zum Kurs"),
]


def test_pinned_things_stand_first_even_without_the_words(engine, titles, ask):
    engine.index(TEXTS)
    tuning = Tuning(pinned=(Thing("entry", 3), Thing("entry", 1)))
    assert titles("Wohnung", tuning=tuning) == ["Fahrdienst", "Wohnung suchen", "Wohnung"]
    assert ask("Wohnung", tuning=tuning).count == 3
    assert titles("Wohnung", tuning=tuning, limit=1, offset=1) == ["Wohnung suchen"]
    assert titles("Quitte", tuning=tuning) == ["Fahrdienst", "Wohnung suchen"]


def test_filters_and_audience_hold_for_what_is_pinned(engine, titles, ask):
    engine.index([*TEXTS, hidden(4, "Geheim")])
    tuning = Tuning(pinned=(Thing("entry", 4), Thing("entry", 3)))
    assert titles("Wohnung", VISITOR, tuning=tuning)[0] == "Fahrdienst"
    assert ask("Wohnung", VISITOR, tuning=tuning).count == 3
    assert titles("Wohnung", MEMBER, tuning=tuning)[0] == "Geheim"
    assert titles("Wohnung", MEMBER, tuning=tuning, filters={"kind": ("concept",)}) == ["Wohnung"]


def test_excluded_things_are_not_found_nor_counted(engine, titles, ask):
    engine.index(TEXTS)
    tuning = Tuning(excluded=frozenset({Thing("entry", 2)}))
    assert titles("Wohnung", tuning=tuning) == ["Wohnung suchen"]
    found = ask("Wohnung", tuning=tuning, facets=("kind",))
    assert (found.count, [value.value for value in found.facets["kind"]]) == (1, ["good_practice"])


def test_weights_move_the_order(engine, titles):
    engine.index([document(1, "Bus", "Garten"), document(2, "Garten", "Bus Bus Bus")])
    assert titles("Bus", tuning=Tuning(field_weights={"title": 4.0})) == ["Bus", "Garten"]
    assert titles("Bus", tuning=Tuning(field_weights={"title": 0.5})) == ["Garten", "Bus"]
    engine.index(TEXTS)
    assert titles("Wohnung", tuning=Tuning(kind_weights={"good_practice": 5.0}))[0] == "Wohnung suchen"
    assert titles("Wohnung", tuning=Tuning(kind_weights={"concept": 5.0}))[0] == "Wohnung"


def test_synonyms_find_more_and_are_never_repaired(engine, ask, titles):
    engine.index([document(1, "Migrationsberatung"), document(2, "MBB im Kreis")])
    tuning = Tuning(synonyms={"mbe": ("Migrationsberatung",)})
    found = ask("MBE", tuning=tuning)
    assert ([hit.title for hit in found.hits], found.did_you_mean) == (["Migrationsberatung"], None)
    assert titles("Migrationsberatung", tuning=tuning) == ["Migrationsberatung"]
