"""Pictures of documents: where they may lie, and what is done with them before they are kept."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from cms.importing.documents import NotReadable, read_document
from cms.importing.pictures import LONGEST_SIDE, picture_of
from cms.importing.shaping import shape_of
from tests.factories.documents import WordFile, drawn


def pictures(found):
    return [value for kind, value in found.blocks if kind == "picture"]


def shape(name, content, folder=None):
    return shape_of(read_document(name, content, folder=folder))


def test_a_picture_of_word_leaves_behind_where_it_was_taken():
    tags = Image.Exif()
    tags[0x010F] = "Kamera von Frau Muster"
    tags.get_ifd(0x8825)[2] = (48.0, 30.0, 0.0)
    content = drawn("JPEG", exif=tags)
    assert b"Frau Muster" in content
    (picture,) = pictures(shape("a.docx", WordFile("T").text("x").picture(content, alt="Ein Dorf").content))
    stored = picture["image"].file
    stored.seek(0)
    assert b"Frau Muster" not in stored.read()


def test_a_large_picture_is_made_smaller():
    (picture,) = pictures(shape("a.docx", WordFile("T").text("x").picture(drawn(size=(4000, 3000)), alt="A").content))
    assert Image.open(picture["image"].file).size == (LONGEST_SIDE, LONGEST_SIDE * 3 // 4)


def test_a_picture_without_description_says_so():
    found = shape("a.docx", WordFile("T").text("x").picture().picture(alt="Bild 1").picture(alt="IMG_1.jpg").content)
    assert [picture["alt"] for picture in pictures(found)] == ["", "", ""]
    assert len(found.remarks) == 3
    assert found.remarks[0].startswith("Picture 1 has no description.")


def test_a_description_by_a_program_is_to_be_checked():
    alt = "Ein Bild, das Gras enthält. Automatisch generierte Beschreibung"
    found = shape("a.docx", WordFile("T").text("x").picture(alt=alt).content)
    assert found.remarks == ["The description of picture 1 was written by a program. Please check it."]


def test_a_picture_in_a_list_or_table_stands_behind_it(tmp_path):
    (tmp_path / "a.png").write_bytes(drawn())
    page = (
        '<ol><li>eins <img src="a.png" alt="A"></li><li>zwei</li></ol><table><tr><td>x</td><td>'
        '<img src="a.png" alt="B"></td></tr></table><p>Ende</p>'
    )
    found = shape("a.html", page.encode(), tmp_path)
    assert [kind for kind, _value in found.blocks] == ["text", "picture", "table", "picture", "text"]
    assert found.blocks[0][1] == "<ol><li>eins</li><li>zwei</li></ol>"


def test_a_figure_keeps_its_caption(tmp_path):
    (tmp_path / "a.png").write_bytes(drawn())
    page = '<figure><img src="a.png" alt="A"><figcaption>Der Hof</figcaption></figure><p>Ende</p>'
    assert pictures(shape("a.html", page.encode(), tmp_path))[0]["caption"] == "Der Hof"
    note = b'# T\n\n![A](a.png "Der Hof")'
    assert pictures(shape("a.md", note, tmp_path))[0]["caption"] == "Der Hof"


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("https://example.org/a.png", "it lies on another server and was not fetched: https://example.org/a.png"),
        ("//example.org/a.png", "it lies on another server and was not fetched: //example.org/a.png"),
        ("file:///etc/passwd", "it lies on another server and was not fetched: file:///etc/passwd"),
        ("../geheim.png", "it does not lie in the folder of the file: ../geheim.png"),
        ("/etc/passwd", "it does not lie in the folder of the file: /etc/passwd"),
        ("..%2Fgeheim.png", "it does not lie in the folder of the file: ../geheim.png"),
        ("verweis.png", "it does not lie in the folder of the file: verweis.png"),
        ("fehlt.png", "it does not lie in the folder of the file: fehlt.png"),
        ("text.png", "its format cannot be shown; there are GIF, JPG, JPEG, PNG, WEBP"),
        ("punkt.png", "it is smaller than 16 pixels"),
        ("data:image/png;base64,AAAA", "its format cannot be shown; there are GIF, JPG, JPEG, PNG, WEBP"),
        ("data:image/svg+xml,<svg/>", "its format cannot be shown; there are GIF, JPG, JPEG, PNG, WEBP"),
        ("http://[x", "its address makes no sense"),
        ("riesig.png", "This file has too many pixels (48000000). Maximum pixels 40000000"),
    ],
)
def test_what_cannot_be_shown_is_named_and_never_fetched(source, sentence, tmp_path):
    (tmp_path / "geheim.png").write_bytes(drawn())
    folder = tmp_path / "ordner"
    folder.mkdir()
    (folder / "verweis.png").symlink_to(tmp_path / "geheim.png")
    (folder / "text.png").write_text("kein Bild")
    (folder / "punkt.png").write_bytes(drawn(size=(4, 4)))
    if source == "riesig.png":
        (folder / "riesig.png").write_bytes(drawn(size=(8000, 6000)))
    document = read_document("a.md", b"# T", folder=folder)
    with pytest.raises(NotReadable) as refused:
        picture_of(source, document)
    assert str(refused.value) == sentence


def test_an_upload_has_nothing_beside_it():
    found = shape("a.md", b"# T\n\nText\n\n![A](a.png)")
    assert found.remarks == ["Picture 1 was left out: it does not lie in the file: a.png."]
    assert not pictures(found)


def test_a_picture_that_breaks_off_is_left_out():
    content = io.BytesIO(drawn("JPEG", size=(800, 800))).getvalue()[:3000]
    document = read_document("a.md", b"# T")
    document.parts["x"] = content
    with pytest.raises(NotReadable, match="damaged"):
        picture_of("x", document)
