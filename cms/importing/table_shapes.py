"""Tables of documents, before they are read: which of them are tables, and which rows are headers."""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag
from django.utils.translation import gettext as _

from cms.importing.documents import Document
from cms.importing.tables import LONGEST_CAPTION, MOST_COLUMNS


def mend_tables(soup: BeautifulSoup, document: Document) -> None:
    """A single cell is a frame around text. Where nothing is marked, a first row in bold is the header."""
    number = 0
    for table in soup.find_all("table"):
        if table.find_parent("table") is not None:
            document.remark(_("A table stands inside of another one; its words stand in one cell now."))
            continue
        rows = [row for row in table.find_all("tr") if row.find_parent("table") is table]
        if len(rows) == 1 and len(cells_of(rows[0])) == 1:
            unframe(table, rows[0])
            continue
        if not table.get_text(strip=True):
            continue
        number += 1
        _take_caption(soup, table)
        if table.find("th") is None and not mark_header(rows):
            document.remark(_("Table %d has no header row. Please check whether it needs one.") % number)
        if any(len(cells_of(row)) > MOST_COLUMNS for row in rows):
            document.remark(
                _("Table %(number)d has more than %(most)d columns; the rest was left out.")
                % {"number": number, "most": MOST_COLUMNS}
            )
        _write_addresses_out(table)


def cells_of(row: Tag) -> list[Tag]:
    return row.find_all(["td", "th"], recursive=False)


def unframe(table: Tag, row: Tag) -> Tag:
    """What stands in the only cell of a table, without the table."""
    (cell,) = cells_of(row)
    cell.name = "div"
    table.replace_with(cell.extract())
    return cell


def mark_header(rows: list[Tag]) -> bool:
    """Whether a first row in bold was found; it is the header then."""
    if len(rows) < 2 or not all(_is_bold(cell) for cell in cells_of(rows[0])):
        return False
    for cell in cells_of(rows[0]):
        cell.name = "th"
    return True


def _is_bold(cell: Tag) -> bool:
    words = cell.get_text(strip=True)
    return bool(words) and "".join(bold.get_text(strip=True) for bold in cell.find_all(["b", "strong"])) == words


def _take_caption(soup: BeautifulSoup, table: Tag) -> None:
    """The paragraph above or below that Word's style says to be a caption."""
    for paragraph in (table.find_previous_sibling(), table.find_next_sibling()):
        if paragraph is None or table.find("caption") is not None or not _is_caption(paragraph):
            continue
        caption = soup.new_tag("caption")
        caption.string = " ".join(paragraph.get_text().split())
        table.insert(0, caption)
        paragraph.decompose()


def _is_caption(paragraph: Tag) -> bool:
    words = " ".join(paragraph.get_text().split())
    is_marked = "caption" in (paragraph.get("class") or [])
    return is_marked and 0 < len(words) <= LONGEST_CAPTION and paragraph.find("img") is None


def _write_addresses_out(table: Tag) -> None:
    """Cells hold plain text: an address that lies behind other words is written behind them."""
    for link in table.find_all("a"):
        href = str(link.get("href") or "")
        if href.startswith(("http://", "https://", "mailto:")) and href.removeprefix("mailto:") not in link.get_text():
            link.append(f" ({href.removeprefix('mailto:')})")
