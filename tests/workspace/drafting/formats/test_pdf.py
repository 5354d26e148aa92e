from __future__ import annotations

import builtins
import io

import pypdf
import pytest

from tests.unavailable import leave_out
from tests.workspace.drafting.formats.texts import (
    COMMON,
    HOSTILE,
    SPANNING_TABLE,
    doc,
    entry,
    heading,
    p,
    picture,
    png,
)
from workspace.drafting.formats.pdf import PdfNotPossible, pdf_of
from workspace.drafting.formats.pictures import Picture

STAMP = "Entwurf, nur AG Wohnen, 29. November 2026"
FORUM = "https://forum.example/"


@pytest.fixture
def pango():
    try:
        import weasyprint  # noqa: F401
    except OSError:
        leave_out("Pango")


def shown(file):
    return Picture("https://elsewhere.example/x.png", png(), "image/png")


def opened(*blocks, title="Wohnen auf dem Land", stamp=STAMP, pictures=shown) -> pypdf.PdfReader:
    made = pdf_of(doc(*blocks), title=title, stamp=stamp, pictures=pictures, address=FORUM)
    return pypdf.PdfReader(io.BytesIO(made))


def words(page) -> str:
    return " ".join(page.extract_text().split())


def tags(node) -> list[tuple[str, str]]:
    """The tags of a PDF with the descriptions at them."""
    if isinstance(node, pypdf.generic.IndirectObject):
        node = node.get_object()
    if isinstance(node, pypdf.generic.ArrayObject):
        return [tag for child in node for tag in tags(child)]
    if not isinstance(node, pypdf.generic.DictionaryObject):
        return []
    own = [(str(node["/S"]), str(node.get("/Alt", "")))] if "/S" in node else []
    return own + (tags(node["/K"]) if "/K" in node else [])


def titles(outline) -> list[str]:
    return [title for part in outline for title in (titles(part) if isinstance(part, list) else [part.title])]


@pytest.mark.usefixtures("pango")
def test_a_screen_reader_finds_language_title_and_tags():
    file = opened(*COMMON, SPANNING_TABLE, picture(7, "Ein rotes Haus", "Unser Haus"))
    assert file.trailer["/Root"]["/MarkInfo"]["/Marked"] == True  # noqa: E712  (a word of PDF's own)
    assert file.trailer["/Root"]["/Lang"] == "de"
    assert file.metadata.title == "Wohnen auf dem Land"
    found = tags(file.trailer["/Root"]["/StructTreeRoot"]["/K"])
    assert {"/H1", "/H2", "/L", "/LI", "/Table", "/TH", "/TD", "/Figure", "/Link"} <= {tag for tag, _alt in found}
    assert ("/Figure", "Ein rotes Haus") in found


@pytest.mark.usefixtures("pango")
def test_it_says_of_itself_that_it_is_accessible():
    assert b"pdfuaid" in opened(p("x")).trailer["/Root"]["/Metadata"].get_data()


@pytest.mark.usefixtures("pango")
def test_stamp_and_number_stand_on_every_page():
    pages = opened(*[p("Ein langer Absatz. " * 40) for _number in range(30)]).pages
    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        assert STAMP in words(page)
        assert f"Seite {number} von {len(pages)}" in words(page)


@pytest.mark.usefixtures("pango")
def test_headings_are_the_outline():
    assert titles(opened(heading(1, "Eins"), heading(2, "Zwei"), p("x")).outline) == [
        "Wohnen auf dem Land",
        "Eins",
        "Zwei",
    ]


@pytest.mark.usefixtures("pango")
@pytest.mark.parametrize("hostile", [w for w in HOSTILE if w.isascii() and len(w) < 70])
def test_hostile_words_stay_words(hostile):
    (page,) = opened(p(hostile), title=hostile, stamp=hostile).pages
    assert words(page).count(" ".join(hostile.split())) == 4


@pytest.mark.usefixtures("pango")
def test_words_from_right_to_left_and_pictures_of_people_break_nothing():
    assert len(opened(*[p(hostile) for hostile in HOSTILE]).pages) >= 1


@pytest.mark.usefixtures("pango")
def test_cross_references_lead_into_the_forum():
    (page,) = opened(p(entry(5, "Kurs"))).pages
    assert [link.get_object()["/A"]["/URI"] for link in page["/Annots"]] == [f"{FORUM}entwuerfe/eintrag/5/"]


@pytest.mark.usefixtures("pango")
def test_nothing_but_what_was_handed_in_is_loaded(monkeypatch):
    """The address of a picture is never asked for; the picture is in the file all the same."""
    monkeypatch.setattr("socket.socket.connect", lambda *_where: pytest.fail("the network was asked"))
    (page,) = opened(picture(7)).pages
    assert len(page.images) == 1


@pytest.mark.usefixtures("pango")
def test_a_damaged_picture_leaves_its_description():
    (page,) = opened(p("x"), picture(7, "Ein Haus"), pictures=lambda file: Picture("", b"nonsense", "image/png")).pages
    assert "Ein Haus" in words(page)


def test_where_pango_is_missing_a_sentence_says_so(monkeypatch):
    before = builtins.__import__

    def without_pango(name, *rest, **how):
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")
        return before(name, *rest, **how)

    monkeypatch.setattr(builtins, "__import__", without_pango)
    with pytest.raises(PdfNotPossible, match="Pango is missing"):
        opened(p("x"))
