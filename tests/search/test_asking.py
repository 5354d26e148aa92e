"""What is made of a question before an engine looks."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from search.asking import FEW, MANY, MOST_NEIGHBOURS, ask
from search.engine import SearchQuery, Tuning


@dataclass
class EveryWord:
    """The vocabulary of a reader whose texts have all words but those named."""

    documents: int = FEW
    without: frozenset[str] = frozenset()

    def known(self, terms):
        return frozenset(terms) - self.without

    def frequent(self, terms, most):
        return set()

    def repaired(self, word):
        return None


def test_each_word_has_the_next_one_that_is_looked_for_as_its_neighbour():
    asked = ask(SearchQuery("Welche Wohnung ist für eine Familie mit Hund?"), EveryWord(without=frozenset({"famili"})))
    assert asked.neighbours == (("wohnung", "hund"),)


def test_synonyms_are_nobodys_neighbours():
    tuning = Tuning(synonyms={"hund": ("Haustier",)})
    asked = ask(SearchQuery("Wohnung Hund", tuning=tuning), EveryWord())
    assert "hausti" in asked.weights
    assert asked.neighbours == (("wohnung", "hund"),)


@pytest.mark.parametrize(
    ("text", "documents"),
    [("Wohnung Hund", MANY + 1), (" ".join(f"w{number}" for number in range(MOST_NEIGHBOURS + 1)), FEW), ("", FEW)],
)
def test_what_would_take_too_long_is_left_out(text, documents):
    assert ask(SearchQuery(text), EveryWord(documents)).neighbours == ()
