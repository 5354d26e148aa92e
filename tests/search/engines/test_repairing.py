from __future__ import annotations

import pytest

from tests.search.documents import MEMBER, document, hidden


@pytest.mark.parametrize("slip", ["Wohnng", "Wohnuung", "Wohnumg", "Wohnugn", "Ohnung", "wohnnug"])
def test_a_slip_is_repaired_and_said(engine, ask, slip):
    engine.index([document(1, "Wohnung"), document(2, "Ausbildung")])
    found = ask(slip)
    assert [hit.title for hit in found.hits] == ["Wohnung"]
    assert found.did_you_mean == "Wohnung"


def test_two_slips_are_forgiven_in_long_words_only(engine, ask):
    engine.index([document(1, "Aufenthaltserlaubnis"), document(2, "Wohnung")])
    assert ask("Aufentaltserlaubniss").did_you_mean == "Aufenthaltserlaubnis"
    assert ask("Wonumg").did_you_mean is None


def test_only_the_misspelt_word_is_replaced(engine, ask):
    engine.index([document(1, "Wohnung für Familien")])
    assert ask("Familien-Wohnugn, billig").did_you_mean == "Familien-Wohnung, billig"


def test_known_words_are_left_alone(engine, ask):
    engine.index([document(1, "Hase"), document(2, "Haus Haus Haus")])
    found = ask("Hasen")
    assert ([hit.title for hit in found.hits], found.did_you_mean) == (["Hase"], None)


def test_words_of_the_language_are_no_slips(engine, ask):
    engine.index([document(1, "Die Rechnung eintragen")])
    assert ask("Geld beantragen").did_you_mean is None


def test_of_long_words_other_forms_will_do(engine, ask):
    engine.index([document(1, "Die Wiedergeburten der Panthers")])
    assert ask("Panhter").did_you_mean == "Panthers"
    assert ask("Wiederrgeburt").did_you_mean == "Wiedergeburten"


def test_compounds_that_no_text_has_are_repaired_member_by_member(engine, ask, titles):
    engine.index([document(1, "Unterstützung für Familien"), document(2, "Ein Kurs")])
    assert ask("Familienunterstützuung").did_you_mean == "Familienunterstützung"
    assert titles("Unterstüzungskurs") == ["Ein Kurs", "Unterstützung für Familien"]


def test_exact_searches_as_typed(engine, ask):
    engine.index([document(1, "Wohnung")])
    found = ask("Wohnugn", exact=True)
    assert (found.count, found.did_you_mean) == (0, None)


@pytest.mark.parametrize("word", ["123456", "abc", "Xylophon"])
def test_numbers_short_words_and_far_words_are_not_repaired(engine, ask, word):
    engine.index([document(1, "123457 abd Wohnung")])
    assert ask(word).did_you_mean is None


def test_a_word_that_stands_only_in_what_is_hidden_is_never_suggested(engine, ask):
    engine.index([document(1, "Wohnung"), hidden(2, "Rückführung")])
    found = ask("Rückfuhrumg")
    assert (found.did_you_mean, found.count) == (None, 0)
    assert ask("Rückfuhrumg", MEMBER).did_you_mean == "Rückführung"


def test_a_hidden_word_that_is_nearer_does_not_stand_in_the_way(engine, ask):
    engine.index([document(1, "Wohnungen"), hidden(2, "Wohnunge")])
    assert ask("Wohnumgen").did_you_mean == "Wohnungen"


def test_a_known_but_hidden_word_is_unknown_to_visitors(engine, ask):
    engine.index([document(1, "Haus"), hidden(2, "Vaus")])
    assert ask("Vaus").did_you_mean == "Haus"
    assert ask("Vaus", MEMBER).did_you_mean is None


def test_how_often_a_word_stands_in_hidden_texts_decides_nothing(engine, ask):
    engine.index([document(1, "Raben Raben"), document(2, "Raben"), document(3, "Rasen")])
    engine.index(hidden(number, "Rasen") for number in range(10, 20))
    assert ask("Raxen").did_you_mean == "Raben"
    assert ask("Raxen", MEMBER).did_you_mean == "Rasen"


def test_what_is_written_for_all_genders_is_repaired_and_found(engine, ask):
    engine.index([document(1, "Wohnungslots:innen"), document(2, "Ausbildung")])
    found = ask("Wohnugslotsen")
    assert ([hit.title for hit in found.hits], found.did_you_mean) == (["Wohnungslots:innen"], "Wohnungslots:innen")
