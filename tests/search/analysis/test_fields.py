from __future__ import annotations

from search.analysis import Term, analyse, shown_text
from tests.search.documents import document


class Halves:
    """A chain that takes every word apart in the middle."""

    version = "test"

    def term(self, word):
        middle = len(word) // 2
        return Term(word.upper(), (word[:middle], word[middle:]))


def test_each_field_holds_its_terms_in_order():
    analysed = analyse(document(1, "Neue Kurse", "im Haus", summary="Kurz"), Halves())
    assert (analysed.title, analysed.summary, analysed.body) == ("NEUE KURSE", "KURZ", "IM HAUS")


def test_compound_parts_stand_apart():
    analysed = analyse(document(1, "Kurse", "Haus", summary="Dorf"), Halves())
    assert (analysed.title_parts, analysed.text_parts) == ("ku rse", "do rf ha us")


def test_a_summary_that_the_body_repeats_counts_once():
    twice = document(1, summary="Rund um die\nWohnung.", body="Rund um die Wohnung. Und mehr.")
    assert analyse(twice, Halves()).body == "UND MEHR"
    assert shown_text(twice) == "Rund um die Wohnung. Und mehr."


def test_every_way_of_writing_a_word_is_kept_once():
    analysed = analyse(document(1, "Kurse", "kurse Kurse KURSE Haus"), Halves())
    assert {written: form.word for written, form in analysed.forms.items()} == {
        "Kurse": "kurse",
        "kurse": "kurse",
        "KURSE": "kurse",
        "Haus": "haus",
    }
