"""Bytes that should be text as text."""

from __future__ import annotations

import codecs

import filetype
from bs4.dammit import EncodingDetector
from django.utils.translation import gettext as _

from cms.importing.documents import NotReadable

_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_CONTROLS = {number: None for number in range(32) if chr(number) not in "\t\n\r"}


def decoded(content: bytes, *, is_html: bool = False) -> str:
    """The text in these bytes: UTF-8, else what a page says about itself, else Windows. Raises NotReadable."""
    marked = next((name for mark, name in _MARKS.items() if content.startswith(mark)), None)
    if marked is None and (b"\0" in content or filetype.guess(content[:8192]) is not None):
        raise NotReadable(_("The content of the file is not text, whatever its name says."))
    declared = EncodingDetector.find_declared_encoding(content, is_html=True) if is_html else None
    for encoding in (marked, "utf-8", declared, "cp1252"):
        try:
            if encoding:
                return content.decode(encoding).translate(_CONTROLS)
        except (UnicodeError, LookupError):
            continue
    raise NotReadable(_("The file is written in characters that cannot be read. Please save it as UTF-8."))
