"""Adopted texts as pages of the knowledge base: the way there, what tells two of them apart, and what has changed."""

from __future__ import annotations

import hashlib
from typing import Any

from bs4 import BeautifulSoup
from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from cms.blocks.rendering import render_chapters
from cms.importing.bodies import Block
from cms.importing.documents import Document, NotReadable
from cms.importing.shaping import shape_of
from cms.layers import chapters_of
from cms.models import Entry
from plugins.api.errors import Refused
from workspace.drafting.comparing import Row, compared
from workspace.drafting.formats.html import html_of
from workspace.drafting.formats.pictures import Picture, Pictures
from workspace.drafting.formats.shapes import Node, checked
from workspace.drafting.formats.web import document_of_html


def blocks_of(title: str, content: Node, pictures: Pictures) -> list[Block]:
    """The text in its own order as blocks of a page; pictures are not stored yet. Raises Refused for an empty one."""
    parts: dict[str, bytes] = {}

    def shown(number: int) -> Picture | None:
        picture = pictures(number)
        if picture is not None:
            parts[picture.url] = picture.content
        return picture

    with translation.override(settings.LANGUAGE_CODE):
        markup = html_of(content, pictures=shown)
        try:
            return shape_of(Document(title, markup, title=title, parts=parts)).blocks
        except NotReadable as error:
            raise Refused(str(error)) from error


def text_digest(entry: Entry) -> str:
    """SHA-256 over the title and all that members read as text: who signs has seen exactly this.

    The summary is not part of it: what everybody reads is approved by itself when it is released.
    """
    return hashlib.sha256(f"{entry.title}\n{_html(entry)}".encode()).hexdigest()


def changes_between(before: Entry, after: Entry) -> list[Row]:
    """The text of a page at two times, title first, line by line."""
    return compared(_document(before), _document(after))


def _html(entry: Entry) -> str:
    with translation.override(settings.LANGUAGE_CODE):
        return render_chapters(chapters_of(entry)).html


def _document(entry: Entry) -> Node:
    """Pictures stand as words: what they show is what has changed or not."""
    soup = BeautifulSoup(_html(entry), "html.parser")
    for image in soup.find_all("img"):
        said = soup.new_tag("p")
        said.string = _("Picture: %(alt)s") % {"alt": image.get("alt") or ""}
        image.replace_with(said)
    text, _remarks = document_of_html(str(soup), lambda content, name, alt: None)
    title: dict[str, Any] = {
        "type": "heading",
        "attrs": {"level": 1},
        "content": [{"type": "text", "text": entry.title}],
    }
    return checked({"type": "doc", "content": [title, *text["content"]]})
