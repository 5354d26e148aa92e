"""Lists in web pages that Word saved: there they are paragraphs, and only their styles say that they are points."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup, Tag

from cms.importing.paragraphs import nested_lists

MARK = "mso-list"
_LEVEL = re.compile(r"mso-list:\s*l\d+\s+level([1-9])")
_COUNTED = re.compile(r"\(?\w{1,4}[.)]")


def with_lists(markup: str) -> str:
    """The same page with lists in the place of such paragraphs."""
    if MARK not in markup:
        return markup
    soup = BeautifulSoup(markup, "html.parser")
    for paragraph in soup.find_all("p"):
        if paragraph.parent is not None and _level(paragraph):
            _gather(paragraph)
    return str(soup)


def _level(element: Tag) -> int:
    found = _LEVEL.search(str(element.get("style") or ""))
    return int(found[1]) if found and element.name == "p" else 0


def _gather(first: Tag) -> None:
    """Puts a list in the place of this paragraph and of those that follow it directly."""
    points = [first]
    while (following := points[-1].find_next_sibling()) is not None and _level(following):
        points.append(following)
    items: list[tuple[int, str, str]] = []
    levels: list[int] = []
    for point in points:
        level = _level(point)
        levels = [*(above for above in levels if above < level), level]
        kind = "ol" if _COUNTED.fullmatch(_take_sign(point)) else "ul"
        items.append((len(levels), kind, point.decode_contents()))
    first.insert_before(BeautifulSoup(nested_lists(items), "html.parser"))
    for point in points:
        point.extract()


def _take_sign(point: Tag) -> str:
    """The point or number that Word wrote into the paragraph for programs that know no lists."""
    sign = point.find("span", style=re.compile(r"mso-list:\s*Ignore", re.IGNORECASE))
    if not isinstance(sign, Tag):
        return ""
    words = sign.get_text(strip=True)
    sign.decompose()
    return words
