"""Documents of all formats: what of them arrives in an entry, and what is said about the rest."""

from __future__ import annotations

import base64
import io
import zipfile

import pytest
from docx.enum.style import WD_STYLE_TYPE

from cms.importing.documents import NotReadable, read_document
from cms.importing.shaping import shape_of
from tests.factories.documents import WORD, WordFile, changed, county_report, drawn


def shape(name, content, **how):
    return shape_of(read_document(name, content if isinstance(content, bytes) else content.encode(), **how))


def kinds(found):
    return [kind for kind, _value in found.blocks]


def only(found, kind):
    return [value for name, value in found.blocks if name == kind]


def test_a_word_report_arrives_with_everything_that_stands_in_it():
    found = shape("bericht.docx", county_report())
    assert found.title == "Sprachkurse kommen ins Dorf: Erfahrungen aus dem Landkreis Auental"
    assert [value["text"] for value in only(found, "heading")] == [
        *("Ausgangslage", "So sind wir vorgegangen", "Ergebnisse", "Empfehlungen", "Fußnoten"),
    ]
    texts = "".join(only(found, "text"))
    assert "<ol><li>Räume in Feuerwehrhäusern und Pfarrheimen finden</li><li>Lehrkräfte gewinnen</li>" in texts
    assert "<ul><li>ein warmer Raum mit Tischen</li>" in texts
    assert "<b>vor allem</b>" in texts
    assert "<h3>Kinderbetreuung</h3>" in texts
    assert '<a href="https://www.bamf.de/">Mehr zu den Kursen beim Bundesamt</a>' in texts
    (table,) = only(found, "table")
    assert (table["caption"], table["table"]["first_row_is_table_header"]) == ("Tabelle 1: Kurse nach Gemeinde", True)
    assert table["table"]["data"][1] == ["Oberau", "3", "31"]
    (picture,) = only(found, "picture")
    assert picture["alt"] == "Zwölf Erwachsene sitzen im Feuerwehrhaus an Tischen"
    assert picture["caption"] == "Kurs in Oberau, März 2026"
    assert only(found, "quote")[0]["text"].startswith("Der Kurs ist zu uns gekommen")
    assert found.remarks == []


MARKDOWN = """# Konzept Ankommen

Ein Satz mit Note[^1] und **fett**.

## Schritte

1. eins
   - tief
2. zwei

| Ort | Zahl |
|-----|------|
| Au  | 3    |

[^1]: Quelle der Note.
"""
PAGE = """<html><head><title>Seite</title></head><body><nav>Menü</nav><h1>Konzept Ankommen</h1>
<p>Ein Satz mit Note<sup><a href="#n1" id="r1">1</a></sup> und <strong>fett</strong>.</p><h2>Schritte</h2>
<ol><li>eins<ul><li>tief</li></ul></li><li>zwei</li></ol>
<table><tr><th>Ort</th><th>Zahl</th></tr><tr><td>Au</td><td>3</td></tr></table>
<p id="n1"><a href="#r1">1</a> Quelle der Note.</p></body></html>"""


@pytest.mark.parametrize(("name", "content"), [("a.md", MARKDOWN), ("a.html", PAGE)])
def test_markdown_and_html_arrive_alike(name, content):
    found = shape(name, content)
    assert found.title == "Konzept Ankommen"
    assert kinds(found) == ["text", "heading", "text", "table", "heading", "text"]
    texts = only(found, "text")
    assert texts[0] == '<p>Ein Satz mit Note<a href="#abschnitt-funoten">[1]</a> und <b>fett</b>.</p>'
    assert texts[1] == "<ol><li>eins<ul><li>tief</li></ul></li><li>zwei</li></ol>"
    assert texts[2] == "<ol><li>Quelle der Note.</li></ol>"
    assert only(found, "table")[0]["table"]["data"] == [["Ort", "Zahl"], ["Au", "3"]]


def test_notes_lead_back_to_the_heading_above_their_number():
    found = shape("a.md", "# T\n\n## Lage\n\nEins[^a], zwei[^b], noch einmal eins[^a].\n\n[^a]: A\n\n    B\n\n[^b]: C")
    back = '<a href="#abschnitt-lage">zurück zu „Lage“</a>'
    assert only(found, "text")[-1] == f"<ol><li>A<br/>B {back}</li><li>C {back}</li></ol>"
    assert only(found, "text")[0].count("[1]</a>") == 2


def test_two_numbers_of_notes_may_stand_together():
    found = shape(
        "a.html",
        '<p>Text<sup><a href="#n1" id="r1">1</a>, <a href="#n2" id="r2">2</a></sup></p>'
        '<ol><li id="n1">Eins <a href="#r1">↑</a></li><li id="n2">Zwei <a href="#r2">↑</a></li></ol>',
    )
    mark = '<a href="#abschnitt-funoten">[{}]</a>'
    assert only(found, "text") == [
        f"<p>Text{mark.format(1)}, {mark.format(2)}</p>",
        "<ol><li>Eins</li><li>Zwei</li></ol>",
    ]


def test_the_title_of_a_document_is_found_where_people_put_it():
    assert shape("a.docx", WordFile().heading("Eins").text("x").heading("Zwei").text("y").content).title == "Eins"
    named = WordFile().heading("1. Lage").text("x").heading("2. Ziel").text("y")
    named.document.core_properties.title = "Konzept Auental"
    assert shape("a.docx", named.content).title == "Konzept Auental"
    assert shape("mein-bericht.docx", WordFile().text("Nur Text.").content).title == "mein-bericht"
    assert shape("a.md", "---\ntitle: Vom Kopf\ntags: [a]\n---\n# Eins\n\nx\n\n# Zwei\n\ny").title == "Vom Kopf"
    assert shape("a.html", "<title>Fenster</title><p>Text</p>").title == "Fenster"


def test_a_heading_of_a_section_stays_in_the_text_even_if_it_gives_the_title():
    found = shape("a.md", "# Eins\n\nx\n\n# Zwei\n\n## Drei\n\ny")
    assert (found.title, [value["text"] for value in only(found, "heading")]) == ("Eins", ["Eins", "Zwei"])
    assert "<h3>Drei</h3>" in only(found, "text")[-1]


def test_what_word_can_and_a_text_here_cannot_is_named():
    odd = WordFile("T").text("Text.")
    odd.xml("<w:object><o:OLEObject/></w:object>").xml('<w:commentReference w:id="1"/>').xml("<c:chart/>")
    odd.xml("<m:oMath/>").xml("<w:pict><v:textbox><w:txbxContent><w:p/></w:txbxContent></v:textbox></w:pict>")
    odd.document._body._body[0].append(odd.document.paragraphs[0]._p.makeelement(f"{{{WORD}}}ins", {}))
    odd.document.sections[0].header.paragraphs[0].text = "Vertraulich"
    assert shape("a.docx", odd.content).remarks == [
        "1 comment was left out.",
        "The file holds tracked changes; the text stands here as if all of them were accepted.",
        "1 embedded object was left out.",
        "1 chart was left out.",
        "Formulas were left out.",
        "The file holds text boxes. Please check where their words stand now, and whether all are there.",
        "Headers and footers of the pages were left out.",
    ]


def test_a_table_of_contents_is_left_to_the_page():
    report = WordFile("T")
    report.document.styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH)
    report.text("Inhalt", "TOC Heading").text("Lage 1", "toc 1").heading("Lage").text("Text.")
    assert shape("a.docx", report.content).blocks == [("heading", {"text": "Lage"}), ("text", "<p>Text.</p>")]


def test_lists_keep_their_depth():
    report = WordFile("T").text("eins", "List Bullet").text("tief", "List Bullet 2").text("zwei", "List Bullet")
    (text,) = only(shape("a.docx", report.content), "text")
    assert text == "<ul><li>eins<ul><li>tief</li></ul></li><li>zwei</li></ul>"


def test_links_lead_on_or_become_text():
    found = shape(
        "a.html",
        '<h2 id="ziel">Das Ziel</h2><p><a href="#ziel">hin</a> <a href="#weg">weg</a> <a href="b.html">anderswo</a> '
        '<a href="javascript:x()">böse</a> <a href="file:///etc/passwd">lokal</a> <a href="mailto:a@b.de">Post</a></p>',
    )
    assert only(found, "text") == [
        '<p><a href="#abschnitt-das-ziel">hin</a> weg anderswo böse lokal <a href="mailto:a@b.de">Post</a></p>'
    ]
    assert found.remarks == ["1 link leads to another file and not to an address; its words stay as text."]


def test_small_raised_and_lowered_numbers_keep_their_meaning():
    assert only(shape("a.html", "<p>20 m<sup>2</sup>, CO<sub>2</sub></p>"), "text") == ["<p>20 m², CO₂</p>"]


def test_a_frame_is_no_table_and_an_address_in_a_cell_is_written_out():
    found = shape(
        "a.html",
        "<table><tr><td><p>Im Kasten</p></td></tr></table>"
        '<table><tr><td>a</td><td><a href="https://b.de">b</a></td></tr><tr><td>c</td><td>d</td></tr></table>',
    )
    assert found.blocks[0] == ("text", "<p>Im Kasten</p>")
    assert only(found, "table")[0]["table"]["data"][0] == ["a", "b (https://b.de)"]
    assert found.remarks == ["Table 1 has no header row. Please check whether it needs one."]


def test_scripts_and_events_do_not_come_in():
    found = shape("a.html", "<p onclick='x()'>Text<script>alert(1)</script></p><iframe src='https://x'></iframe>")
    assert found.blocks == [("text", "<p>Text</p>")]
    assert found.remarks == ["Taken out of the text: iframe, script."]


def test_old_encodings_are_read():
    assert shape("a.md", "# Füße\n\nGrüße".encode("cp1252")).title == "Füße"
    page = '<meta charset="iso-8859-1"><h1>Füße</h1><p>x</p>'
    assert shape("a.html", page.encode("latin-1")).title == "Füße"
    assert shape("a.md", "# Füße\n\nGrüße".encode("utf-16")).title == "Füße"


def refusal(name, content):
    with pytest.raises(NotReadable) as refused:
        shape(name, content)
    return str(refused.value)


def zipped(**parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name in ("[Content_Types].xml", "word/document.xml"):
            package.writestr(name, parts.get(name, b"<x/>"))
        for name, content in parts.items():
            if name not in package.namelist():
                package.writestr(name, content)
    return out.getvalue()


def test_a_file_that_swells_is_not_unpacked():
    bomb = zipped(**{"word/media/a.bin": b"\0" * (210 * 1024 * 1024)})
    assert len(bomb) < 1024 * 1024
    too_large = "Unpacked the file would be too large. Please divide it, or make its pictures smaller."
    assert refusal("a.docx", bomb) == too_large
    assert refusal("a.docx", zipped(**{"word/document.xml": b"<x>" + b" " * (9 << 20) + b"</x>"})) == too_large


def test_declarations_that_swell_or_read_files_are_refused():
    for declaration in ('<!DOCTYPE x [<!ENTITY a "b">]>', '<!DOCTYPE x SYSTEM "file:///etc/passwd">'):
        for coding in ("utf-8", "utf-16"):
            evil = changed(WordFile("T").content, word__document=f"{declaration}<x/>".encode(coding))
            assert refusal("a.docx", evil) == (
                "The file holds declarations that no Word document needs. It was not opened."
            )


def test_broken_and_hollow_files_are_refused_in_sentences():
    whole = county_report()
    damaged = "The file is damaged. Please save it anew and try again."
    assert refusal("a.docx", changed(whole, word__document=b"<broken")) == damaged
    assert refusal("a.docx", changed(whole, word__document=b"<x/>")) == damaged
    assert refusal("a.docx", whole[: len(whole) // 2]).startswith("The content of the file is no Word document")
    deep = f'<w:document xmlns:w="{WORD}"><w:body>{"<w:p>" * 3000}{"</w:p>" * 3000}</w:body></w:document>'
    assert refusal("a.docx", changed(whole, word__document=deep.encode())) == damaged
    assert refusal("a.md", b"%PDF-1.7\n") == "The content of the file is not text, whatever its name says."
    assert refusal("a.md", b"   \n") == "There is nothing to read in this file."
    assert refusal("a.md", b"Wort " * 400_000) == "The text is too long for one entry. Please divide it."
    assert refusal("a.odt", b"x").startswith("This format cannot be read.")


def test_a_deeply_nested_page_is_read_or_refused():
    try:
        shape("a.html", "<div>" * 20_000 + "Text" + "</div>" * 20_000)
    except NotReadable as refused:
        assert "nested too deeply" in str(refused)


def test_a_picture_written_into_the_text_comes_in():
    data = base64.b64encode(drawn("JPEG")).decode()
    found = shape("a.html", f'<p>Text <img src="data:image/jpeg;base64,{data}" alt="Ein Hof"> mehr</p>')
    assert kinds(found) == ["text", "picture", "text"]
    assert only(found, "picture")[0]["image"].file.name == "bild.jpg"
