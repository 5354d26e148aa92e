"""The text as a whole: the first Wiener Sachtextformel."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.readability import difficulty
from cms.readability.formula import EASIEST, HARDEST, syllables

EASY = "Der Bus fährt nicht mehr. Der Kurs kommt ins Dorf. Die Gruppe lernt am Abend. Alle sind da. " * 5
NEWSPAPER = (
    "Der Landkreis bietet in vier Dörfern Deutschkurse an. Eine Lehrkraft reist aus der Kreisstadt an, die Gruppe "
    "bleibt im Ort. Die Gemeinden stellen Räume und sorgen für Wärme. Kleine Gruppen und feste Tage haben die Zahl der "
    "Abbrüche halbiert. Eine Begleiterin aus dem Dorf hilft beim Üben und bei Briefen von Behörden. "
) * 2
LAW = (
    "Die Berechtigung zur Inanspruchnahme berufsbezogener Deutschsprachförderung setzt regelmäßig die Erfüllung der "
    "aufenthaltsrechtlichen Teilnahmevoraussetzungen sowie die Feststellung entsprechender Förderbedürftigkeit durch "
    "die zuständigen Bewilligungsbehörden voraus. "
) * 4


def test_harder_texts_get_higher_grades():
    grades = [difficulty(text).grade for text in (EASY, NEWSPAPER, LAW)]
    assert grades == sorted(grades)
    assert grades[0] < grades[1] < 8 < 13 < grades[2]


def test_the_formula_is_that_of_its_authors():
    """Counted by hand: 12 words in two sentences, 3 of three syllables or more, 4 longer than six letters, 8 of one."""
    text = "Der Kurs kommt ins Dorf, weil niemand fährt. Fahrpläne bestimmen den Unterricht. " * 6
    words = 12
    expected = 0.1935 * 300 / words + 0.1672 * 6 + 0.1297 * 400 / words - 0.0327 * 800 / words - 0.875
    assert difficulty(text).grade == pytest.approx(expected, abs=0.06)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("Haus", 1),
        ("Häuser", 2),
        ("Theater", 3),
        ("Nation", 3),
        ("Quelle", 2),
        ("Familie", 3),
        ("1.200", 1),
        ("Bauern", 2),
    ],
)
def test_syllables(word, count):
    assert syllables(word) == count


@pytest.mark.parametrize("text", ["", "Kurz.", "Überschrift\n" * 200, "Der Kurs läuft. " * 15])
def test_too_little_text_gets_no_grade(text):
    assert difficulty(text) is None


@given(st.text(min_size=200))
def test_every_grade_is_on_the_scale(text):
    found = difficulty(text)
    assert found is None or (EASIEST <= found.grade <= HARDEST and found.meaning)
