from __future__ import annotations

from search.analysis import Term, read_question
from search.analysis.questions import MOST_WORDS
from tests.search.analysis.test_fields import Halves


class Plain:
    version = "test"

    def term(self, word):
        return Term(word)


def test_stop_words_are_left_out_unless_nothing_else_was_typed():
    assert read_question("Wo ist die Wohnung?", Plain()).terms == ("wohnung",)
    assert read_question("Wer wir sind", Plain()).terms == ("wer", "wir", "sind")


def test_each_term_once():
    assert read_question("Haus haus HAUS Hof", Plain()).terms == ("haus", "hof")


def test_parts_come_after_the_words():
    assert read_question("Kurse Haus", Halves()).terms == ("KURSE", "HAUS", "ku", "rse", "ha", "us")


def test_endless_questions_are_cut():
    assert len(read_question(" ".join(f"w{number}" for number in range(1000)), Plain()).words) == MOST_WORDS
