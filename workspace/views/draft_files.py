"""A text of a draft as a file to take along: stamped, named, with the pictures that this reader may see."""

from __future__ import annotations

from threading import Lock
from typing import Final

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from plugins.api.access import Actor, may
from workspace.contents import tidy_name
from workspace.drafting.formats.markdown import markdown_of
from workspace.drafting.formats.pdf import PdfNotPossible, pdf_of
from workspace.drafting.formats.shapes import plain_text, textblocks
from workspace.drafting.formats.word import word_of
from workspace.drafting.stamps import stamp_of
from workspace.models import Draft
from workspace.queries.draft_pictures import whole_pictures_for
from workspace.queries.draft_texts import WrittenText

WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
KINDS: Final = {"docx": WORD, "pdf": "application/pdf", "md": "text/markdown; charset=utf-8"}
LARGEST_AS_PDF: Final = 600_000
"""Characters, and 300 for each textblock: this takes seven seconds, and a draft of 60 pages is half of it."""
OF_A_BLOCK: Final = 300
PATIENCE: Final = 5.0
"""Seconds that somebody waits for the PDF of somebody else."""
ONE_PDF = Lock()
"""One is made at a time, so that the other threads of the process go on answering."""


class TooLong(Exception):
    """The text makes no PDF here; the text is a sentence with the way forward."""


def file_of(form: str, actor: Actor, draft: Draft, text: WrittenText) -> bytes:
    """Raises PdfNotPossible and TooLong, both with a sentence."""
    stamp = stamp_of(draft, text.version, names_owner=draft.group is None or bool(may(actor, "see", draft.group)))
    pictures, address = whole_pictures_for(actor, draft, text.content), settings.WAGTAILADMIN_BASE_URL
    match form:
        case "docx":
            return word_of(text.content, title=draft.title, stamp=stamp, pictures=pictures, address=address)
        case "md":
            return markdown_of(text.content, title=draft.title, stamp=stamp, address=address).encode()
    weight = len(plain_text(text.content)) + OF_A_BLOCK * len(textblocks(text.content))
    if weight > LARGEST_AS_PDF:
        raise TooLong(_("This text is too long to be made into a PDF here. Take the Word file: Word saves it as PDF."))
    if not ONE_PDF.acquire(timeout=PATIENCE):
        raise PdfNotPossible(_("Other PDFs are being made right now. Please try again in a moment."))
    try:
        return pdf_of(text.content, title=draft.title, stamp=stamp, pictures=pictures, address=address)
    finally:
        ONE_PDF.release()


def file_name(form: str, draft: Draft, text: WrittenText) -> str:
    """Called as the draft is."""
    named = pgettext("name of a file", "version %(number)d")
    number = f" ({named % {'number': text.version.number}})" if text.version else ""
    title = "".join(" " if sign in '/\\:*?"<>|' else sign for sign in draft.title)[:100]
    return tidy_name(f"{title}{number}.{form}")
