"""Chapters of a document find the sections of its kind, and nothing of it gets lost."""

from __future__ import annotations

import pytest

from cms.importing.sections import WORDS, divided
from cms.models import KINDS

pytestmark = pytest.mark.django_db  # titles of sections ask for the type of page


def heading(words):
    return ("heading", {"text": words})


def text(words):
    return ("text", f"<p>{words}</p>")


def test_every_section_of_every_kind_can_be_found():
    assert {kind: set(words) for kind, words in WORDS.items()} == {
        kind: set(model.sections) for kind, model in KINDS.items()
    }


def test_a_report_is_sorted_by_its_headings():
    found = divided(
        "good_practice",
        [
            text("Vorweg."),
            heading("Ausgangslage"),
            text("Kein Bus."),
            heading("Kosten"),
            text("Viel."),
            heading("Dank"),
            text("Allen."),
        ],
    )
    assert found.sections == {
        "initial_situation": [text("Vorweg."), text("Kein Bus.")],
        "effort": [("text", "<h3>Kosten</h3>"), text("Viel.")],
    }
    assert found.rest == [heading("Dank"), text("Allen.")]


@pytest.mark.parametrize("words", ["Was nicht gelungen ist", "Woran wir gescheitert sind", "Stolpersteine"])
def test_what_went_wrong_is_found_under_many_names(words):
    assert list(divided("good_practice", [heading(words), text("Der fünfte Ort.")]).sections) == ["lessons"]


def test_a_second_chapter_about_the_same_stays_whole():
    blocks = [heading("Ergebnisse"), text("Eins."), heading("Weitere Ergebnisse"), text("Zwei.")]
    found = divided("good_practice", blocks)
    assert found.sections == {"results": [text("Eins.")]}
    assert found.rest == blocks[2:]


@pytest.mark.parametrize("blocks", [[text("Nur Text.")], [heading("Vorwort"), text("Hallo.")]], ids=["plain", "other"])
def test_without_a_heading_that_fits_nothing_is_moved(blocks):
    found = divided("good_practice", blocks)
    assert (found.sections, found.rest) == ({}, blocks)


def test_links_to_a_heading_follow_it():
    link = ("text", '<p><a href="#abschnitt-kosten">siehe dort</a></p>')
    found = divided("good_practice", [heading("Kosten"), text("Viel."), heading("Dank"), link])
    assert found.rest[1] == ("text", '<p><a href="#abschnitt-aufwand-und-kosten">siehe dort</a></p>')
