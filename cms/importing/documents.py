"""One document from elsewhere: its bytes in, HTML and pictures out, and a sentence for what was not understood."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from django.utils.translation import gettext as _

LARGEST_DOCUMENT = 20 * 1024 * 1024
"""In bytes."""
LONGEST_TEXT = 1_500_000
"""In characters of HTML or Markdown, pictures not counted: about 300 pages."""
_WRITTEN_PICTURES = re.compile(r"data:[\w/+.-]*;base64,[\w+/=%\s]*", re.IGNORECASE)


class NotReadable(Exception):
    """The document, or a picture of it, cannot be brought in; the text is a sentence that says why."""


@dataclass
class Document:
    """What a file holds. `markup` is foreign HTML that nobody has cleaned yet."""

    name: str
    markup: str
    title: str = ""
    """What the file calls itself, in its properties or at its head; no heading has to say it."""
    parts: dict[str, bytes] = field(default_factory=dict)
    """Pictures that lie in the file itself, under the `src` that the markup names."""
    folder: Path | None = None
    """Where pictures beside the file may be read; None for an upload, which has nothing beside it."""
    remarks: list[str] = field(default_factory=list)
    beside: dict[Path, bytes] = field(default_factory=dict)
    """Files of the folder that the document shows, as they were read."""

    @property
    def stem(self) -> str:
        return PurePosixPath(self.name).stem

    def remark(self, sentence: str) -> None:
        if sentence not in self.remarks:
            self.remarks.append(sentence)


def not_too_long(text: str) -> str:
    """The text itself. Raises NotReadable for one that is no single entry any more."""
    if len(text) > LONGEST_TEXT and len(_WRITTEN_PICTURES.sub("", text)) > LONGEST_TEXT:
        raise NotReadable(_("The text is too long for one entry. Please divide it."))
    return text


Reader = Callable[[str, bytes], Document]


def read_document(name: str, content: bytes, *, folder: Path | None = None) -> Document:
    """The document in these bytes; the ending of its name says how to read it. Raises NotReadable."""
    if not content:
        raise NotReadable(_("The file is empty."))
    if len(content) > LARGEST_DOCUMENT:
        raise NotReadable(_("The file is larger than %d MB.") % (LARGEST_DOCUMENT >> 20))
    document = reader_of(name)(name, content)
    document.folder = folder
    return document


def reader_of(name: str) -> Reader:
    """How to read a file of this name. Raises NotReadable."""
    from cms.importing import markdown_texts, web_pages, word  # they build on this module

    match PurePosixPath(name).suffix.lower():
        case ".docx":
            return word.read
        case ".md" | ".markdown":
            return markdown_texts.read
        case ".html" | ".htm":
            return web_pages.read
        case ".doc" | ".odt" | ".rtf":
            raise NotReadable(_("This format cannot be read. Please save the file as Word document (.docx)."))
    raise NotReadable(_("Only Word documents (.docx), Markdown and HTML can be brought in."))


def digest_of(content: bytes, document: Document) -> str:
    """What file and pictures are, in 64 hexadecimal digits."""
    digest = hashlib.sha256(content)
    for path in sorted(document.beside):
        digest.update(hashlib.sha256(document.beside[path]).digest())
    return digest.hexdigest()
