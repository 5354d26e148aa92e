"""Word documents as HTML, with the pictures that lie in them."""

from __future__ import annotations

import io
import logging
import zipfile
from typing import Any

import mammoth
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.importing.documents import Document, NotReadable, not_too_long
from cms.importing.word_packages import declared_title, open_package, what_is_left_out

STYLES = """
p[style-name='Title'] => h1.title:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Caption'] => p.caption:fresh
p[style-name='caption'] => p.caption:fresh
p[style-name='Callout Heading'] => p.callout__title:fresh
p[style-name='Draft Stamp'] => p.draft-stamp:fresh
table[style-name='Callout Note'] => table.callout--note:fresh
table[style-name='Callout Important'] => table.callout--important:fresh
table[style-name='Callout Example'] => table.callout--example:fresh
p[style-name='TOC Heading'] => !
p[style-name^='toc '] => !
p[style-name^='TOC '] => !
p[style-name='table of figures'] => !
p[style-name='List Bullet 2'] => ul|ol > li > ul > li:fresh
p[style-name='List Bullet 3'] => ul|ol > li > ul|ol > li > ul > li:fresh
p[style-name='List Number 2'] => ul|ol > li > ol > li:fresh
p[style-name='List Continue'] => ul|ol > li > p:fresh
p[style-name='List Continue 2'] => ul|ol > li > ul|ol > li > p:fresh
p[style-name='List Continue 3'] => ul|ol > li > ul|ol > li > ul|ol > li > p:fresh
p[style-name='List Number 3'] => ul|ol > li > ul|ol > li > ol > li:fresh
"""
"""Beyond mammoth's own: Word's built-in styles have English names in every language of Word."""
logger = logging.getLogger(__name__)


def read(name: str, content: bytes) -> Document:
    """Raises NotReadable."""
    with open_package(content) as package:
        document = Document(name, "", title=declared_title(package), remarks=list(what_is_left_out(package)))
    try:
        result = mammoth.convert_to_html(
            io.BytesIO(content),
            style_map=STYLES,
            include_embedded_style_map=False,
            external_file_access=False,
            convert_image=mammoth.images.img_element(_Keeper(document.parts).keep),
        )
    except Exception as error:
        # mammoth believes what a file says about itself, and fails in many ways where its parts contradict each other
        logger.info("A Word document could not be read", exc_info=True)
        raise NotReadable(_("The file is damaged. Please save it anew and try again.")) from error
    document.markup = not_too_long(result.value)
    _note_pictures_elsewhere(document, [message.message for message in result.messages])
    return document


def _note_pictures_elsewhere(document: Document, messages: list[str]) -> None:
    number = sum("external image" in message or "image file" in message for message in messages)
    if number:
        document.remark(
            ngettext(
                "%d picture is only linked and does not lie in the file; it was left out.",
                "%d pictures are only linked and do not lie in the file; they were left out.",
                number,
            )
            % number
        )


class _Keeper:
    """Puts pictures aside while the text is read."""

    def __init__(self, parts: dict[str, bytes]) -> None:
        self.parts = parts

    def keep(self, image: Any) -> dict[str, str]:
        source = f"part-{len(self.parts) + 1}"
        try:
            with image.open() as file:
                self.parts[source] = file.read()
        except (KeyError, zipfile.BadZipFile):
            self.parts[source] = b""  # the text is whole all the same, and the report will name the picture
        return {"src": source}
