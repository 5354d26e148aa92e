from __future__ import annotations

import pytest

from search.analysis.tokens import LONGEST_WORD, clean, words_in


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ein Kurs, zwei Kurse.", ["Ein", "Kurs", "zwei", "Kurse"]),
        ("§ 12a AufenthG", ["12a", "AufenthG"]),
        ("Job-Center", ["Job", "Center", "JobCenter"]),
        ("Mentor:innen, Bürger*innen und Kolleg_innen", ["Mentor:innen", "Bürger*innen", "und", "Kolleg_innen"]),
        ("snake_case", ["snake", "case"]),
        ("Ver\u00adwal\u00adtung", ["Verwaltung"]),
        ("Behörde", ["Behörde"]),
        ("", []),
        ("–„“…", []),
    ],
)
def test_words(text, words):
    assert [one.written for one in words_in(text)] == words


def test_endless_words_are_cut():
    assert [one.word for one in words_in("a" * 500)] == ["a" * LONGEST_WORD]


def test_clean_composes_letters_and_drops_what_nobody_sees():
    assert clean("A\u0308mter\u200b") == "Ämter"


@pytest.mark.parametrize("written", ["Mentor:innen", "MENTOR*INNEN", "mentor_in", "Mentor·innen", "Mentor"])
def test_gendered_forms_are_looked_up_as_one_word(written):
    assert [one.word for one in words_in(written)] == ["mentor"]
