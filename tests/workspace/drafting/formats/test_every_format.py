from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workspace.drafting.formats import nonsense
from tests.workspace.drafting.formats.texts import (
    BREAK,
    EM,
    STRONG,
    Shelf,
    box,
    cell,
    doc,
    entry,
    head,
    item,
    link,
    no_pictures,
    note,
    numbers,
    p,
    points,
    red_pictures,
    table,
    text,
)
from workspace.drafting.formats.html import html_of
from workspace.drafting.formats.markdown import document_of_markdown, markdown_of
from workspace.drafting.formats.shapes import checked
from workspace.drafting.formats.tidying import tidied
from workspace.drafting.formats.web import document_of_html
from workspace.drafting.formats.word import document_of_word, word_of

words = (
    st.lists(
        st.sampled_from("a Wort ü . * _ ( ) [ ! ~ | \\ 1. - # &amp; ` : <i> ^1] “ ]( {".split()), min_size=1, max_size=4
    )
    .flatmap(lambda pieces: st.sampled_from(["".join(pieces), " ".join(pieces)]))
    .map(lambda said: f"{said}x")
)
marks = st.lists(
    st.sampled_from([STRONG, EM, link("https://a.example/(x)_y_"), link("https://b.example/?a=1&lt;2")]),
    max_size=3,
    unique_by=lambda mark: mark["type"],
)
inlines = st.one_of(
    st.builds(lambda said, how: text(said, *how), words, marks),
    st.builds(text, words.map(lambda said: f" {said} ")),
    st.just(BREAK),
    st.builds(note, words),
    st.builds(entry, st.integers(1, 9), words),
)
paragraphs = st.lists(inlines, min_size=1, max_size=5).map(lambda found: p(text("x"), *found))


def holding(inside):
    items = st.lists(st.builds(lambda first, others: item(first, *others), paragraphs, inside), min_size=1, max_size=3)
    return st.lists(
        st.one_of(
            paragraphs,
            items.map(lambda found: points(*found)),
            items.map(lambda found: numbers(*found, order=3)),
            inside.map(lambda found: box("important", p("x"), *found)),
            paragraphs.map(lambda found: table([head("a"), head(found)], [cell(found), cell("d")])),
        ),
        max_size=2,
    )


well_formed = st.recursive(st.lists(paragraphs, max_size=1), holding, max_leaves=6).map(
    lambda blocks: tidied(checked(doc(p("x"), *blocks)))
)


@settings(max_examples=200, deadline=None)
@given(well_formed)
def test_what_was_written_comes_back_from_markdown_and_from_a_page(document):
    assert document_of_markdown(markdown_of(document, ""))[0] == document
    assert document_of_html(html_of(document, pictures=no_pictures), Shelf().keep)[0] == document


@settings(max_examples=150, deadline=None)
@given(nonsense.documents)
def test_whatever_was_sent_goes_out_as_markdown_and_comes_back_as_a_text(document):
    text, _notes = document_of_markdown(markdown_of(document, "Entwurf"))
    assert checked(text) == text


@settings(max_examples=40, deadline=None)
@given(nonsense.documents)
def test_whatever_was_sent_goes_out_as_word_file_and_comes_back_as_a_text(document):
    content = word_of(document, title="a\x00b\ud800", stamp="Entwurf", pictures=red_pictures)
    text, _notes = document_of_word(content, Shelf().keep)
    assert checked(text) == text
