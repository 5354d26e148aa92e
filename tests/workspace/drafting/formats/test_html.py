from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings

from tests.workspace.drafting.formats import nonsense
from tests.workspace.drafting.formats.texts import (
    COMMON,
    HOSTILE,
    SIMPLE_TABLE,
    SPANNING_TABLE,
    STRONG,
    box,
    doc,
    entry,
    heading,
    link,
    no_pictures,
    note,
    numbers,
    p,
    picture,
    red_pictures,
    text,
)
from workspace.drafting.formats.html import html_of
from workspace.drafting.formats.shapes import checked, outline_of, textblocks
from workspace.drafting.formats.web import document_of_html

TAGS = set(
    "p h2 h3 h4 ul ol li blockquote aside div table thead tbody tr th td figure img figcaption strong em a mark sup br "
    "section".split()
)
ATTRIBUTES = set("class id href role aria-label start tabindex scope colspan rowspan src alt data-mark".split())


class Page(HTMLParser):
    """What a browser sees: tags, their attributes, words."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.other: list[str] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words += data

    def handle_comment(self, data):
        self.other.append(data)

    handle_decl = handle_pi = unknown_decl = handle_comment


def shown(*blocks, **how) -> str:
    return html_of(doc(*blocks), **{"pictures": red_pictures, **how})


@settings(max_examples=200, deadline=None)
@given(nonsense.documents)
def test_no_words_come_out_as_markup(document):
    page = Page(html_of(document, pictures=red_pictures, remarks=True))
    assert {tag for tag, _attributes in page.tags} <= TAGS
    assert {name for _tag, attributes in page.tags for name in attributes} <= ATTRIBUTES
    hrefs = [str(attributes["href"]) for tag, attributes in page.tags if tag == "a"]
    assert all(href.startswith(("#", "/entwuerfe/eintrag/", "http", "mailto:")) for href in hrefs)
    assert page.other == []
    for block in textblocks(checked(document)):
        for inline in block.get("content", []):
            assert inline.get("text", "") in page.words


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words_wherever_they_stand(words):
    page = Page(shown(p(words, note(words), entry(3, words)), picture(4, alt=words, caption=words), heading(2, words)))
    assert page.words.count(words) == 5
    assert dict(page.tags)["img"]["alt"] == words
    assert {tag for tag, _attributes in page.tags} <= TAGS


def test_headings_begin_below_the_title_of_the_page():
    markup = shown(heading(1, "a"), heading(2, "b"), heading(3, "c"))
    assert markup == "<h2>a</h2><h3>b</h3><h4>c</h4>"


def test_a_box_has_its_word_in_the_language_of_the_text():
    assert '<aside class="callout callout--important"><p class="callout__title"><strong>Wichtig</strong></p>' in shown(
        box("important", p("x"))
    )


def test_headers_of_tables_say_what_they_are_for():
    markup = shown(SPANNING_TABLE)
    assert '<thead><tr><th scope="col">Kreis</th>' in markup
    assert '<th scope="colgroup" colspan="2">Zahlen</th>' in markup
    assert '<td rowspan="2">Uckermark</td>' in markup


def test_two_tables_have_different_names():
    markup = shown(SIMPLE_TABLE, SIMPLE_TABLE)
    assert 'aria-label="Tabelle 1"' in markup
    assert 'aria-label="Tabelle 2"' in markup


def test_footnotes_lead_to_their_list_and_back():
    markup = shown(p("a", note("eins")), p("b", note("zwei")), prefix="n5")
    ids = {attributes["id"] for _tag, attributes in Page(markup).tags if "id" in attributes}
    hrefs = {str(attributes["href"])[1:] for tag, attributes in Page(markup).tags if tag == "a"}
    assert ids == hrefs == {"n5-1", "n5-1-stelle", "n5-2", "n5-2-stelle"}


def test_a_picture_says_what_it_shows():
    assert shown(picture(7, "Ein Haus", "Unser Haus")) == (
        '<figure><img src="/dateien/7/klein/" alt="Ein Haus"><figcaption>Unser Haus</figcaption></figure>'
    )


def test_a_picture_that_is_not_there_leaves_its_description():
    markup = shown(picture(7, "Ein Haus"), pictures=no_pictures)
    assert "<img" not in markup
    assert "Ein Haus" in markup


def test_words_of_one_link_are_one_link():
    one = link("https://a.example/")
    assert shown(p(text("hier ", one), text("fett", one, STRONG))).count("<a ") == 1


def test_a_cross_reference_leads_to_the_entry():
    assert shown(p(entry(5, "Kurs"))) == '<p><a href="/entwuerfe/eintrag/5/">Kurs</a></p>'


def test_passages_are_marked_only_where_they_are_asked_for():
    remarked = p(
        text("Wort", {"type": "comment", "attrs": {"id": "c12"}}, {"type": "suggestion", "attrs": {"id": "s5"}})
    )
    assert shown(remarked) == "<p>Wort</p>"
    markup = shown(remarked, remarks=True)
    assert '<mark data-mark="c12" class="passage">' in markup
    assert '<mark data-mark="s5" class="passage passage--suggestion">' in markup


def test_a_text_comes_back_from_its_page(shelf):
    whole = doc(*COMMON, SIMPLE_TABLE, SPANNING_TABLE, numbers("vier", order=4))
    assert document_of_html(html_of(whole, pictures=no_pictures), shelf.keep) == (whole, [])


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_come_back(words, shelf):
    whole = doc(p("Vorher ", text(words, STRONG), note(words)))
    assert document_of_html(html_of(whole, pictures=no_pictures), shelf.keep)[0] == whole


def test_an_outline_leads_to_the_headings():
    document = doc(heading(1, "Ziel"), p("Worte"), box("note", heading(2, "Im Kasten")))
    page = html_of(document, pictures=no_pictures, anchors="abschnitt")
    assert outline_of(checked(document)) == [(1, "Ziel"), (2, "Im Kasten")]
    assert '<h2 id="abschnitt-1">Ziel</h2>' in page and '<h3 id="abschnitt-2">Im Kasten</h3>' in page
    assert "id=" not in html_of(document, pictures=no_pictures)
