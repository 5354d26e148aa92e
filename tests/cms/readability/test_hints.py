"""Which German sentences are hard, and why. The examples are of the kind that offices write."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.readability import hard_sentences

EASY = [
    "Der Bus fährt zweimal am Tag. Deshalb kommt der Kurs ins Dorf.",
    "Wir haben z. B. mit Eltern, Schulen, Vereinen und Gemeinden gesprochen.",
    "Nach § 5 Abs. 2 zahlt der Kreis 1.200 Euro im Jahr.",
    "Die Kinder bleiben im Nebenraum, während die Eltern lernen.",
    "Der Raum wird geheizt.",
    "Der Kreis wird wachsen, und die Gemeinden werden größer und bekommen im Sommer neue Wohnungen.",
    "Die Tische werden an jedem ersten Abend im Monat von Ehrenamtlichen aus dem Ort geleitet.",
    "Der Bus, die Bahn, das Rad und der Wagen stehen allen offen, die wollen.",
    "Ausgangslage und Ziele der Zusammenarbeit",
    "Das Bundesamt für Migration und Flüchtlinge (BAMF) prüft den Antrag. Das BAMF antwortet.",
    "Eine EU-Richtlinie und eine AG sind bekannt, ein PDF auch, und im Teil III steht mehr.",
    "Wohnung, Heizung und Rechnung: Diese drei Fragen kommen zuerst.",
    "",
]
HARD = {
    "Die Lehrkraft fährt an jedem Dienstag und an jedem Donnerstag mit dem eigenen Wagen aus der Kreisstadt in eines "
    "der vier Dörfer im Norden.": "words",
    "Wer den Kurs besucht, der, wenn es passt, im Dorf stattfindet, bekommt, weil der Weg weit ist, Geld.": "clauses",
    "Die Teilnehmenden, die einen Antrag stellen, den wir prüfen, bekommen bald darauf eine Antwort.": "clauses",
    "Die Durchführung der Überprüfung erfolgt nach Maßgabe der Vereinbarung.": "nouns",
    "Die Anträge der Familien werden seit dem Sommer in der Regel innerhalb von zwei Wochen bearbeitet.": "passive",
    "Wir bitten um Geduld, weil die Anträge aus allen Gemeinden zurzeit nur an einem Tag geprüft werden.": "passive",
    "Dazu gibt es eine Wohnungsbauförderungsrichtlinie.": "long",
    "Das BAMF antwortet.": "abbreviation",
}
SIGNS = {
    "words": "It has 2",
    "clauses": "subordinate",
    "nouns": "Durchführung, Überprüfung, Vereinbarung",
    "passive": "who acts: “",
    "long": "Wohnungsbauförderungsrichtlinie",
    "abbreviation": "BAMF",
}


@pytest.fixture(autouse=True)
def english(settings):
    from django.utils import translation

    with translation.override("en"):
        yield


@pytest.mark.parametrize("text", EASY)
def test_plain_sentences_are_left_in_peace(text):
    assert hard_sentences(text) == []


@pytest.mark.parametrize(("text", "sign"), HARD.items())
def test_hard_sentences_are_named_with_their_reason_and_a_way_out(text, sign):
    (found,) = hard_sentences(text)
    assert found.sentence == text
    assert SIGNS[sign] in " ".join(reason.what for reason in found.reasons)
    assert all(reason.advice.endswith(".") for reason in found.reasons)


def test_the_passive_is_shown_as_it_stands():
    said = {
        text: reason.what
        for text, sign in HARD.items()
        if sign == "passive"
        for hard in hard_sentences(text)
        for reason in hard.reasons
    }
    assert [line.split("“")[1].rstrip("”.") for line in said.values()] == ["werden … bearbeitet", "geprüft werden"]


def test_only_the_hard_sentences_of_a_text_are_listed_in_their_order():
    easy, first, second = "Der Kurs läuft.", "Das BAMF antwortet.", "Die VHS zahlt."
    long = "Es gilt die Wohnungsbauförderungsrichtlinie."
    text = f"{easy} {first} {easy}\n{second} {first} {easy} {long} {long}"
    assert [hard.sentence for hard in hard_sentences(text)] == [first, second, long]


def test_an_abbreviation_is_explained_in_either_order_or_was_before():
    assert hard_sentences("Die VHS (Volkshochschule im Kreis) zahlt.") == []
    assert hard_sentences("Die VHS zahlt.", known={"VHS"}) == []
    assert hard_sentences("Die VHS (neu) zahlt.") != []


@given(st.text())
def test_no_text_is_too_strange(text):
    assert all(hard.sentence and hard.reasons for hard in hard_sentences(text))


@given(
    st.lists(
        st.sampled_from(
            ["wird", "geprüft", "und", ",", "weil", "die", "–", "(BAMF", "BAMF)", "§", "5.", "z.", "B.", "\n"]
        )
    )
)
def test_no_order_of_words_is_too_strange(tokens):
    hard_sentences(" ".join(tokens))
