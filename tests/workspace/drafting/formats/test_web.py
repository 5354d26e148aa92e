from __future__ import annotations

import base64

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cms.importing.documents import LONGEST_TEXT, NotReadable
from tests.workspace.drafting.formats.texts import (
    BREAK,
    EM,
    STRONG,
    Shelf,
    cell,
    doc,
    entry,
    head,
    heading,
    item,
    link,
    note,
    numbers,
    p,
    picture,
    png,
    points,
    table,
    text,
)
from workspace.drafting.formats.shapes import checked
from workspace.drafting.formats.web import document_of_html

DATA = f"data:image/png;base64,{base64.b64encode(png()).decode()}"


@pytest.fixture
def read(shelf):
    return lambda html: document_of_html(html, shelf.keep)


def test_levels_of_headings_begin_with_the_first(read):
    assert read("<h1>a</h1><h2>b</h2><h4>c</h4><h6>d</h6>")[0] == doc(
        heading(1, "a"), heading(2, "b"), heading(3, "c"), heading(3, "d")
    )


def test_a_page_whose_headings_stand_below_its_title_begins_with_the_first_too(read):
    assert read("<h2>a</h2><h3>b</h3>")[0] == doc(heading(1, "a"), heading(2, "b"))


def test_lists_nest_however_they_are_written(read):
    wanted = doc(points(item("a", numbers("b", order=3)), "c"))
    assert read("<ul><li>a<ol start=3><li>b</li></ol></li><li>c</li></ul>")[0] == wanted
    assert read("<ul> <li>a</li> <ol start=3><li><p>b</p></li></ol> <li>c</li> </ul>")[0] == wanted


def test_tables_keep_their_spans(read):
    html = "<table><tr><th>a<th colspan=2>b</tr><tr><td rowspan=2>c<td>d<td>e</tr><tr><td colspan=2>f</tr></table>"
    assert read(html)[0] == doc(
        table(
            [head("a"), head("b", colspan=2)],
            [cell("c", rowspan=2), cell("d"), cell("e")],
            [cell("f", colspan=2)],
        )
    )


def test_a_first_row_in_bold_is_the_header(read):
    text_, notes = read("<table><tr><td><b>a</b><td><b>b</b></tr><tr><td>c<td>d</tr></table>")
    assert text_ == doc(table([head("a"), head("b")], [cell("c"), cell("d")]))
    assert notes == []


def test_a_table_without_header_is_named(read):
    assert read("<table><tr><td>a<td>b</tr><tr><td>c<td>d</tr></table>")[1] == [
        "Table 1 has no header row. Please check whether it needs one."
    ]


def test_emphasis_links_and_breaks_arrive(read):
    assert read('<p>a <b>b</b> <i>c</i><br>d <a href="https://a.example/">e</a></p>')[0] == doc(
        p("a ", text("b", STRONG), " ", text("c", EM), BREAK, "d ", text("e", link("https://a.example/")))
    )


def test_links_that_lead_nowhere_leave_their_words(read):
    text_, notes = read('<p><a href="../x.docx">Anlage</a> <a href="javascript:x">b</a></p>')
    assert text_ == doc(p("Anlage b"))
    assert notes == ["1 link leads to another file and not to an address; its words stay as text."]


def test_a_link_to_an_entry_is_a_cross_reference(read, settings):
    own = settings.WAGTAILADMIN_BASE_URL
    html = f'<a href="/entwuerfe/eintrag/5/">a</a> <a href="{own}/entwuerfe/eintrag/6/">b</a>'
    assert read(html)[0] == doc(p(entry(5, "a"), " ", entry(6, "b")))
    elsewhere = read('<a href="https://a.example/entwuerfe/eintrag/5/">a</a>')[0]
    assert elsewhere == doc(p(text("a", link("https://a.example/entwuerfe/eintrag/5/"))))


def test_footnotes_of_libreoffice_are_footnotes(read):
    html = (
        '<p>Satz<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></p>'
        '<div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>'
        "Quelle</p></div>"
    )
    assert read(html)[0] == doc(p("Satz", note("Quelle")))


def test_a_picture_in_the_text_is_kept(read, shelf):
    html = f'<figure><img src="{DATA}" alt="Ein Haus"><figcaption>Unser Haus</figcaption></figure>'
    assert read(html) == (doc(picture(7, "Ein Haus", "Unser Haus")), [])
    assert shelf.kept[0][1:] == ("bild.png", "Ein Haus")


def test_a_picture_elsewhere_is_named_and_not_fetched(read, shelf):
    text_, notes = read('<p>a<img src="https://a.example/x.png" alt="Ein Haus"></p>')
    assert (text_, shelf.kept) == (doc(p("a")), [])
    assert notes == ["Picture 1 was left out: it lies on another server and was not fetched: https://a.example/x.png."]


def test_a_picture_without_description_is_named(read):
    assert read(f'<img src="{DATA}">')[1] == ["Picture 1 has no description. Please say what it shows."]


def test_a_picture_in_a_heading_stands_below_it(read):
    assert read(f'<h1>a<img src="{DATA}" alt="b"></h1>')[0] == doc(heading(1, "a"), picture(7, "b"))


def test_whatever_runs_is_left_out(read):
    text_, notes = read("<p onclick=x>a<script>b</script><style>c</style></p><iframe src=x></iframe>")
    assert text_ == doc(p("a"))
    assert notes == ["Taken out of the text: iframe, script, style."]


def test_only_the_main_part_of_a_page_arrives(read):
    text_, notes = read("<html><head><title>t</title></head><nav>n</nav><main><p>a</p></main><footer>f</footer>")
    assert text_ == doc(p("a"))
    assert "Only the main part of the page was brought in." in notes


def test_spaces_and_empty_paragraphs_of_programs_go(read):
    assert read("<p> a\n  b </p><p>&nbsp;</p><p></p>\n<div>c<br></div>")[0] == doc(p("a b"), p("c"))


def test_lines_of_a_program_stay_lines(read):
    assert read("<pre>a\n  b</pre>")[0] == doc(p("a", BREAK, "b"))


def test_raised_numbers_stay_raised(read):
    assert read("<p>20 m<sup>2</sup></p>")[0] == doc(p("20 m²"))


@pytest.mark.parametrize("html", ["x" * (LONGEST_TEXT + 1), "a\0b"])
def test_what_is_no_text_for_a_draft_is_refused(html, read):
    with pytest.raises(NotReadable):
        read(html)


def test_whatever_is_nested_without_end_is_refused_or_read(read):
    try:
        text_, _notes = read("<ul><li>" * 3000 + "a")
    except NotReadable:
        return
    assert checked(text_) == text_


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "<p> </p> <ul> <ol> <li> </li> </ul> <table> <tr> <td> <th> <td_colspan=3> <td_rowspan=9> </table> <b> "
            "</b> <i> <a_href=https://a.example> </a> <br> <h1> </h1> <h3> <blockquote> <figure> <img> <hr> "
            "<pre> <a_href=#n_id=m>1</a> <li_id=n>x<a_href=#m>^</a></li> Wort &nbsp; < & 7".split()
        ).map(lambda piece: piece.replace("_", " ")),
        max_size=25,
    ).map("".join)
)
def test_whatever_arrives_is_a_text_of_a_draft(html):
    text_, _notes = document_of_html(html, Shelf().keep)
    assert checked(text_) == text_
