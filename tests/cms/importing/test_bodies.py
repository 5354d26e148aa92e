from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from cms.blocks import EntryBody
from cms.blocks.parts import TEXT_FEATURES
from cms.importing.bodies import blocks_from_html, left_out_of


def text_of(markup):
    (block,) = blocks_from_html(markup)
    assert block[0] == "text"
    return block[1]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>a <strong>b</strong> <em>c</em></p>", "<p>a <b>b</b> <i>c</i></p>"),
        ("nur Text", "<p>nur Text</p>"),
        ("<div>A<div>B</div>C</div>", "<p>A</p><p>B</p><p>C</p>"),
        ("<p>x<br>y<br><br><br>z</p>", "<p>x<br/>y<br/><br/>z</p>"),
        ("<p>&nbsp;</p><p> a </p>", "<p>a</p>"),
        ("<p>1 &lt; 2 &amp; 3</p>", "<p>1 &lt; 2 &amp; 3</p>"),
        ("<h4>klein</h4><h6>kleiner</h6>", "<h3>klein</h3><h3>kleiner</h3>"),
        ("<b>fett <p>auch</p> noch</b>", "<p><b>fett</b></p><p><b>auch</b></p><p><b>noch</b></p>"),
        ("<b>a <strong>b</strong></b>", "<p><b>a b</b></p>"),
        ("<pre>eins\n  zwei</pre>", "<p>eins<br/>zwei</p>"),
        ("<hr>a<hr>b<hr>", "<p>a</p><hr/><p>b</p>"),
        ("<ul><li>a</li><li><p>b</p></li></ul>", "<ul><li>a</li><li>b</li></ul>"),
        ("<ol><li>a<ul><li>b</li></ul></li></ol>", "<ol><li>a<ul><li>b</li></ul></li></ol>"),
        ("<ul><li>a</ul> <ul><li>b</ul>", "<ul><li>a</li><li>b</li></ul>"),
        ("<ul>a<h1></h1><h3>b", "<ul><li>a</li><li>b</li></ul>"),
        ("&nbsp; &nbsp;<p>a</p>", "<p>a</p>"),
        ("<ul><li>a</ul><ol><li>b</ol>", "<ul><li>a</li></ul><ol><li>b</li></ol>"),
        ("<dl><dt>Was</dt><dd>Das</dd></dl>", "<p>Was</p><p>Das</p>"),
    ],
)
def test_text_arrives_as_the_editor_would_store_it(markup, expected):
    assert text_of(markup) == expected


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ('<a href="https://example.org/?a=1&b=2">x</a>', '<p><a href="https://example.org/?a=1&amp;b=2">x</a></p>'),
        ('<a href="mailto:a@example.org">x</a>', '<p><a href="mailto:a@example.org">x</a></p>'),
        ('<a href="javascript:alert(1)">x</a>', "<p>x</p>"),
        ('<a href="data:text/html,x">x</a>', "<p>x</p>"),
        ('<p onclick="x()" style="color:red" class="y">x</p>', "<p>x</p>"),
        ("<script>alert(1)</script><style>p{}</style>x", "<p>x</p>"),
        ("<svg><script>alert(1)</script></svg><iframe src=x>y</iframe>x", "<p>x</p>"),
        ('<img src=x onerror="alert(1)">x', "<p>x</p>"),
        ('<a linktype="document" id="5">x</a>', "<p>x</p>"),
        ('<embed embedtype="image" id="3"/>x', "<p>x</p>"),
    ],
)
def test_nothing_foreign_comes_through(markup, expected):
    assert text_of(markup) == expected


def test_headings_and_tables_are_blocks_of_their_own():
    markup = "<p>a</p><h1>Der <i>Weg</i></h1><p>b</p><table><tr><th>Jahr<th>Zahl<tr><td>1<td>2</table><h2>Ende</h2>"
    kinds = [(kind, value) for kind, value in blocks_from_html(markup) if kind != "table"]
    assert kinds == [
        ("text", "<p>a</p>"),
        ("heading", {"text": "Der Weg"}),
        ("text", "<p>b</p>"),
        ("heading", {"text": "Ende"}),
    ]
    assert [kind for kind, _ in blocks_from_html(markup)] == ["text", "heading", "text", "table", "heading"]


def test_a_heading_too_long_for_its_block_stays_in_the_text():
    assert text_of(f"<h2>{'lang ' * 60}</h2>").startswith("<h3>lang lang")


def test_columns_of_a_table_stay_in_line():
    ((kind, value),) = blocks_from_html(
        "<table><caption>Kurse</caption><thead><tr><th>Ort</th><th colspan=2>Kurse</th></tr></thead>"
        "<tbody><tr><td rowspan=2>Aue</td><td>A1</td><td>3 <b>neu</b></td></tr>"
        "<tr><td>B1<table><tr><td>innen</td></tr></table></td><td>2</td></tr><tr><td>Berg</td></tr></tbody></table>"
    )
    assert kind == "table"
    assert value["caption"] == "Kurse"
    assert value["table"]["data"] == [
        ["Ort", "Kurse", ""],
        ["Aue", "A1", "3 neu"],
        ["", "B1 innen", "2"],
        ["Berg", "", ""],
    ]
    assert value["table"]["table_header_choice"] == "row"


def test_headers_on_the_left_are_kept():
    ((_, value),) = blocks_from_html("<table><tr><th>Ort<td>Aue<tr><th>Kreis<td>Auental</table>")
    assert value["table"]["table_header_choice"] == "column"


@pytest.mark.parametrize("markup", ["", "  ", "<p></p>", "<table><tr><td></td></tr></table>", "<script>x</script>"])
def test_a_body_without_words_is_empty(markup):
    assert blocks_from_html(markup) == []


def test_what_is_taken_out_is_named():
    assert left_out_of('<p>x<IMG src="x"><script>y</script></p>') == ["img", "script"]


def test_depth_and_length_do_no_harm():
    assert text_of("<div>" * 5000 + "x") == "<p>x</p>"
    assert text_of("<ul><li>" * 500 + "tief") == "<ul><li>tief</li></ul>"
    assert (
        len(blocks_from_html("<table><tr>" + "<td colspan=999999>x" * 300 + "</table>")[0][1]["table"]["data"][0]) == 50
    )


TAGS = "p div b strong i em a ul ol li h1 h2 h3 h5 br hr table tr td th caption pre blockquote span script".split()
MARKUP = st.lists(
    st.one_of(
        st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
        st.sampled_from(['<a href="https://example.org">', "Wort", " ", "\n", "&amp;", "&nbsp;", "<", "ß"]),
    ),
    max_size=40,
).map("".join)


def blocks_and_words(markup):
    """Space and the order of emphasis inside emphasis may differ."""
    plain = re.sub(r' data-block-key="\w+"|</?[bi]>', "", markup)
    return "".join(plain.replace("<p></p>", "").split())


@settings(max_examples=200, deadline=None, database=None)
@given(MARKUP)
def test_whatever_comes_in_the_editor_opens_it_and_loses_nothing(markup):
    blocks = blocks_from_html(markup)
    editor = ContentstateConverter(features=TEXT_FEATURES)
    for kind, value in blocks:
        if kind == "text":
            stored = editor.to_database_format(editor.from_database_format(value))
            assert blocks_and_words(stored) == blocks_and_words(value)
    stream = EntryBody(required=False)
    stream.clean(stream.normalize(blocks))
