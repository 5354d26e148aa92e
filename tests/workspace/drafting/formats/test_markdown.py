from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workspace.drafting.formats.texts import (
    BREAK,
    COMMON,
    EM,
    HOSTILE,
    SIMPLE_TABLE,
    SPANNING_TABLE,
    STRONG,
    cell,
    doc,
    entry,
    head,
    heading,
    link,
    note,
    numbers,
    p,
    picture,
    points,
    quote,
    table,
    text,
)
from workspace.drafting.formats.markdown import document_of_markdown, markdown_of
from workspace.drafting.formats.shapes import checked, plain_text

STAMP = "Entwurf, nur AG Wohnen, 29. November 2026"


def back(*blocks):
    return document_of_markdown(markdown_of(doc(*blocks), ""))[0]


def test_the_stamp_and_the_title_stand_at_the_head():
    written = markdown_of(doc(p("x")), STAMP, title='Ein "Titel": ---')
    assert written.startswith(f'---\ntitle: "Ein \\"Titel\\": ---"\nvermerk: "{STAMP}"\n---\n\nx\n')
    text, notes = document_of_markdown(written)
    assert text == doc(p("x"))
    assert notes == ["Lines at the head of the file were left out: vermerk."]


def test_a_text_comes_back():
    whole = doc(*COMMON, SIMPLE_TABLE, numbers("vier", "fünf", order=4))
    assert document_of_markdown(markdown_of(whole, "")) == (whole, [])


def test_it_reads_like_markdown_that_people_write():
    written = markdown_of(doc(heading(1, "Titel"), p("Ein ", text("Wort", STRONG), "."), points("a", "b")), "")
    assert written == "## Titel\n\nEin **Wort**.\n\n- a\n- b\n"


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_come_back_wherever_they_stand(words):
    whole = doc(
        p(words),
        p("x ", text(words, STRONG, EM), note(words)),
        heading(2, words),
        points(words),
        quote(p(words)),
        table([head("a"), head("b")], [cell(words), cell("c")]),
        p("eins", BREAK, words),
    )
    assert back(*whole["content"]) == whole


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="ab *_`#[]()<>!|\\~&;-+=1.:^{}\"'", min_size=1, max_size=20))
def test_no_signs_of_markdown_change_what_is_written(words):
    said = " ".join(words.split())
    assert plain_text(back(p(f"x {said} x"))) == f"x {said} x".replace("  ", " ")
    assert plain_text(back(p(said or "x"))) == (said or "x")


def test_lists_next_to_each_other_stay_two():
    whole = (points("a"), points("b"), numbers("c"), numbers("d"), points("e"))
    assert back(*whole) == doc(*whole)


def test_an_exclamation_before_a_link_makes_no_picture_of_it():
    whole = p("Los!", text("hier", link("https://a.example/")), "!", note("Quelle"), "!", entry(3, "Kurs"))
    assert back(whole) == doc(whole)


def test_words_beside_a_footnote_stay_beside_it():
    whole = p("eins", note("a"), "(zwei)", note("b"), ": drei ", text("^1", link("https://a.example/")), entry(3, "^1"))
    assert back(whole) == doc(whole)


def test_a_box_in_which_nothing_is_written_yet_breaks_nothing():
    assert markdown_of(doc(quote(p()), p("x")), "") == "x\n"


def test_emphasis_inside_of_a_word_stays():
    whole = p("un", text("glaub", STRONG), text("lich", EM), "!", text("(so)", STRONG), "a")
    assert back(whole) == doc(whole)


@pytest.mark.parametrize(
    "href", ["https://a.example/x_(y)?a=1&copy=2", "mailto:a@b.example", "https://a.example/*a*_b_"]
)
def test_addresses_come_back(href):
    whole = p(text("hier", link(href)))
    assert back(whole) == doc(whole)


def test_cells_that_span_others_become_empty_ones():
    (flat,) = back(SPANNING_TABLE)["content"]
    assert [[plain_text(doc(c)) for c in row["content"]] for row in flat["content"]] == [
        ["Kreis", "Zahlen", ""],
        ["Uckermark", "12", "13"],
        ["", "zusammen 25", ""],
    ]


def test_a_table_without_header_comes_back_without():
    whole = table([cell("a"), cell("b")], [cell("c"), cell("d")])
    assert back(whole) == doc(whole)


def test_a_list_in_a_cell_keeps_its_words():
    assert "• a<br>• b" in markdown_of(doc(table([head("x")], [cell(points("a", "b"))])), "")


def test_a_picture_is_named_and_not_fetched():
    written = markdown_of(doc(picture(7, "Ein [Haus]", 'Das "Haus"')), "")
    assert written == '![Ein \\[Haus\\]](/dateien/7/klein/ "Das \\"Haus\\"")\n'
    text, notes = document_of_markdown(f"{written}\nText")
    assert text == doc(p("Text"))
    assert notes == ["Picture 1 was left out: it does not lie in the file: /dateien/7/klein/."]


def test_boxes_of_other_programs_are_boxes():
    text, _notes = document_of_markdown("> [!WARNING]\n> Vorsicht\n\n> [!FOO]\n> bar")
    assert [block["type"] for block in text["content"]] == ["callout", "blockquote"]
    assert text["content"][0]["attrs"] == {"kind": "important"}


def test_remarks_are_no_part_of_it():
    remarked = doc(p(text("Wort", {"type": "comment", "attrs": {"id": "c1"}})))
    assert markdown_of(checked(remarked), "") == "Wort\n"
