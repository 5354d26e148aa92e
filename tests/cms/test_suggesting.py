"""What a suggestion makes of a part: one passage exactly, markup around it kept, nothing that anybody typed runs."""

from __future__ import annotations

import pytest

from cms.models import GoodPractice
from cms.suggesting import CannotApply, parts_of, replaced, text_of
from tests.factories import make_entry, make_picture, text

pytestmark = pytest.mark.django_db

TEXT = "<p>Der Kurs kostet <b>31.600 Euro</b> im Jahr.</p><ul><li>Der Bus f&auml;hrt &amp; h&auml;lt.</li></ul>"


def applied(markup, passage, wording, name="approach"):
    value = [{"type": "text", "value": markup, "id": "1"}]
    return replaced(GoodPractice(), name, value, passage=passage, wording=wording)[0]["value"]


def test_a_passage_is_replaced_where_it_stands():
    assert applied(TEXT, "im Jahr", "jährlich").startswith("<p>Der Kurs kostet <b>31.600 Euro</b> jährlich.</p>")


def test_a_passage_may_reach_over_bold_words_and_a_line_break():
    assert applied(TEXT, "kostet 31.600\n Euro im", "kostet 32.000 Euro im").startswith(
        "<p>Der Kurs kostet 32.000 Euro im Jahr.</p>"
    )


def test_signs_that_markup_escapes_are_found():
    assert "<li>Der Bus hält.</li>" in applied(TEXT, "fährt & hält", "hält")


def test_what_is_typed_is_text():
    new = applied(TEXT, "im Jahr", "<script>alert(1)</script> & mehr")
    assert "<script" not in new
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; mehr" in new
    whole = applied(TEXT, "", "Eins <b>zwei</b>\n\nDrei")
    assert whole == "<p>Eins &lt;b&gt;zwei&lt;/b&gt;</p>\n\n<p>Drei</p>"


@pytest.mark.parametrize("passage", ["steht nicht da", "Der", "Jahr. Der Bus"])
def test_a_passage_stands_in_one_place(passage):
    with pytest.raises(CannotApply) as caught:
        applied(TEXT, passage, "anders")
    assert caught.value.sentence


def test_a_passage_can_be_left_out_but_not_everything():
    assert "kostet <b>31.600 Euro</b>." in applied(TEXT, "im Jahr", "").replace(" .", ".")
    with pytest.raises(CannotApply):
        applied(TEXT, "", "  ")


def test_titles_stay_in_one_line_and_in_their_length():
    assert (
        replaced(GoodPractice(), "title", "Kurs im Dorf", passage="", wording="Kurs\nin Dörfern") == "Kurs in Dörfern"
    )
    for passage, wording in (("", "x" * 256), ("Kurs im Dorf", "x" * 256), ("Kurs im Dorf", "")):
        with pytest.raises(CannotApply):
            replaced(GoodPractice(), "title", "Kurs im Dorf", passage=passage, wording=wording)


def test_passages_stand_in_steps_tables_figures_and_quotations_too():
    value = [
        {
            "type": "steps",
            "value": {
                "steps": [{"type": "item", "id": "a", "value": {"title": "Raum finden", "text": "<p>Im Rathaus.</p>"}}]
            },
            "id": "1",
        },
        {"type": "table", "value": {"caption": "", "table": {"data": [["Jahr", "12 Kurse"]]}}, "id": "2"},
        {"type": "figures", "value": {"figures": [{"type": "item", "id": "b", "value": {"value": "16 %"}}]}, "id": "3"},
        {"type": "quote", "value": {"text": "Sehr gut.", "attribution": "Lehrerin", "consent": True}, "id": "4"},
    ]
    for passage in ("Raum finden", "Im Rathaus", "12 Kurse", "16 %", "Lehrerin"):
        changed = replaced(GoodPractice(), "approach", value, passage=passage, wording="anders")
        assert "anders" in str(changed)
        assert passage not in str(changed)
    with pytest.raises(CannotApply):  # whose text is not all of it
        replaced(GoodPractice(), "approach", value, passage="", wording="Alles neu")
    with pytest.raises(CannotApply):
        replaced(GoodPractice(), "approach", value, passage="16 %", wording="x" * 41)


def test_a_passage_that_stands_in_two_blocks_is_not_one_place():
    value = [
        {"type": "text", "value": "<p>Der Kurs.</p>"},
        {"type": "callout", "value": {"title": "Der Kurs", "text": ""}},
    ]
    with pytest.raises(CannotApply):
        replaced(GoodPractice(), "approach", value, passage="Der Kurs", wording="anders")


def test_parts_are_title_summary_and_what_is_written(forum):
    picture = ("picture", {"image": make_picture(), "alt": "Ein Dorf", "caption": "Im Mai"})
    entry = make_entry(published=False, approach=[*text("<p>Schritt.</p>"), picture])
    content = entry.get_latest_revision().content
    parts = {part.name: part for part in parts_of(entry, content)}
    assert list(parts) == ["title", "summary", "approach", "body"]
    assert (parts["summary"].is_only_text, parts["body"].is_only_text, parts["approach"].is_only_text) == (
        True,
        True,
        False,
    )
    assert parts["approach"].text.startswith("Schritt.")
    assert text_of(entry, "title", content["title"]) == entry.title
