"""Plain pages in the version that a reader asks for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cms.models import PageVersion, StandardPage
from plugins.api.access import Actor, require
from plugins.api.errors import Missing


@dataclass(frozen=True)
class OtherVersion:
    """One line of the list below a page; `valid_until` is None for the present version."""

    number: int
    valid_since: datetime
    valid_until: datetime | None


@dataclass(frozen=True)
class ShownVersion:
    """A plain page as it was or is, with the way to its other versions, newest first."""

    title: str
    introduction: str
    body: Any
    number: int
    valid_since: datetime
    valid_until: datetime | None
    others: tuple[OtherVersion, ...]

    @property
    def is_current(self) -> bool:
        return self.valid_until is None


def page_version(actor: Actor, page: StandardPage, wanted: str = "") -> ShownVersion | None:
    """The present version, or the one with this number. None for a page that has no versions yet.

    Raises Missing for a number that the page never had, and for whoever does not see the page.
    """
    require(actor, "see", page)
    rows = list(PageVersion.objects.filter(page=page).order_by("number")) if page.live else []
    if not rows and not wanted:
        return None
    ends = [row.valid_since for row in rows[1:]] + [None]
    index = {str(row.number): place for place, row in enumerate(rows)}.get(wanted or str(len(rows)))
    if index is None:
        raise Missing
    row = rows[index]
    others = [OtherVersion(r.number, r.valid_since, end) for r, end in zip(rows, ends, strict=True) if r is not row]
    return ShownVersion(
        title=row.content["title"],
        introduction=row.content["introduction"],
        body=StandardPage._meta.get_field("body").stream_block.to_python(row.content["body"]),
        number=row.number,
        valid_since=row.valid_since,
        valid_until=ends[index],
        others=tuple(reversed(others)),
    )
