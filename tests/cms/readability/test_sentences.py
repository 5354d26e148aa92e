"""Where German sentences end, and how many words they have."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.readability.sentences import sentences

WHOLE = [
    "Das gilt z. B. für Kurse am Abend.",
    "Nach § 5 Abs. 2 AufenthG gilt das nicht.",
    "Der Kurs beginnt am 14. März 2027 um 10 Uhr.",
    "Im 3. Quartal kostete es 1.200 Euro.",
    "Vom 1.2. bis zum 3.4. zahlten wir ca. 500 Euro an den Verein e. V. in Auental.",
    "Dr. Meier und Prof. Kern fragten, vgl. Kap. 4 und S. 12 ff. im Bericht.",
    "Schulen, Vereine usw. Gruppen laden wir ein.",
    "Ist das so … wirklich?",
]
APART = {
    "Der Kurs läuft. Die Gruppe bleibt.": 2,
    "Es kamen Kinder usw. Der Kurs war voll.": 2,
    "Wir zählten 12. Danach kamen mehr.": 2,
    "Im Jahr 2024 begann es. 2025 endete es.": 2,
    "„Wir bleiben.“ Das sagten alle.": 2,
    "(Das war so.) Wir gingen! Warum? Niemand weiß es.": 4,
    "Ausgangslage\nDer Bus fährt nicht.\nKosten": 3,
    "www.example.org ist die Adresse. Schreiben Sie an a.b@example.org. Wir antworten.": 3,
}


@pytest.mark.parametrize("text", WHOLE)
def test_abbreviations_and_ordinals_end_nothing(text):
    assert [sentence.text for sentence in sentences(text)] == [text]


@pytest.mark.parametrize(("text", "count"), APART.items())
def test_sentences_and_lines_are_told_apart(text, count):
    assert len(list(sentences(text))) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Das gilt z. B. für Kurse.", 5),
        ("Mentor:innen und Schüler/-innen aus Nord-Süd – alle – kamen.", 7),
        ("Es kostet 1.200,50 Euro (§ 5 Abs. 2).", 7),
        ("i. d. R. geht das", 3),
    ],
)
def test_words_are_what_a_reader_counts(text, count):
    (sentence,) = sentences(text)
    assert len(sentence.words) == count


def test_headings_and_list_items_are_no_whole_sentences():
    lines = "Kosten und Aufwand\nRäume im Rathaus,\nDer Kurs läuft.\nWer kommt?\n„Wir bleiben.“"
    assert [sentence.is_complete for sentence in sentences(lines)] == [False, False, True, True, True]


@given(st.text())
def test_no_text_is_too_strange_and_none_is_lost(text):
    found = [token for sentence in sentences(text) for token in sentence.text.split()]
    assert [token for token in text.split() if token.isalnum()] == [token for token in found if token.isalnum()]
