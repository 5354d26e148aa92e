"""A text of a draft as a file to take along: stamped, named, with the pictures that this reader may see."""

from __future__ import annotations

from threading import Lock
from typing import Final

from django.conf import settings
from django.core.files.storage import default_storage
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from workspace.contents import tidy_name
from workspace.drafting.formats.markdown import markdown_of
from workspace.drafting.formats.pdf import PdfNotPossible, pdf_of
from workspace.drafting.formats.pictures import Picture, Pictures
from workspace.drafting.formats.shapes import plain_text, textblocks
from workspace.drafting.formats.word import word_of
from workspace.models import Draft, DraftReach, DraftState, StoredFile
from workspace.queries.draft_texts import WrittenText

WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
KINDS: Final = {"docx": WORD, "pdf": "application/pdf", "md": "text/markdown; charset=utf-8"}
LARGEST_AS_PDF: Final = 600_000
"""Characters, and 300 for each textblock: this takes seven seconds, and a draft of 60 pages is half of it."""
OF_A_BLOCK: Final = 300
LARGEST_WHOLE: Final = 3 << 20
"""Bytes of a picture that goes out as it is; a larger one goes out small."""
MOST_OF_PICTURES: Final = 30 << 20
PATIENCE: Final = 5.0
"""Seconds that somebody waits for the PDF of somebody else."""
ONE_PDF = Lock()
"""One is made at a time, so that the other threads of the process go on answering."""


class TooLong(Exception):
    """The text makes no PDF here; the text is a sentence with the way forward."""


def file_of(form: str, draft: Draft, text: WrittenText, stored: dict[int, StoredFile]) -> bytes:
    """Raises PdfNotPossible and TooLong, both with a sentence."""
    stamp, pictures, address = stamp_of(draft, text), _with_contents(stored), settings.WAGTAILADMIN_BASE_URL
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


def stamp_of(draft: Draft, text: WrittenText) -> str:
    """What it is, whom it is for, and from which day, in the language of whoever takes it along."""
    parts = [_("Draft")]
    if draft.state != DraftState.WRITING:
        parts.append(str(draft.get_state_display()))
    if text.version:
        named = {"number": text.version.number, "name": text.version.name}
        parts.append(_("version %(number)d “%(name)s”") % named)
    if draft.reach == DraftReach.MEMBERS:
        parts.append(_("of %(owner)s, for members of the Forum") % {"owner": draft.owner})
    else:
        parts.append(_("only for %(owner)s") % {"owner": draft.owner})
    return ", ".join([*parts, date_format(timezone.localdate(), "DATE_FORMAT")])


def file_name(form: str, draft: Draft, text: WrittenText) -> str:
    """Called as the draft is."""
    named = pgettext("name of a file", "version %(number)d")
    number = f" ({named % {'number': text.version.number}})" if text.version else ""
    title = "".join(" " if sign in '/\\:*?"<>|' else sign for sign in draft.title)[:100]
    return tidy_name(f"{title}{number}.{form}")


def _with_contents(stored: dict[int, StoredFile]) -> Pictures:
    """Read when they are needed; what is large, or comes after a lot of others, goes out in its small form."""
    taken = 0

    def picture(number: int) -> Picture | None:
        nonlocal taken
        one = stored.get(number)
        if one is None:
            return None
        is_whole = one.size <= LARGEST_WHOLE and taken + one.size <= MOST_OF_PICTURES
        content = _read(one.path if is_whole else one.small.name or "")
        taken += len(content or b"")
        return Picture(one.small_url, content, one.kind if is_whole else "image/webp") if content else None

    return picture


def _read(path: str) -> bytes | None:
    try:
        with default_storage.open(path) as content:
            return bytes(content.read())
    except FileNotFoundError:
        return None
