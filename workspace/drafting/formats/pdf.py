"""Texts as PDF that a screen reader can read (PDF/UA-1), with a stamp on every page."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from django.contrib.staticfiles import finders
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from PIL import ImageFile

from workspace.drafting.formats import wording
from workspace.drafting.formats.attributes import words
from workspace.drafting.formats.html import html_of
from workspace.drafting.formats.pictures import Picture, Pictures

if TYPE_CHECKING:
    from weasyprint.urls import URLFetcherResponse

STYLES = Path(__file__).with_name("pdf.css")
FONTS = {f"font:{weight}": f"lernnetz/fonts/fira-sans-latin-{weight}-normal.woff2" for weight in (400, 600)}
"""Under which address the styles ask for them, and where they lie among the static files."""


class PdfNotPossible(Exception):
    """This machine makes no PDF; the text is a sentence that says so."""


class _NotGiven(Exception):
    """Something that was not handed in: nothing is fetched."""


def pdf_of(document: Any, *, title: str, stamp: str, pictures: Pictures, address: str) -> bytes:
    """Raises PdfNotPossible. `address` is that of the forum, for links to entries."""
    try:
        from weasyprint import HTML  # late: it takes a second, and fails where Pango is missing
    except OSError as error:
        raise PdfNotPossible(
            _("PDF cannot be made on this server, because the library Pango is missing. Word and Markdown work.")
        ) from error
    ImageFile.LOAD_TRUNCATED_IMAGES = False  # weasyprint changes it for the whole process; uploads are checked by it
    given = _Given(pictures, address)
    page = _page(html_of(document, pictures=given.picture, address=address), words(title), words(stamp))
    made = HTML(string=page, base_url=address, url_fetcher=given.fetch).write_pdf(pdf_variant="pdf/ua-1")
    return bytes(made)


def _page(text: str, title: str, stamp: str) -> str:
    """The whole page. Words of people stand in elements only, never in the styles."""
    return format_html(
        '<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>{}</title><style>{}</style></head>'
        '<body><h1>{}</h1><p class="stamp">{}</p>{}</body></html>',
        *(title, _styles(), title, stamp, text),
    )


def _styles() -> str:
    numbers = wording.pages('" counter(page) "', '" counter(pages) "')
    styles = STYLES.read_text(encoding="utf-8") + f'@page {{ @bottom-right {{ content: "{numbers}" }} }}\n'
    return mark_safe(styles)  # noqa: S308  (a file of ours and a translated sentence)


class _Given:
    """What the page may load: the pictures in the text and our fonts."""

    _fail_on_errors = False
    """weasyprint asks for it: a picture that is missing leaves its description."""

    def __init__(self, pictures: Pictures, address: str) -> None:
        self.pictures = pictures
        self.address = address
        self.contents: dict[str, Picture] = {}

    def picture(self, file: int) -> Picture | None:
        picture = self.pictures(file)
        if picture is None:
            return None
        url = urljoin(self.address, f"/dateien/{file}/klein/")
        self.contents[url] = Picture(url, picture.content, picture.content_type)
        return self.contents[url]

    def fetch(self, url: str) -> URLFetcherResponse:
        from weasyprint.urls import URLFetcherResponse

        if url in FONTS:
            return URLFetcherResponse(url, _font(FONTS[url]), {"Content-Type": "font/woff2"})
        if url in self.contents:
            picture = self.contents[url]
            return URLFetcherResponse(url, picture.content, {"Content-Type": picture.content_type})
        raise _NotGiven(url)


@cache
def _font(name: str) -> bytes:
    found = finders.find(name)
    return Path(found).read_bytes() if found else b""
