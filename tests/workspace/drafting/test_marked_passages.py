"""Where comments and suggestions are in the text by now, and what their passages read."""

from __future__ import annotations

from workspace.drafting.passages import Passage, marked_passages


def text(words, *marks):
    return {"type": "text", "text": words, "marks": [{"type": kind, "attrs": {"id": name}} for kind, name in marks]}


def paragraph(*inlines):
    return {"type": "paragraph", "content": list(inlines)}


def test_words_that_are_formatted_apart_are_one_passage():
    strong = {
        **text("fünf ", ("suggestion", "s1")),
        "marks": [{"type": "strong"}, *text("", ("suggestion", "s1"))["marks"]],
    }
    document = {
        "type": "doc",
        "content": [
            paragraph(text("Vorher.")),
            paragraph(
                text("In ü😀 "), {"type": "footnote"}, strong, text("Tagen", ("suggestion", "s1"), ("comment", "c2"))
            ),
        ],
    }
    assert marked_passages(document) == {
        "s1": Passage("fünf Tagen", 1, 8),  # as the browser counts, with one for the footnote
        "c2": Passage("Tagen", 1, 13),
    }


def test_a_passage_that_was_split_begins_with_its_first_part():
    parts = [paragraph(text("eins", ("comment", "c1"))), paragraph(text("zwei", ("comment", "c1")))]
    document = {"type": "doc", "content": [{"type": "blockquote", "content": parts}]}
    assert marked_passages(document) == {"c1": Passage("einszwei", 0, 0)}


def test_marks_without_an_id_are_passed_over():
    odd = {"type": "text", "text": "eins", "marks": [{"type": "comment"}, {"type": "comment", "attrs": {"id": 5}}]}
    assert marked_passages({"type": "doc", "content": [paragraph(odd)]}) == {}
