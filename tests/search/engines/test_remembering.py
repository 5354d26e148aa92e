"""The embedded engine remembers words, views and documents: never longer than they hold, and never for anybody else.

What is written here is written by another engine on the same folder, as another process does it.
"""

from __future__ import annotations

import threading

import pytest

from search.engine import SearchQuery
from search.engines.embedded import EmbeddedEngine, documents, words
from tests.search.documents import MEMBER, MEMBERS, VISITOR, document, hidden


@pytest.fixture
def engine(embedded_engine):
    return embedded_engine


@pytest.fixture
def elsewhere(folder):
    """Whoever writes."""
    engine = EmbeddedEngine(folder)
    yield engine
    engine.close()


def told(engine, text, who=VISITOR):
    """Everything that an answer says."""
    return engine.search(SearchQuery(text, who, facets=("type", "topic")))


def test_what_is_withdrawn_is_gone_from_the_next_answer(engine, elsewhere):
    topics = {"topic": (("wohnen", "Wohnen"),)}
    elsewhere.index([document(1, "Wohnungslotse", "Ein Wohnungslotse hilft.", keywords=topics), document(2, "Musik")])
    before = told(engine, "Wohnungslotse")
    assert "<mark>Wohnungslotse</mark>" in before.hits[0].snippet
    elsewhere.delete(["entry:1:public"])
    after = told(engine, "Wohnungslotse")
    assert (after.count, after.hits, after.facets["topic"]) == (0, (), ())
    assert told(engine, "Wohnungslotze").did_you_mean is None  # the word went with its only document


def test_a_changed_text_is_shown_as_it_is_now(engine, elsewhere):
    elsewhere.index([document(1, "Wohnung", "Frau Muster berät zur Wohnung.")])
    assert "Muster" in told(engine, "Wohnung").hits[0].snippet
    elsewhere.index([document(1, "Wohnung", "Niemand berät zur Wohnung.")])
    assert "Muster" not in told(engine, "Wohnung").hits[0].snippet
    with elsewhere.rebuild() as new:
        new.add([document(1, "Wohnung", "Alle beraten zur Wohnung.")])
    assert "Alle beraten" in told(engine, "Wohnung").hits[0].snippet


def test_who_may_no_longer_read_a_document_does_not_get_it_from_what_others_read(engine, elsewhere):
    elsewhere.index([document(1, "Wohnung"), document(2, "Wohnung")])
    assert (told(engine, "Wohnung").count, told(engine, "Wohnung", MEMBER).count) == (2, 2)
    elsewhere.index([document(2, "Wohnung", audience=MEMBERS)])
    assert told(engine, "Wohnung", MEMBER).count == 2
    assert [hit.object_id for hit in told(engine, "Wohnung").hits] == [1]


def test_words_that_a_member_asked_for_are_nobody_elses(engine, elsewhere):
    elsewhere.index([document(1, "Wohnung"), hidden(2, "Geheimprojekt", "Ein Geheimprojekt")])
    for _ in range(2):
        assert told(engine, "Geheimprojekt", MEMBER).count == 1
        assert told(engine, "Geheimprojekd", MEMBER).did_you_mean == "Geheimprojekt"
        for text in ("Geheimprojekt", "Geheimprojekd", "Projekt"):
            found = told(engine, text)
            assert (found.count, found.did_you_mean) == (0, None)


def test_when_the_memory_is_full_it_begins_anew_and_answers_stay_the_same(engine, elsewhere, monkeypatch):
    elsewhere.index(document(number, f"Wohnung {number}", f"Kurs für Gruppe {number % 3}") for number in range(40))
    questions = [f"{word} {number}" for word in ("Wohnung", "Kurs", "Gruppe") for number in range(5)]
    usual = [told(engine, question) for question in questions]
    monkeypatch.setattr(words, "MOST_KEPT", 3)
    monkeypatch.setattr(documents, "MOST_KEPT", 300)
    assert [told(elsewhere, question) for question in questions] == usual


def test_threads_of_one_engine_forget_together(engine, elsewhere):
    """They share what they remember; whoever asks after a document was withdrawn does not find it."""
    withdrawn, mistakes, stop = -1, [], threading.Event()

    def read():
        while not stop.is_set():
            gone = withdrawn
            numbers = {hit.object_id for hit in told(engine, "Wohnung").hits}
            mistakes.extend(number for number in numbers if number <= gone)
        engine.close()

    elsewhere.index(document(number, f"Wohnung {number}") for number in range(20))
    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for number in range(20):
        elsewhere.delete([f"entry:{number}:public"])
        withdrawn = number
    stop.set()
    for reader in readers:
        reader.join(60)
    assert mistakes == []
    assert told(engine, "Wohnung").count == 0
