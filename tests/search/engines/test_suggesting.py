from __future__ import annotations

import pytest

from search.engine import Suggestion
from tests.search.documents import MEMBER, VISITOR, document, hidden


@pytest.fixture
def suggest(engine):
    return lambda text, who=VISITOR: engine.suggest(text, principals=who)


def test_titles_that_begin_so_come_first_then_the_newest(engine, suggest):
    engine.index([document(1, "Wohnen auf dem Land"), document(2, "Neues Wohnen"), document(3, "Wohnpaten")])
    assert [one.text for one in suggest("wohn")] == ["Wohnpaten", "Wohnen auf dem Land", "Neues Wohnen", "Wohnen"]


def test_every_typed_word_begins_a_word_of_the_title(engine, suggest):
    engine.index([document(1, "Sprachkurs ohne Bus"), document(2, "Sprachkurs am Abend")])
    assert suggest("Sprachk oh") == [Suggestion("Sprachkurs ohne Bus", "entry", "/wissen/1/")]


def test_umlauts_in_any_spelling(engine, suggest):
    engine.index([document(1, "Ämter und Behörden")])
    assert [one.type for one in suggest("aemter beh")] == ["entry"]
    assert [one.type for one in suggest("Ämter")] == ["entry", "word"]
    assert [one.type for one in suggest("amt")] == ["entry", "word"]


def test_words_of_the_texts_fill_up(engine, suggest):
    engine.index([document(1, "Titel", "Mietvertrag und Mietspiegel"), document(2, "Titel", "Mietvertrag")])
    assert suggest("miet") == [Suggestion("Mietvertrag", "word", ""), Suggestion("Mietspiegel", "word", "")]


def test_words_that_tell_nothing_are_not_offered_and_gendered_ones_are_whole(engine, suggest):
    engine.index([document(1, "Titel", "Wohin sich Wohnlots:innen wenden")])
    assert suggest("woh") == [Suggestion("Wohnlots:innen", "word", "")]


def test_at_most_eight(engine, suggest):
    engine.index(document(number, f"Wohnen {number}") for number in range(20))
    assert len(suggest("wohn")) == 8


@pytest.mark.parametrize("text", ["", " ", "*", '"', "?!", "x" * 10_000])
def test_nothing_for_nothing(engine, suggest, text):
    engine.index([document(1, "Wohnen")])
    assert suggest(text) == []


def test_hidden_titles_and_words_are_not_offered(engine, suggest):
    engine.index([document(1, "Wohnen"), hidden(2, "Geheimplan", "Geheimwort")])
    assert suggest("geheim") == []
    assert suggest("geheim", MEMBER) == [
        Suggestion("Geheimplan", "entry", "/wissen/2/"),
        Suggestion("Geheimwort", "word", ""),
    ]
