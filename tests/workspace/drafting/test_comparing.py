"""Two texts beside each other: nothing is lost, and whoever reads it sees what happened."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workspace.drafting.formats.nonsense import documents
from tests.workspace.drafting.formats.texts import (
    COMMON,
    EM,
    SIMPLE_TABLE,
    STRONG,
    cell,
    doc,
    entry,
    head,
    heading,
    note,
    p,
    picture,
    points,
    table,
    text,
)
from workspace.drafting.comparing import Change, Op, Run, compared
from workspace.drafting.formats.shapes import checked
from workspace.drafting.lines import lines_of

WORDS = ("Telefon", "am", "Abend", "Landkreis", "wohnt", ".", ",", "😀", "ß", "zwei", "Zimmer", "frei")
sentences = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)
blocks = st.one_of(
    sentences.map(p),
    sentences.map(lambda words: p(text(words or "x", STRONG), note("Quelle"), entry(4, "Bus"))),
    sentences.map(lambda words: heading(2, words or "x")),
    st.lists(sentences, min_size=1, max_size=3).map(lambda items: points(*items)),
    st.lists(sentences, min_size=2, max_size=2).map(lambda cells: table([cell(each) for each in cells])),
)
texts = st.lists(blocks, max_size=8).map(lambda found: doc(*found))


def words(rows, *ops):
    return "\n".join(
        "".join(run.text for run in row.runs if run.op in ops)
        for row in rows
        if any(run.op in ops for run in row.runs) or (row.before if Op.DELETED in ops else row.after)
    )


@pytest.mark.parametrize("both", [(texts, texts), (documents.map(checked), documents.map(checked))], ids=str)
def test_nothing_is_lost_and_nothing_comes_from_nowhere(both):
    @given(*both)
    def holds(old, new):
        rows = compared(old, new)
        was, now = ("\n".join(line.text for line in lines_of(one)) for one in (old, new))
        assert words(rows, Op.KEPT, Op.RESTYLED, Op.DELETED) == was
        assert words(rows, Op.KEPT, Op.RESTYLED, Op.INSERTED) == now

    holds()


@given(texts)
def test_a_text_beside_itself_is_the_same(one):
    assert {row.change for row in compared(one, one)} <= {Change.SAME}


def test_a_word_and_who_wrote_it():
    old, new = doc(p("Die Miete trägt der Kreis.")), doc(p("Die Miete trägt das Jobcenter."))
    (row,) = compared(old, new, [[[26, 7]]], [[[16, 7], [13, 9], [1, 7]]])
    assert row.change == Change.CHANGED
    assert row.runs == (
        Run("Die Miete trägt ", Op.KEPT, 7),
        Run("der Kreis", Op.DELETED, 7),
        Run("das Jobcenter", Op.INSERTED, 9),
        Run(".", Op.KEPT, 7),
    )


def test_signs_that_count_twice_in_browsers_do_not_shift_names():
    (row,) = compared(doc(), doc(p("🏡🏡 neu")), [], [[[4, 1], [4, 2]]])
    assert [(run.text, run.author) for run in row.runs] == [("🏡🏡", 1), (" neu", 2)]


def test_a_footnote_is_of_whoever_wrote_before_it():
    (row,) = compared(doc(), doc(p("Etwas", note("Quelle"))), [], [[[5, 3], [1, None]]])
    assert {run.author for run in row.runs} == {3}


def test_a_paragraph_that_became_a_heading_says_so():
    (row,) = compared(doc(p("Was wir empfehlen")), doc(heading(1, "Was wir empfehlen")))
    assert (row.change, row.before, row.after) == (Change.CHANGED, ("paragraph",), ("heading 1",))


def test_words_that_look_different_are_neither_new_nor_gone():
    (row,) = compared(doc(p("sehr ", "wichtig")), doc(p("sehr ", text("wichtig", EM))))
    assert [(run.text, run.op) for run in row.runs] == [("sehr ", Op.KEPT), ("wichtig", Op.RESTYLED)]


def test_what_moved_is_said_at_both_places():
    one, two, three = p("Der erste Absatz hier."), p("Ganz andere Worte stehen dort."), p("Und zum Schluss noch dies.")
    rows = compared(doc(one, two, three), doc(two, three, one))
    assert [row.change for row in rows] == [Change.MOVED_AWAY, Change.SAME, Change.SAME, Change.MOVED_HERE]


def test_a_row_of_a_table_is_a_line():
    more = table([head("Kreis"), head("Zahl")], [cell("Uckermark"), cell("14")], [cell("Prignitz"), cell("7")])
    rows = compared(doc(SIMPLE_TABLE), doc(more))
    assert [row.change for row in rows] == [Change.SAME, Change.CHANGED, Change.SAME]
    assert [run.text for run in rows[1].runs] == ["Uckermark | ", "12", "14"]


def test_what_stands_between_cells_is_of_whoever_wrote_the_row():
    (row,) = compared(doc(), doc(table([cell("Oberau"), cell("4")])), [], [[[6, 3]], [[1, 3]]])
    assert row.runs == (Run("Oberau | 4", Op.INSERTED, 3),)


def test_rows_with_other_numbers_belong_together():
    rows = compared(
        doc(table([cell("Oberau"), cell("3"), cell("31")])), doc(table([cell("Oberau"), cell("4"), cell("35")]))
    )
    assert [row.change for row in rows] == [Change.CHANGED]


def test_another_picture_with_the_same_words_is_a_change():
    (row,) = compared(doc(picture(5)), doc(picture(6)))
    assert row.change == Change.CHANGED


def test_a_new_paragraph_leaves_the_others_alone():
    rows = compared(doc(*COMMON), doc(*COMMON[:3], p("Ein ganz neuer Absatz."), *COMMON[3:]))
    assert [row.runs for row in rows if row.change != Change.SAME] == [(Run("Ein ganz neuer Absatz.", Op.INSERTED),)]


def test_sixty_pages_take_about_a_second():
    chance = random.Random(1)
    known = [f"wort{number}" for number in range(3000)]
    weights = [1 / (number + 1) for number in range(3000)]

    def changed(paragraph):
        return [chance.choice(known) if chance.random() < 0.1 else word for word in paragraph]

    pages = [chance.choices(known, weights, k=60) for _paragraph in range(420)]
    old, new = (
        doc(*(p(" ".join(paragraph)) for paragraph in each)) for each in (pages, [changed(one) for one in pages])
    )
    began = time.process_time()
    rows = compared(old, new)
    assert len(rows) < 450  # each was found again
    assert time.process_time() - began < 2
