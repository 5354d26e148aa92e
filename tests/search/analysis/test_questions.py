from __future__ import annotations

import pytest

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


@pytest.mark.parametrize(
    ("asked", "terms"),
    [
        ("Wie lange gilt das Visum?", ("visum",)),
        ("wie haeufig fährt der Bus", ("fährt", "bus")),
        ("Welche Arten von Visum gibt es?", ("visum",)),
        ("Was für Arten Visum", ("visum",)),
        ("Das Visum gilt lange", ("visum", "lange")),
        ("Schutz für Arten", ("schutz", "arten")),
        ("Wie laeuft das Verfahren fuer Visum ab?", ("verfahren", "visum")),
    ],
)
def test_what_only_finishes_the_words_of_asking_is_not_looked_for(asked, terms):
    assert read_question(asked, Plain()).terms == terms


def test_each_term_once():
    assert read_question("Haus haus HAUS Hof", Plain()).terms == ("haus", "hof")


def test_members_of_compounds_are_looked_for_too_and_count_less():
    weights = read_question("Kurse Haus", Halves()).weights
    assert set(weights) == {"KURSE", "HAUS", "ku", "rse", "ha", "us"}
    assert weights["ku"] < weights["KURSE"]


def test_what_a_question_is_about_counts_more_than_what_is_done_with_it():
    weights = read_question("Wohngeld dringend").weights
    assert weights["wohngeld"] > weights["dring"]


def test_synonyms_are_looked_for_too_in_whatever_form_they_were_typed():
    synonyms = {"integrationskurs": ("Sprachkurs",), "kita platz": ("Betreuung",), "haus": ("Heim",)}
    found = read_question("Integrationskurse", Plain(), {"integrationskurse": ("sprachkurs",)}).weights
    assert found["sprachkurs"] < found["integrationskurse"]
    assert "betreu" in read_question("Ein Kita-Platz fehlt", synonyms=synonyms).terms
    assert "sprachkur" in read_question("die Integrationskurse", synonyms=synonyms).terms
    assert "heim" not in read_question("Krankenhaus", synonyms=synonyms).terms


def test_endless_questions_are_cut():
    assert len(read_question(" ".join(f"w{number}" for number in range(1000)), Plain()).words) == MOST_WORDS
