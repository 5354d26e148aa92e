from __future__ import annotations

import pytest

from search.analysis.folding import fold, sort_key, with_umlauts


@pytest.mark.parametrize("spelling", ["behörde", "behoerde", "behorde"])
def test_spellings_of_an_umlaut_are_one(spelling):
    assert fold(spelling) == "behorde"


@pytest.mark.parametrize(("word", "folded"), [("straße", "strasse"), ("café", "cafe"), ("łódź", "łodz"), ("", "")])
def test_other_letters(word, folded):
    assert fold(word) == folded


def test_umlauts_are_put_back():
    assert with_umlauts("behoerde") == "behörde"


def test_titles_sort_as_in_a_dictionary():
    titles = ["Zebra", "Ärzte", "Arbeit", "ärmel", "Oase", "Übergang", "Unterkunft"]
    assert sorted(titles, key=sort_key) == ["Arbeit", "ärmel", "Ärzte", "Oase", "Übergang", "Unterkunft", "Zebra"]
