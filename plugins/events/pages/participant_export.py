"""The list of who comes as a table to take along."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers
from plugins.events.actions.participants import note_export
from plugins.events.models import Participant
from plugins.events.queries.events import organised_with
from plugins.events.queries.places import participants_of

BYTE_ORDER_MARK = "\ufeff"
"""By it Excel knows that the file is UTF-8."""
FORMULAS = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins like this would be worked out by a spreadsheet instead of shown."""


@answers(Rule.DOOR)
@login_required
def export(request: HttpRequest, slug: str) -> HttpResponse:
    """With semicolons, as German Excel reads it; without what people need. That it was taken along is logged."""
    actor = actor_of(request)
    event = organised_with(actor, slug)
    note_export(event, actor=actor)
    response = HttpResponse(BYTE_ORDER_MARK, content_type="text/csv; charset=utf-8")
    name = _("Participants of %(title)s") % {"title": event.title}
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=f"{name}.csv") or ""
    writer = csv.writer(response, delimiter=";")
    for row in _rows(participants_of(event, actor)):
        writer.writerow([harmless(cell) for cell in row])
    return private(response)


def harmless(cell: str) -> str:
    """The words as they are; an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{cell}" if cell.startswith(FORMULAS) else cell


def _rows(participants: Iterable[Participant]) -> Iterator[list[str]]:
    yield [
        _("Name"),
        _("E-mail address"),
        _("County"),
        _("Comes as"),
        pgettext("at an event", "Place"),
        _("Note"),
        _("Was there"),
    ]
    was_there = {True: _("yes"), False: _("no"), None: ""}
    for one in participants:
        yield [
            one.called,
            one.address,
            str(one.county or ""),
            one.get_role_display(),
            one.get_place_display(),
            one.excuse,
            was_there[one.came],
        ]
