from __future__ import annotations

import json

import pytest
from hypothesis import given, settings

from tests.workspace.drafting.formats import nonsense
from tests.workspace.drafting.formats.texts import (
    BREAK,
    COMMON,
    SPANNING_TABLE,
    STRONG,
    cell,
    doc,
    entry,
    head,
    heading,
    item,
    link,
    note,
    p,
    picture,
    points,
    table,
    text,
)
from workspace.drafting.formats.shapes import checked, plain_text, textblocks, without_remarks

EMPTY = doc(p())


def comment(number: str) -> dict:
    return {"type": "comment", "attrs": {"id": number}}


def test_a_text_that_drafts_know_stays_as_it_is():
    whole = doc(*COMMON, SPANNING_TABLE, picture(7))
    assert checked(whole) == whole


@pytest.mark.parametrize("nothing", [None, 5, "doc", [], {}, {"type": "doc"}, {"content": 7}, doc()])
def test_whatever_is_no_text_is_an_empty_paragraph(nothing):
    assert checked(nothing) == EMPTY


@settings(max_examples=300, deadline=None)
@given(nonsense.documents)
def test_checking_twice_changes_nothing_more(document):
    once = checked(document)
    assert checked(once) == once
    json.dumps(once, ensure_ascii=False).encode()
    plain_text(once)


def test_unknown_nodes_leave_their_words():
    unknown = {"type": "spoiler", "content": [p("eins"), {"type": "x", "content": [text("zwei")]}]}
    assert checked(doc(unknown)) == doc(p("eins"), p("zwei"))


def test_unknown_marks_and_attributes_go():
    styled = {"type": "paragraph", "attrs": {"style": "color:red"}, "content": [text("rot", {"type": "color"}, STRONG)]}
    assert checked(doc(styled)) == doc(p(text("rot", STRONG)))


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:x",
        "data:text/html,x",
        "/konto/",
        "//a.example",
        "https://",
        "https://a b",
        "ftp://a",
        5,
    ],
)
def test_links_lead_to_the_web_and_to_mailboxes_only(href):
    assert checked(doc(p(text("hier", link(href))))) == doc(p("hier"))


@pytest.mark.parametrize("href", ["https://a.example/ü?x=1#y", "http://a.example", "mailto:a@b.example"])
def test_such_links_stay(href):
    linked = doc(p(text("hier", link(href))))
    assert checked(linked) == linked


def test_words_that_no_file_could_hold_go():
    assert checked(doc(p("a\x00b\ud800c\tde\ufffe"))) == doc(p("abc de"))


def test_neighbouring_words_with_the_same_marks_are_one_text():
    assert checked(doc(p("a", "b", text("c", STRONG), text("d", STRONG)))) == doc(p("ab", text("cd", STRONG)))


def test_a_point_begins_with_a_paragraph():
    assert checked(doc(points(item(points("a"))))) == doc(points(item(p(), points("a"))))


def test_a_picture_without_a_number_of_a_file_goes():
    assert checked(doc(picture(0), picture(True), p("x"))) == doc(p("x"))


def test_a_picture_in_a_paragraph_stands_between_two():
    assert checked(doc(p("vor", picture(3), "nach"))) == doc(p("vor"), picture(3), p("nach"))


def test_a_table_is_a_rectangle_whatever_its_spans_say():
    ragged = table([head("a", colspan=99, rowspan=99)], [cell("b")])
    assert checked(doc(ragged)) == doc(table([head("a", "b", colspan=50)]))


def test_a_row_that_is_too_short_is_filled():
    mended = checked(doc(table([cell("a"), cell("b")], [cell("c")])))
    assert mended == doc(table([cell("a"), cell("b")], [cell("c"), cell(p())]))


def test_lists_deeper_than_anybody_writes_are_lifted_out():
    deep = points("unten")
    for _level in range(500):
        deep = points(item("x", deep))
    lifted = checked(doc(deep))
    assert checked(lifted) == lifted
    assert json.dumps(lifted).count("bullet_list") == 12


def test_the_words_are_one_line_per_paragraph_with_footnotes():
    whole = doc(heading(1, "Titel"), p("eins", BREAK, "zwei", note("Quelle"), " ", entry(3, "Kurs")), points("drei"))
    assert plain_text(whole) == "Titel\neins zwei [Quelle] Kurs\ndrei"
    assert len(plain_text(whole).split("\n")) == len(textblocks(whole))


def test_textblocks_are_counted_in_the_order_of_reading():
    whole = doc(heading(1, "a"), points(item("b", points("c")), "d"), table([cell("e"), cell("f")]), picture(1), p())
    assert [plain_text(doc(block)) for block in textblocks(whole)] == ["a", "b", "c", "d", "e", "f", ""]


def test_remarks_leave_no_trace():
    remarked = doc(points(item(p("ein ", text("gutes", comment("c1")), text(" Wort", comment("c1"), comment("c2"))))))
    assert without_remarks(remarked) == doc(points("ein gutes Wort"))
    assert checked(remarked) == remarked
