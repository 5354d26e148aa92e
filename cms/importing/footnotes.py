"""Footnotes: a numbered list at the end of the text, with links to it and back.

The rich text editor keeps no anchors inside of texts, so links lead to headings: from a number to the heading of the
list, and from a note to the heading under which its number stands.
"""

from __future__ import annotations

from collections import Counter

from bs4 import BeautifulSoup, Tag
from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from cms.blocks.rendering import heading_id

HOLDERS = ["li", "p", "div", "dd"]


def gather_footnotes(soup: BeautifulSoup) -> None:
    """Wherever a link leads to a passage that links back, the passage is a note."""
    notes = notes_of(soup)
    if not notes:
        return
    with translation.override(settings.LANGUAGE_CODE):
        title = _("Footnotes")
    headings = Counter(_words(heading) for heading in soup.find_all("h2"))
    items = soup.new_tag("ol")
    for number, (holder, marks) in enumerate(notes, start=1):
        places = [heading for mark in marks if (heading := _heading_above(mark, headings))]
        for mark in marks:
            _write_mark(soup, mark, number, title)
        items.append(_item(soup, holder, dict.fromkeys(places)))
    for empty in soup.find_all(["ol", "ul", "section"]):
        if not empty.decomposed and not empty.get_text(strip=True) and not empty.find("img"):
            empty.decompose()
    end = soup.new_tag("h2")
    end.string = title
    soup.append(end)
    soup.append(items)


def notes_of(soup: BeautifulSoup) -> list[tuple[Tag, list[Tag]]]:
    """Passages with the links that lead to them, in the order of the links."""
    named = {str(element.get("id") or element.get("name")): element for element in soup.select("[id], a[name]")}
    found: dict[int, tuple[Tag, list[Tag]]] = {}
    for mark in soup.select("a[href^='#']"):
        target = named.get(str(mark["href"])[1:])
        holder = target if target is None or target.name in HOLDERS else target.find_parent(HOLDERS)
        if holder is None or holder in mark.parents or mark.find("img") is not None:
            continue
        if any(_leads_to(link, _names(mark)) for link in holder.find_all("a")) and not _is_note(mark, found):
            found.setdefault(id(holder), (holder, []))[1].append(mark)
    return list(found.values())


def _is_note(mark: Tag, found: dict[int, tuple[Tag, list[Tag]]]) -> bool:
    """Whether the link stands in a note itself and leads back."""
    return any(holder in mark.parents for holder, _marks in found.values())


def _names(mark: Tag) -> set[str]:
    around = [mark, *mark.find_all(True), *([mark.parent] if mark.parent and mark.parent.name == "sup" else [])]
    return {str(name) for element in around for name in (element.get("id"), element.get("name")) if name}


def _leads_to(link: Tag, names: set[str]) -> bool:
    href = str(link.get("href") or "")
    return href.startswith("#") and href[1:] in names


def _heading_above(mark: Tag, headings: Counter[str]) -> str:
    """The heading to which a link can lead back; none where two say the same."""
    heading = mark.find_previous("h2")
    words = _words(heading) if heading else ""
    return words if headings[words] == 1 else ""


def _write_mark(soup: BeautifulSoup, mark: Tag, number: int, words: str) -> None:
    link = soup.new_tag("a", href=f"#{heading_id(words)}")
    link.string = f"[{number}]"
    replace_mark(mark, link)


def replace_mark(mark: Tag, by: Tag) -> None:
    """Puts something in the place of a number with what raises it."""
    raised = mark.parent if mark.parent is not None and mark.parent.name == "sup" else mark
    is_alone = len(raised.find_all(["a", "img"])) == 1 and _words(raised) == _words(mark)
    (raised if is_alone else mark).replace_with(by)


def _item(soup: BeautifulSoup, holder: Tag, places: dict[str, None]) -> Tag:
    take_out_links_back(holder)
    item = holder.extract()
    item.name = "li"
    item.attrs = {}
    end = (item.find_all("p", recursive=False) or [item])[-1]
    for place in places:
        link = soup.new_tag("a", href=f"#{heading_id(place)}")
        with translation.override(settings.LANGUAGE_CODE):
            link.string = _("back to “%s”") % place
        end.append(" ")
        end.append(link)
    return item


def take_out_links_back(holder: Tag) -> None:
    """A note without the arrows and numbers that lead from it to its places."""
    names = {str(link["href"]) for link in holder.select("a[href^='#']")}
    for link in holder.select("a[href^='#']"):
        if link.find("img") is not None:
            link.unwrap()
        elif len(names) == 1 or len(link.get_text(strip=True)) <= 4:
            link.decompose()


def _words(element: Tag) -> str:
    return " ".join(element.get_text().split())
