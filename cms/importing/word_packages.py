"""What lies in a Word file before anybody unpacks it: nothing that swells, nothing encrypted, nothing that reads other
files; and which of its parts no text here can hold.
"""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree  # noqa: S405  (only behind `_check_markup`)

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.file_contents import is_what_it_says
from cms.importing.documents import NotReadable

MOST_PARTS = 3000
LARGEST_UNPACKED = 200 * 1024 * 1024
"""In bytes; pictures are packed already, so an honest file does not grow tenfold."""
LARGEST_TEXT = 8 * 1024 * 1024
"""In bytes of XML. A report of 300 pages has some four million; reading them costs fifty times as much memory."""
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DECLARATIONS = tuple(
    word.encode(coding) for word in ("<!DOCTYPE", "<!ENTITY") for coding in ("utf-8", "utf-16-le", "utf-16-be")
)


def open_package(content: bytes) -> zipfile.ZipFile:
    """The parts of a Word file. Raises NotReadable for whatever only looks like one, and for what would do harm."""
    if content.startswith(OLD_WORD):
        if ENCRYPTED in content:
            raise NotReadable(_("The file is protected with a password. Please remove the protection and try again."))
        raise NotReadable(_("This is an old Word file (.doc). Please open it in Word and save it as .docx."))
    if not is_what_it_says(".docx", SimpleUploadedFile("a.docx", content)):
        raise NotReadable(_("The content of the file is no Word document, whatever its name says, or it is damaged."))
    package = zipfile.ZipFile(io.BytesIO(content))
    _check_sizes(package.infolist())
    for name in _markup_parts(package):
        _check_markup(package, name)
    return package


def _check_sizes(parts: list[zipfile.ZipInfo]) -> None:
    if any(part.flag_bits & 1 for part in parts):
        raise NotReadable(_("The file is protected with a password. Please remove the protection and try again."))
    unpacked = sum(part.file_size for part in parts)
    text = sum(part.file_size for part in parts if _is_markup(part.filename))
    if len(parts) > MOST_PARTS or unpacked > LARGEST_UNPACKED or text > LARGEST_TEXT:
        raise NotReadable(_("Unpacked the file would be too large. Please divide it, or make its pictures smaller."))


def _is_markup(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


def _markup_parts(package: zipfile.ZipFile) -> Iterator[str]:
    yield from (name for name in package.namelist() if _is_markup(name))


def _check_markup(package: zipfile.ZipFile, name: str) -> None:
    """Word never writes declarations of types or entities; they serve to swell a text or to read other files."""
    try:
        markup = package.read(name)
    except (zipfile.BadZipFile, OSError, EOFError, RuntimeError, NotImplementedError, ValueError) as error:
        raise NotReadable(_("The file is damaged. Please save it anew and try again.")) from error
    if any(declaration in markup for declaration in _DECLARATIONS):
        raise NotReadable(_("The file holds declarations that no Word document needs. It was not opened."))


def declared_title(package: zipfile.ZipFile) -> str:
    """The title in the properties of the file; templates leave words of their own there."""
    if "docProps/core.xml" not in package.namelist():
        return ""
    title = _tree(package, "docProps/core.xml").findtext("{http://purl.org/dc/elements/1.1/}title") or ""
    is_word = title.casefold().startswith(("microsoft word", "word document", "dokument", "document", "vorlage"))
    return "" if is_word else title.strip()


def what_is_left_out(package: zipfile.ZipFile) -> Iterator[str]:
    """A sentence for each kind of thing in the file that is not in its text."""
    found = Counter(
        element.tag.rpartition("}")[2] for element in _tree(package, _main_part(package)).iter() if "}" in element.tag
    )
    if number := found["commentReference"]:
        yield ngettext("%d comment was left out.", "%d comments were left out.", number) % number
    if found["ins"] or found["del"] or found["moveFrom"] or found["moveTo"]:
        yield _("The file holds tracked changes; the text stands here as if all of them were accepted.")
    if number := found["OLEObject"]:
        sentence = ngettext("%d embedded object was left out.", "%d embedded objects were left out.", number)
        yield sentence % number
    if number := found["chart"]:
        yield ngettext("%d chart was left out.", "%d charts were left out.", number) % number
    if found["relIds"]:
        yield _("A drawing made with SmartArt was left out.")
    if found["oMath"]:
        yield _("Formulas were left out.")
    if found["txbxContent"]:
        yield _("The file holds text boxes. Please check where their words stand now, and whether all are there.")
    if any(_words(package, name) for name in package.namelist() if name.startswith(("word/header", "word/footer"))):
        yield _("Headers and footers of the pages were left out.")


def _main_part(package: zipfile.ZipFile) -> str:
    names = package.namelist()
    mains = ("word/document.xml", *(name for name in names if name.startswith("word/document")))
    return next((name for name in mains if name in names), "[Content_Types].xml")


def _words(package: zipfile.ZipFile, name: str) -> str:
    return "".join(_tree(package, name).itertext()).strip() if _is_markup(name) and "_rels" not in name else ""


def _tree(package: zipfile.ZipFile, name: str) -> ElementTree.Element:
    try:
        return ElementTree.fromstring(package.read(name))  # noqa: S314  (without declarations there is nothing to expand)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise NotReadable(_("The file is damaged. Please save it anew and try again.")) from error
