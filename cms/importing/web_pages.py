"""A saved web page: what it says, without what surrounds it."""

from __future__ import annotations

from bs4 import BeautifulSoup
from django.utils.translation import gettext as _

from cms.importing.bodies import left_out_of
from cms.importing.documents import Document, not_too_long
from cms.importing.plain_files import decoded

PICTURES = {"img", "picture"}
INVISIBLE = "[hidden], [style*='display:none'], [style*='display: none'], nav, head"


def read(name: str, content: bytes) -> Document:
    """Raises NotReadable."""
    markup = not_too_long(decoded(content, is_html=True))
    page = BeautifulSoup(markup, "html.parser")
    title = page.title.get_text(" ", strip=True) if page.title else ""
    document = Document(name, "", title=title)
    for element in page.select(INVISIBLE):
        if element.name == "nav":
            document.remark(_("The navigation of the page was left out."))
        if not element.decomposed:
            element.decompose()
    main = page.find("main")
    if main is not None:
        document.remark(_("Only the main part of the page was brought in."))
    document.markup = str(main or page)
    if elements := [name for name in left_out_of(document.markup) if name not in PICTURES]:
        document.remark(_("Taken out of the text: %s.") % ", ".join(elements))
    return document
