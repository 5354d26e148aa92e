from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from search.analysis import Term, chain
from search.analysis.chain import GermanChain
from search.analysis.word_table import WordTable


@pytest.mark.parametrize(
    "forms",
    [
        ["kurs", "kurse", "kursen", "kurses"],
        ["integrationskurs", "integrationskurse"],
        ["haus", "häuser", "häusern"],
        ["behörde", "behörden", "behoerde", "behoerden"],
        ["straße", "straßen", "strasse"],
        ["gehen", "ging", "gegangen"],
        ["anerkennung", "anerkennungen"],
        ["mobilität", "mobilitaet", "mobilitat"],
        ["arbeitgeber", "arbeitgeberin", "arbeitgeberinnen"],
        ["unterlage", "unterlagen"],
        ["ausländerbehörde", "auslaenderbehoerden"],
    ],
)
def test_forms_of_a_word_share_a_term(forms):
    assert len({chain.term(form).text for form in forms}) == 1


@pytest.mark.parametrize(("one", "other"), [("wohnung", "wohnen"), ("amt", "arm"), ("bus", "busch")])
def test_different_words_stay_apart(one, other):
    assert chain.term(one) != chain.term(other)


@pytest.mark.parametrize(
    ("compound", "members"),
    [
        ("wohnungsvermittlung", {"wohnung", "vermittl"}),
        ("kinderbetreuungskosten", {"kind", "betreu", "kost"}),
        ("auslaenderbehoerde", {"ausland", "behord"}),
        ("theater", set()),
    ],
)
def test_compounds_know_their_members(compound, members):
    assert set(chain.term(compound).parts) == members


def test_a_new_process_need_not_take_known_words_apart_again(tmp_path, monkeypatch):
    """What stands in the table is believed, for this version of the chain alone."""
    table = WordTable(tmp_path / "words.sqlite3", "7")
    table.put("quittengelee", Term("quitte", ("gelee",), is_noun=False))
    assert WordTable(table.path, "7").get("quittengelee") == Term("quitte", ("gelee",), is_noun=False)
    assert WordTable(table.path, "8").get("quittengelee") is None


def test_without_a_usable_table_words_are_understood_all_the_same(tmp_path, settings):
    (tmp_path / "words.sqlite3").write_text("not a database")
    settings.SEARCH_WORD_TABLE = tmp_path / "words.sqlite3"
    assert GermanChain().term("wohnungsvermittlung") == chain.term("wohnungsvermittlung")


@pytest.mark.parametrize("word", ["12a", "2027", "bamf", "xyzzy", "ß", "ä"])
def test_unknown_words_and_numbers_have_a_term_too(word):
    assert chain.term(word).text


def test_a_term_is_one_token():
    words = ["straße", "co2", "ostsee", "naïve", "łódź", "日本", "e"]
    assert all(" " not in chain.term(word).text and '"' not in chain.term(word).text for word in words)


def test_threads_agree():
    words = [f"wohnungs{ending}" for ending in ("amt", "markt", "bau", "suche", "los")] * 200
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(chain.term, words)) == [chain.term(word) for word in words]
