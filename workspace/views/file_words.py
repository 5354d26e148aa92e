"""Who reads files, in words, and the pages of a list."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Page
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workspace.models import GroupFile, PastVisibility, WorkingGroup
from workspace.queries.files import people_reading_file


def who_reads_files(group: WorkingGroup) -> dict[str, Any]:
    """For the whole shelf: the members of now, and what those read who come later."""
    people = [place.user for place in group.places()]
    shown = _only(group, people)
    if group.past == PastVisibility.JOINING:
        shown["people"].append(_("Whoever comes later reads only what has come since."))
    return shown


def who_reads_this(file: GroupFile) -> dict[str, Any]:
    """For one file: those who were there when its newest version came, or all."""
    return _only(file.group, list(people_reading_file(file.group, file.newest_at)))


def to_the_top(name: str, slug: str) -> HttpResponseRedirect:
    """To a page of the group, where what has happened is said; the form stood at its end."""
    return HttpResponseRedirect(f"{reverse(name, args=[slug])}#content")


def pages_of(part: Page[Any]) -> dict[str, Any]:
    """For the pager."""
    return {
        "number": part.number,
        "total": part.paginator.num_pages,
        "previous_url": f"?page={part.previous_page_number()}" if part.has_previous() else "",
        "next_url": f"?page={part.next_page_number()}" if part.has_next() else "",
    }


def _only(group: WorkingGroup, people: list[Any]) -> dict[str, Any]:
    label = ngettext("Only %(group)s (%(n)d person)", "Only %(group)s (%(n)d people)", len(people))
    return {"label": label % {"group": group, "n": len(people)}, "people": [*people]}
