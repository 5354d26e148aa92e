from __future__ import annotations

from hypothesis import given, settings

from tests.workspace.drafting.formats import nonsense
from tests.workspace.drafting.formats.texts import Shelf, red_pictures
from workspace.drafting.formats.markdown import document_of_markdown, markdown_of
from workspace.drafting.formats.shapes import checked
from workspace.drafting.formats.word import document_of_word, word_of


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
