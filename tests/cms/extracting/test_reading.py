"""Every format gives the text that somebody sees who opens the file, whatever the file is called."""

from __future__ import annotations

import pytest

from cms.extracting import documents, limits, reading
from cms.extracting.outcome import Failure
from cms.extracting.reading import read, tidy
from tests.cms.extracting import made

MAKERS = {"pdf": made.pdf, "docx": made.docx, "odt": made.odt, "xlsx": made.xlsx, "pptx": made.pptx_file}


@pytest.mark.parametrize("name", MAKERS)
def test_every_format_is_read(name):
    outcome = read(MAKERS[name]("Kostenrahmen für Lotsen", "Größe der Räume"))
    assert outcome.failure is None and not outcome.is_cut
    assert "Kostenrahmen für Lotsen" in outcome.text
    assert "Größe der Räume" in outcome.text
    assert "verborgen" not in outcome.text
    if name in ("docx", "odt", "pptx"):
        assert "Zelle der Tabelle" in outcome.text


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("\ufeffLotsen für Räume".encode(), "Lotsen für Räume"),
        ("Jahr;Größe\r\n2025;3\r\n".encode("cp1252"), "Jahr;Größe\n2025;3"),
    ],
    ids=["UTF-8", "an old table"],
)
def test_plain_text_is_read(content, text):
    assert read(content).text == text


@pytest.mark.parametrize(
    ("content", "failure"),
    [
        (b"", Failure.EMPTY),
        (made.pdf(""), Failure.EMPTY),
        (made.pdf("Text")[:200], Failure.DAMAGED),
        (b"%PDF-1.7 and nothing else", Failure.DAMAGED),
        (made.docx("Text")[:-400], Failure.DAMAGED),
        (b"PK\x03\x04 and nothing else", Failure.DAMAGED),
        (b"<html><script>alert(1)</script></html>", Failure.UNKNOWN),
        (b"\x7fELF\x02\x01\x01\x00", Failure.UNKNOWN),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 a Word file of 1998", Failure.UNKNOWN),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), Failure.PROTECTED),
        (made.protected_pdf("geheim"), Failure.PROTECTED),
        (made.swelling_document(), Failure.DAMAGED),
        (made.swelling_pdf(), Failure.TOO_MUCH),
        (made.zip_bomb(), Failure.TOO_MUCH),
    ],
    ids=[
        "nothing", "an empty page", "half a PDF", "only called PDF", "half a document", "only called package", "a page",
        "a program", "old Office", "protected Office", "protected PDF", "swelling entities",
        "swelling page", "zip bomb",
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_why(content, failure):
    assert read(content).failure == failure


def test_a_pdf_that_everybody_may_open_is_read_though_nobody_may_change_it():
    assert read(made.protected_pdf("")).text == "Geheim"


def test_the_text_is_cut_where_the_limits_are(monkeypatch):
    monkeypatch.setattr(reading, "MOST_CHARACTERS", 50)
    outcome = read(made.docx("Titel", *(f"Absatz {number}" for number in range(20))))
    assert (len(outcome.text), outcome.is_cut) == (50, True)
    monkeypatch.setattr(documents, "MOST_PAGES", 2)
    outcome = read(made.pdf("eins", "zwei", "drei"))
    assert (outcome.text, outcome.is_cut) == ("eins\nzwei", True)
    monkeypatch.setattr(documents, "MOST_CELLS", 3)
    outcome = read(made.xlsx("eins", "zwei", "drei"))
    assert (outcome.text, outcome.is_cut) == ("Sheet\neins 0", True)


def test_a_file_that_is_too_large_is_not_looked_at():
    assert read(b"a" * (limits.MOST_BYTES + 1)).failure == Failure.TOO_LARGE


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("Wohnungs-\nlotsen", "Wohnungslotsen"),
        ("Vor-\nund Nachteile", "Vor-\nund Nachteile"),
        ("Landkreis-\nTag", "Landkreis-\nTag"),
        ("2024-\n2025", "2024-\n2025"),
        ("Pﬂege\u00adkraft \x00 und\t\tPﬁff\r\n\r\n  hier", "Pflegekraft und Pfiff\nhier"),
        ("ein halbes Zeichen \ud83d", "ein halbes Zeichen"),
    ],
)
def test_the_text_is_tidied(written, text):
    assert tidy(written) == text
