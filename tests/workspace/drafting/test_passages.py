"""A passage that somebody chose is found where it stands by now, or not at all: never somewhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workspace.drafting.editing import EVERYTHING, doc, paragraph
from workspace.drafting.document import SharedText, length
from workspace.drafting.passages import Passage, found_in

FOOTNOTE = {"type": "footnote", "attrs": {"text": "Quelle"}}
TWICE = doc(paragraph("Zum Amt, dann zum Amt."), paragraph("😀 Zum Amt"))


def test_where_it_was_chosen():
    assert found_in(TWICE, Passage("Amt", 0, 18, 21)) == (0, 18, 21)
    assert found_in(TWICE, Passage("Amt", 1, 7, 10)) == (1, 7, 10)


def test_where_it_moved_to_when_it_stands_there_alone():
    moved = doc(paragraph("Neu davor"), paragraph("Vorne kam etwas dazu: Telefonnummer."))
    assert found_in(moved, Passage("Telefonnummer", 0, 4, 17)) == (1, 22, 35)


@pytest.mark.parametrize(
    "passage",
    [
        Passage("Amt", 0, 3, 6),
        Passage("Amt"),
        Passage("gibt es nicht", 0, 0, 13),
        Passage("", 0, 0, 0),
        Passage("  "),
        Passage("Amt", 99, 0, 3),
        Passage("Amt", 0, -5, 3),
    ],
)
def test_nowhere_or_in_several_places(passage):
    assert found_in(TWICE, passage) is None


def test_an_atom_counts_one_and_stands_in_no_quote():
    document = doc(paragraph("vor", FOOTNOTE, "nach"))
    assert found_in(document, Passage("nach", 0, 4, 8)) == (0, 4, 8)
    assert found_in(document, Passage("vornach")) is None


def test_blocks_in_lists_boxes_and_cells_are_counted_too():
    assert found_in(EVERYTHING, Passage("Zelle <x>"))[0] == 5
    assert found_in(EVERYTHING, Passage("zählt")) == (0, 9, 14)


@given(st.lists(st.text(st.sampled_from("aä😀 b"), min_size=1, max_size=8), min_size=1, max_size=4), st.data())
def test_what_is_found_and_marked_is_the_quote(words, data):
    block = data.draw(st.integers(0, len(words) - 1))
    start = data.draw(st.integers(0, len(words[block]) - 1))
    stop = data.draw(st.integers(start + 1, len(words[block])))
    quote, before = words[block][start:stop], words[block][:start]
    document = doc(*(paragraph(one) for one in words))
    place = found_in(document, Passage(quote, block, length(before), length(before + quote)))
    if not quote.strip():
        assert place is None
        return
    shared = SharedText()
    shared.write(document)
    shared.mark("comment", "c1", *place)
    assert place[0] == block and shared.marked("comment", "c1") == quote
