"""The contributions to a consultation as a table to take along."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers
from workspace.models import Contribution
from workspace.queries.consultations import consultation_for, contributions_to
from workspace.views.contribution_words import about
from workspace.views.discussion_words import name_of

BYTE_ORDER_MARK = "\ufeff"
"""By it Excel knows that the file is UTF-8."""
FORMULAS = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins like this would be worked out by a spreadsheet instead of shown."""


@answers(Rule.DOOR)
@login_required
def export(request: HttpRequest, pk: int) -> HttpResponse:
    """All of them with the answers, with semicolons, as German Excel reads it."""
    actor = actor_of(request)
    consultation = consultation_for(actor, pk)
    response = HttpResponse(BYTE_ORDER_MARK, content_type="text/csv; charset=utf-8")
    name = _("Contributions to %(title)s") % {"title": consultation.title}
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=f"{name}.csv") or ""
    writer = csv.writer(response, delimiter=";")
    for row in _rows(contributions_to(actor, consultation)):
        writer.writerow([harmless(cell) for cell in row])
    return private(response)


def harmless(cell: str) -> str:
    """The words as they are; an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{cell}" if cell.startswith(FORMULAS) else cell


def _rows(contributions: Iterable[Contribution]) -> Iterator[list[str]]:
    yield [
        *(_("No."), _("Said to"), _("Words in the text"), _("Contribution"), _("Name"), _("County")),
        *(_("For the county as a whole"), _("Date"), _("Outcome"), _("Answer of the group")),
    ]
    for number, one in enumerate(contributions, 1):
        yield [
            str(number),
            about(one),
            one.quote,
            one.text,
            name_of(one.author),
            str(one.county or ""),
            _("yes") if one.is_of_county else _("no"),
            date_format(timezone.localtime(one.created_at), "SHORT_DATE_FORMAT"),
            one.get_outcome_display() if one.outcome else "",
            one.answer,
        ]
