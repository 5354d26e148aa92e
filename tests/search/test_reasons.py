"""The line that says why something was found: only what the reader does not see anyway."""

from __future__ import annotations

import pytest

from search.engine import UNTUNED, Hit, Thing, Tuning
from search.reasons import Reasons


def reason(question: str, title: str, excerpt: str = "", tuning: Tuning = UNTUNED) -> str:
    hit = Hit("entry:1", "entry", 1, "offer", "public", title, "/wissen/1/", excerpt, 1.0, {}, None, None)
    return Reasons(question, tuning).of(hit)


@pytest.mark.parametrize(
    ("question", "title", "excerpt"),
    [
        ("Wohnung", "Wohnung im Dorf", ""),
        ("Wohnung", "Neues aus dem Dorf", "viele <mark>Wohnungen</mark> stehen leer"),
        ("Wohnungen", "Wohnung im Dorf", ""),
        ("haus", "Häuser im Dorf", ""),
        ("Kurs", "Sprachkurs im Dorf", ""),
        ("Kurs Bus", "Kurs im Bus", "<mark>Sprachkurse</mark>"),
        ("Kurs", "Etwas anderes", "ohne Worte"),
    ],
)
def test_what_everybody_sees_is_not_said(question, title, excerpt):
    assert reason(question, title, excerpt) == ""


def test_parts_of_a_compound_are_named_as_they_stand_there():
    said = reason(
        "Wohnungsvermittlung", "Neues aus dem Dorf", "Die <mark>Vermittlung</mark> von <mark>Wohnungen</mark>"
    )
    assert "Vermittlung" in said
    assert "Wohnungen" in said
    assert "Dorf" not in said


def test_a_compound_that_holds_another_form_is_named():
    assert "Sprachkurs" in reason("Kurse", "Sprachkurs im Dorf")


def test_a_word_is_named_once_and_three_at_most():
    said = reason(
        "Sprachkurs", "Kurs", "<mark>Kurse</mark> <mark>Fachsprache</mark> <mark>Sprache</mark> <mark>Sprachen</mark>"
    )
    assert said.count("Kurs") == 1
    assert said.count(",") == 2


def test_a_synonym_of_the_editors_is_named_with_what_it_stands_for():
    tuning = Tuning(synonyms={"mbe": ("Migrationsberatung",)})
    said = reason("MBE", "Im Rathaus", "Die <mark>Migrationsberatung</mark> hilft", tuning)
    assert "Migrationsberatung" in said
    assert "mbe" in said.lower()
    assert reason("MBE", "MBE im Rathaus", "Die <mark>Migrationsberatung</mark> hilft", tuning) == ""
    assert "Migrationsberatung" not in reason("MBE", "Im Rathaus", "Die <mark>Beratung</mark> hilft", tuning)


def test_what_editors_placed_says_so():
    assert reason("Bus", "Ganz anderes", tuning=Tuning(pinned=(Thing("entry", 1),)))
    assert not reason("Bus", "Ganz anderes", tuning=Tuning(pinned=(Thing("entry", 2),)))
