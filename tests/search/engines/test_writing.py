from __future__ import annotations

from dataclasses import replace

import pytest

from search.engine import RebuildRunning
from search.fingerprints import fingerprint
from tests.search.documents import EDITOR, MEMBER, document, hidden, layers


def keys(engine):
    return [stored.key for stored in engine.fingerprints()]


def test_a_document_is_found_when_it_is_in_and_gone_when_it_is_out(engine, titles):
    engine.index([document(1, "Wohnung")])
    assert titles("Wohnung") == ["Wohnung"]
    engine.delete(["entry:1:public"])
    assert titles("Wohnung") == []


def test_a_changed_document_is_found_by_its_new_words_only(engine, titles):
    engine.index([document(1, "Wohnung")])
    engine.index([document(1, "Ausbildung")])
    assert titles("Wohnung") == []
    assert titles("Ausbildung") == ["Ausbildung"]
    assert keys(engine) == ["entry:1:public"]


def test_indexing_twice_changes_nothing(engine):
    engine.index([document(1, "Wohnung")])
    before = list(engine.fingerprints()), engine.public_generation()
    engine.index([document(1, "Wohnung")])
    assert (list(engine.fingerprints()), engine.public_generation()) == before


def test_replace_leaves_an_object_with_exactly_these_documents(engine):
    engine.index([*layers(1, "kurz", "lang"), document(2)])
    engine.replace("entry", [1], [hidden(1, "Nur noch intern")])
    assert keys(engine) == ["entry:1:members", "entry:2:public"]
    engine.replace("entry", [1], [])
    assert keys(engine) == ["entry:2:public"]


def test_replace_forgets_objects_of_its_type_only(engine):
    engine.index([document(1), document(1, key="topic:1", type="topic")])
    engine.replace("topic", [1], [])
    assert keys(engine) == ["entry:1:public"]


def test_fingerprints_are_those_of_the_documents(engine):
    one = document(1, "Wohnung", keywords={"topic": (("wohnen", "Wohnen"),)})
    engine.index([one])
    (stored,) = engine.fingerprints()
    assert (stored.key, stored.type, stored.object_id, stored.fingerprint) == (one.key, "entry", 1, fingerprint(one))


def test_the_public_generation_grows_with_what_everybody_may_read_and_with_nothing_else(engine):
    engine.index([document(1)])
    start = engine.public_generation()
    engine.index([hidden(2)])
    assert engine.public_generation() == start
    engine.index([document(1, "Anders")])
    changed = engine.public_generation()
    assert changed > start
    engine.index([hidden(1, key="entry:1:public")])  # no longer public
    withdrawn = engine.public_generation()
    assert withdrawn > changed


def test_a_new_audience_holds_at_once(engine, titles):
    engine.index([document(1, "Wohnung")])
    engine.index([replace(document(1, "Wohnung"), audience=frozenset({"editors"}))])
    assert titles("Wohnung") == []
    assert titles("Wohnung", MEMBER) == []
    assert titles("Wohnung", EDITOR) == ["Wohnung"]


def test_a_rebuild_replaces_everything(engine, titles):
    engine.index([document(1, "Wohnung")])
    before = engine.public_generation()
    with engine.rebuild() as new:
        new.add([document(2, "Ausbildung")])
        assert titles("Wohnung") == ["Wohnung"]  # the old index answers meanwhile
    assert titles("Wohnung") == []
    assert titles("Ausbildung") == ["Ausbildung"]
    assert engine.public_generation() > before


def test_a_rebuild_that_fails_leaves_the_index_as_it_was(engine, titles):
    engine.index([document(1, "Wohnung")])
    with pytest.raises(OSError, match="full"), engine.rebuild() as new:
        new.add([document(2, "Ausbildung")])
        raise OSError("The disk is full")
    assert titles("Wohnung") == ["Wohnung"]
    with engine.rebuild() as new:
        new.add([document(3, "Sprachkurs")])
    assert keys(engine) == ["entry:3:public"]


def test_two_rebuilds_at_once_are_refused(engine):
    with engine.rebuild(), pytest.raises(RebuildRunning), engine.rebuild():
        pass


def test_what_arrives_during_a_rebuild_is_not_lost(engine):
    engine.index([document(number, "Alt") for number in range(5)])
    with engine.rebuild() as new:
        engine.index([document(1, "Neu, noch nicht gelesen")])
        new.add([document(number, "Alt") for number in range(3)])
        engine.index([document(0, "Neu, schon gelesen")])
        engine.delete(["entry:2:public"])
        engine.delete(["entry:3:public"])
        engine.replace("entry", [4], [document(4, "Ersetzt")])
        engine.index([document(9, "Hinzugekommen")])
        new.add([document(3, "Alt"), document(4, "Alt")])
    stored = {one.key: one.fingerprint for one in engine.fingerprints()}
    assert stored == {
        one.key: fingerprint(one)
        for one in (
            document(0, "Neu, schon gelesen"),
            document(1, "Neu, noch nicht gelesen"),
            document(4, "Ersetzt"),
            document(9, "Hinzugekommen"),
        )
    }


def test_what_is_replaced_during_a_rebuild_does_not_come_back(engine):
    engine.index(layers(1, "kurz", "lang"))
    with engine.rebuild() as new:
        engine.replace("entry", [1], [hidden(1)])  # its public layer was withdrawn
        new.add(layers(1, "kurz", "lang"))
    assert keys(engine) == ["entry:1:members"]
