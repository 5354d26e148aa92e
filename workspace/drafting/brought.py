"""What somebody brings in a file, read as a text of a draft. Nothing is stored here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any, Final

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext as _

from cms.importing.documents import LARGEST_DOCUMENT, NotReadable
from cms.importing.plain_files import decoded
from plugins.api.errors import Invalid
from workspace.contents import Content, examined
from workspace.drafting.formats.markdown import document_of_markdown
from workspace.drafting.formats.pictures import KeepPicture
from workspace.drafting.formats.shapes import plain_text
from workspace.drafting.formats.web import document_of_html
from workspace.drafting.formats.word import document_of_word

Node = dict[str, Any]

ACCEPTED: Final = ".docx,.md,.markdown,.txt,.html,.htm"
"""For the browser, which then offers only these."""
LONGEST: Final = 500_000
"""Characters of a text that people still write in together: about 160 pages."""


@dataclass
class Brought:
    """The text of a file. Its pictures are numbered from 1, until they are stored and have numbers of their own."""

    document: Node
    remarks: list[str]
    pictures: list[tuple[Content, str]] = field(default_factory=list)
    """Each with what it shows."""


def read_file(name: str, content: bytes, *, with_pictures: bool) -> Brought:
    """The ending of the name says how to read it, and the content has to fit. Raises NotReadable with a sentence."""
    if not content:
        raise NotReadable(_("The file is empty."))
    if len(content) > LARGEST_DOCUMENT:
        raise NotReadable(_("The file is larger than %d MB.") % (LARGEST_DOCUMENT >> 20))
    pictures: list[tuple[Content, str]] = []

    def keep(picture: bytes, picture_name: str, alt: str) -> int:
        if not with_pictures:
            raise NotReadable(_("drafts of a county hold no pictures"))
        try:
            pictures.append((examined(SimpleUploadedFile(picture_name, picture)), alt))
        except Invalid as error:
            raise NotReadable(" ".join(error.errors["file"]).rstrip(".")) from error
        return len(pictures)

    document, remarks = _reader_of(name)(content, keep)
    if len(plain_text(document)) > LONGEST:
        raise NotReadable(_("The text is too long for one draft. Please divide it."))
    if not plain_text(document).strip() and not pictures:
        raise NotReadable(_("No text was found in this file."))
    return Brought(document, remarks, pictures)


def with_numbers(document: Node, numbers: dict[int, int]) -> Node:
    """The same text with the numbers under which its pictures are stored."""
    if document["type"] == "picture":
        return {**document, "attrs": {**document["attrs"], "file": numbers[document["attrs"]["file"]]}}
    if "content" not in document:
        return document
    return {**document, "content": [with_numbers(child, numbers) for child in document["content"]]}


Reader = Callable[[bytes, KeepPicture], tuple[Node, list[str]]]


def _reader_of(name: str) -> Reader:
    match PurePosixPath(name).suffix.lower():
        case ".docx":
            return document_of_word
        case ".md" | ".markdown" | ".txt":
            return lambda content, keep: document_of_markdown(decoded(content), keep)
        case ".html" | ".htm":
            return lambda content, keep: document_of_html(decoded(content, is_html=True), keep)
        case ".doc" | ".odt" | ".rtf":
            raise NotReadable(_("This format cannot be read. Please save the file as Word document (.docx)."))
    raise NotReadable(_("Only Word documents (.docx), Markdown, plain text and HTML can be read in."))
