"""The hints on an entry: of its own prose, section by section."""

from __future__ import annotations

import pytest
from django.utils import translation
from wagtail.rich_text import RichText

from cms.queries.readability import reading_hints
from tests.factories import make_entry, text

pytestmark = pytest.mark.django_db

HARD = "Die Durchführung der Überprüfung erfolgt nach Maßgabe der Vereinbarung."


@pytest.fixture(autouse=True)
def german():
    with translation.override("de"):
        yield


def found_in(entry):
    return [(section.title, [hard.sentence for hard in section.sentences]) for section in reading_hints(entry).sections]


def test_hard_sentences_stand_under_the_section_that_they_are_in():
    entry = make_entry(
        published=False,
        summary=f"Kurz. {HARD}",
        approach=text(f"<h3>Leicht</h3><p>Der Kurs läuft.</p><ul><li>{HARD}</li></ul>"),
        body=f"<p>{HARD} Ende.</p>",
    )
    assert [title for title, _ in found_in(entry)] == ["Kurzfassung", "Was wir getan haben", "Weiterer Text"]
    assert {sentence for _, sentences in found_in(entry) for sentence in sentences} == {HARD}
    assert reading_hints(entry).count == 3


def test_steps_and_boxes_are_read_and_what_others_said_is_not():
    entry = make_entry(
        published=False,
        body=[
            ("steps", {"steps": [{"title": "Erster", "text": RichText(f"<p>{HARD}</p>")}]}),
            ("callout", {"title": "Tipp", "text": RichText(f"<p>{HARD}</p>")}),
            ("quote", {"text": HARD, "attribution": "Lehrkraft", "consent": True}),
        ],
    )
    assert [len(sentences) for _, sentences in found_in(entry)] == [2]


def test_an_abbreviation_explained_in_the_summary_is_known_in_the_text():
    entry = make_entry(published=False, summary="Das Bundesamt (BAMF) zahlt.", body="<p>Das BAMF zahlt.</p>")
    assert found_in(entry) == []


def test_a_short_text_is_not_judged_as_a_whole_and_an_empty_one_is_no_praise():
    assert reading_hints(make_entry(published=False)).difficulty is None
    empty = reading_hints(make_entry(published=False, title="Anderes", summary="", body=[]))
    assert (empty.count, empty.has_text) == (0, False)


def test_reading_costs_no_queries(django_assert_num_queries):
    entry = make_entry(published=False, approach=text(f"<p>{HARD}</p>"))
    with django_assert_num_queries(0):
        reading_hints(entry)
