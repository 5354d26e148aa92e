"""The text of a draft for programs: within JSON, or whole as HTML, Word or Markdown with a stamp."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.http import content_disposition_header
from django.utils.text import slugify

from plugins.api.access import Actor
from plugins.api.adapters.kept import etag_of
from plugins.api.adapters.rest import json_answer
from workspace.drafting.formats.html import html_of
from workspace.drafting.formats.markdown import markdown_of
from workspace.drafting.formats.shapes import checked, without_remarks
from workspace.drafting.formats.word import word_of
from workspace.drafting.stamps import stamp_of
from workspace.models import Draft
from workspace.queries.draft_pictures import pictures_for, whole_pictures_for
from workspace.queries.draft_rows import groups_known
from workspace.queries.drafts import text_of

HTML: Final = "text/html"
MARKDOWN: Final = "text/markdown"
WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FORMATS: Final[Mapping[str, str]] = {"html": HTML, "docx": WORD, "md": MARKDOWN}
"""What is asked for, and what comes."""


def bare_text(draft: Draft) -> dict[str, Any]:
    """As it is now, without the places of remarks."""
    return without_remarks(checked(text_of(draft)))


def text_in_json(actor: Actor, draft: Draft) -> dict[str, Any]:
    """As a fragment of a page, and as the editor has it."""
    document = bare_text(draft)
    return {"body": {"html": html_of(document, pictures=pictures_for(actor, draft, document))}, "document": document}


def text_answer(request: HttpRequest, actor: Actor, draft: Draft, form: str) -> HttpResponse:
    """The whole text in this form."""
    document, address = bare_text(draft), settings.WAGTAILADMIN_BASE_URL
    stamp = stamp_of(draft, names_owner=draft.group_id is None or draft.group_id in groups_known(actor, [draft]))
    page = _page(actor, draft, document, stamp, address)
    if form == "html":
        return _answer(request, page, form)
    if form == "md":
        return _answer(request, markdown_of(document, stamp, title=draft.title, address=address).encode(), form)
    pictures = whole_pictures_for(actor, draft, document)
    word = word_of(document, title=draft.title, stamp=stamp, pictures=pictures, address=address)
    # a Word file holds the time at which it was made, so its tag is that of what it says
    response = _answer(request, word, form, etag=etag_of(b"docx" + page))
    if response.status_code == 200:
        name = f"{slugify(draft.title) or draft.pk}.docx"
        response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return response


def _page(actor: Actor, draft: Draft, document: dict[str, Any], stamp: str, address: str) -> bytes:
    """A whole document without styles and scripts; its links and pictures name this forum."""
    pictures = pictures_for(actor, draft, document, address=address)
    return format_html(
        '<!DOCTYPE html>\n<html lang="{}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><title>{}</title></head>\n'
        '<body><h1>{}</h1>\n<p class="draft-stamp">{}</p>\n{}</body></html>\n',
        *(settings.LANGUAGE_CODE, draft.title, draft.title, stamp),
        html_of(document, pictures=pictures, address=address),
    ).encode()


def _answer(request: HttpRequest, body: bytes, form: str, etag: str | None = None) -> HttpResponse:
    kind = FORMATS[form] if form == "docx" else f"{FORMATS[form]}; charset=utf-8"
    return json_answer(request, body, is_public=False, etag=etag, content_type=kind)
