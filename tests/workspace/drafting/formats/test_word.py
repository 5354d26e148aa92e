from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.oxml.ns import qn

from cms.importing.documents import NotReadable
from tests.factories.documents import WordFile
from tests.workspace.drafting.formats.texts import (
    COMMON,
    HOSTILE,
    SIMPLE_TABLE,
    SPANNING_TABLE,
    STRONG,
    box,
    cell,
    doc,
    entry,
    head,
    heading,
    item,
    link,
    no_pictures,
    note,
    numbers,
    p,
    picture,
    png,
    points,
    red_pictures,
    table,
    text,
)
from workspace.drafting.formats.pictures import Picture
from workspace.drafting.formats.word import document_of_word, word_of

STAMP = "Entwurf, nur AG Wohnen, 29. November 2026"
OURS = [
    "Headers and footers of the pages were left out.",
    "The title of the file was not taken into the text: “Titel”.",
]


def made(*blocks, title="Titel", pictures=red_pictures, **how) -> bytes:
    return word_of(doc(*blocks), title=title, stamp=STAMP, pictures=pictures, **how)


def opened(*blocks, **how):
    return docx.Document(io.BytesIO(made(*blocks, **how)))


def styles(file) -> list[tuple[str, str]]:
    return [(paragraph.style.name, paragraph.text) for paragraph in file.paragraphs if paragraph.text]


def test_a_text_comes_back(shelf, settings):
    """The rows of a list that begins with 4 come back as a list that begins with 1: Word says it elsewhere."""
    whole = doc(*COMMON, SIMPLE_TABLE, SPANNING_TABLE, picture(7, "Ein Haus", "Unser Haus"), p("Ende"))
    content = word_of(whole, title="Titel", stamp=STAMP, pictures=red_pictures, address=settings.WAGTAILADMIN_BASE_URL)
    assert document_of_word(content, shelf.keep) == (whole, OURS)
    assert [alt for _content, _name, alt in shelf.kept] == ["Ein Haus"]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_come_back(words, shelf):
    whole = doc(heading(1, words), p(words, note(words)), points(words), table([head(words)], [cell(words)]))
    assert document_of_word(made(*whole["content"]), shelf.keep)[0] == whole


def test_title_and_stamp_stand_above_the_text_and_on_every_page():
    file = opened(p("Text"))
    assert styles(file) == [("Title", "Titel"), ("Draft Stamp", STAMP), ("Normal", "Text")]
    assert file.sections[0].header.paragraphs[0].text == STAMP
    assert "Seite" in file.sections[0].footer.paragraphs[0].text


def test_word_knows_title_and_language():
    file = opened(p("Text"))
    assert (file.core_properties.title, file.core_properties.language) == ("Titel", "de-DE")
    assert [element.get(qn("w:val")) for element in file.styles.element.iter(qn("w:lang"))][:1] == ["de-DE"]
    assert file.core_properties.author == ""


def test_headings_and_lists_have_the_styles_of_word():
    file = opened(heading(1, "a"), heading(3, "b"), points(item("c", numbers("d"), p("e"))))
    assert styles(file)[2:] == [
        ("Heading 1", "a"),
        ("Heading 3", "b"),
        ("List Bullet", "c"),
        ("List Number", "d"),
        ("List Continue", "e"),
    ]


def test_every_list_counts_anew():
    file = opened(numbers("a", "b"), numbers("c", order=7))
    numbered = [paragraph._p.pPr.numPr.numId.val for paragraph in file.paragraphs if "Number" in paragraph.style.name]
    assert numbered[0] == numbered[1] != numbered[2]
    starts = file.part.numbering_part.element.num_having_numId(numbered[2]).iter(qn("w:startOverride"))
    assert [start.get(qn("w:val")) for start in starts] == ["7"]


def test_the_header_of_a_table_stands_on_every_page():
    (written,) = opened(SIMPLE_TABLE).tables
    repeated = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in written.rows]
    assert repeated == [True, False, False]


def test_a_picture_has_its_description():
    (shape,) = opened(picture(7, "Ein Haus")).inline_shapes
    assert shape._inline.docPr.get("descr") == "Ein Haus"


def test_pictures_in_a_format_that_word_does_not_know_are_shown_too():
    def webp(file):
        return Picture("", png(3000, 100, form="WEBP"), "image/webp")

    (shape,) = opened(picture(7), pictures=webp).inline_shapes
    assert shape.width.cm == 16


@pytest.mark.parametrize("pictures", [no_pictures, lambda file: Picture("", b"nonsense", "image/png")])
def test_a_picture_that_is_not_there_leaves_its_description(pictures):
    assert ("Normal", "Ein Haus") in styles(opened(picture(7, "Ein Haus"), pictures=pictures))


def test_footnotes_are_those_of_word():
    with zipfile.ZipFile(io.BytesIO(made(p("a", note("Quelle & mehr"))))) as package:
        assert "Quelle &amp; mehr" in package.read("word/footnotes.xml").decode()
        assert "footnotes+xml" in package.read("[Content_Types].xml").decode()
        assert "footnoteReference" in package.read("word/document.xml").decode()


def test_a_box_says_what_it_is():
    (frame,) = opened(box("example", p("So geht es"))).tables
    assert [paragraph.text for paragraph in frame.cell(0, 0).paragraphs] == ["Beispiel", "So geht es"]


def test_a_cross_reference_is_a_link_where_the_address_is_known():
    links = opened(p(entry(5, "Kurs")), address="https://forum.example").paragraphs[-1].hyperlinks
    assert [(found.text, found.address) for found in links] == [("Kurs", "https://forum.example/entwuerfe/eintrag/5/")]
    assert opened(p(entry(5, "Kurs"))).paragraphs[-1].hyperlinks == []


def test_a_file_that_somebody_wrote_arrives_with_headings_list_and_table(shelf):
    file = WordFile("Empfehlung").heading("Lage").text("Es fehlt ", bold="Wohnraum", note="Bericht 2025")
    file.text("eins", "List Bullet").text("tief", "List Bullet 2").text("zwei", "List Bullet")
    file.heading("Zahlen", 2).table(["Kreis", "Zahl"], ["Uckermark", "12"])
    file.text("Mehr: ", link="https://a.example/ hier").picture(png(200, 100), alt="Ein Diagramm", caption="Abb. 1")
    text_, notes = document_of_word(file.content, shelf.keep)
    assert text_ == doc(
        heading(1, "Lage"),
        p("Es fehlt ", text("Wohnraum", STRONG), note("Bericht 2025")),
        points(item("eins", points("tief")), "zwei"),
        heading(2, "Zahlen"),
        table([head("Kreis"), head("Zahl")], [cell("Uckermark"), cell("12")]),
        p("Mehr: ", text("hier", link("https://a.example/"))),
        picture(7, "Ein Diagramm", "Abb. 1"),
    )
    assert notes == ["The title of the file was not taken into the text: “Empfehlung”."]


def test_a_picture_that_is_not_kept_is_named():
    text_, notes = document_of_word(WordFile().text("x").picture(png(), alt="y").content, lambda *_picture: None)
    assert text_ == doc(p("x"))
    assert notes == ["Picture 1 was left out: it could not be stored."]


@pytest.mark.parametrize("content", [b"", b"nonsense", b"PK\x03\x04nonsense", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1x"])
def test_whatever_is_no_word_file_is_refused_with_a_sentence(content, shelf):
    with pytest.raises(NotReadable, match=r"\.$"):
        document_of_word(content, shelf.keep)


def test_remarks_are_no_part_of_it():
    remarked = p(text("Wort", {"type": "comment", "attrs": {"id": "c1"}}), " und")
    (run,) = opened(remarked).paragraphs[-1].runs
    assert run.text == "Wort und"
