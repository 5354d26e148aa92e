"""The numbers of a year, on a page and as a table to take along."""

from __future__ import annotations

import csv

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from plugins.api.access import Actor
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers
from plugins.membership.queries import figures as queries

BYTE_ORDER_MARK = "\ufeff"
"""By it Excel knows that the file is UTF-8."""
FORMULAS = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins like this would be worked out by a spreadsheet instead of shown."""


@answers(Rule.DOOR)
def figures(request: HttpRequest) -> HttpResponse:
    """One year at a time, without a choice the running one."""
    actor = actor_of(request)
    year = _year(request, actor)
    context = {"year": year, "years": queries.years(actor), "figures": queries.figures(actor, year)}
    return private(render(request, "mitglieder/figures.html", context))


@answers(Rule.DOOR)
def export(request: HttpRequest) -> HttpResponse:
    """The same with semicolons, as German Excel reads it."""
    actor = actor_of(request)
    year = _year(request, actor)
    rows = queries.figures(actor, year)
    response = HttpResponse(BYTE_ORDER_MARK, content_type="text/csv; charset=utf-8")
    name = _("Figures of %(year)d") % {"year": year}
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=f"{name}.csv") or ""
    writer = csv.writer(response, delimiter=";")
    writer.writerow([_("Figure"), str(year), _("How it is counted")])
    for row in rows:
        writer.writerow([harmless(row.title), str(row.number), harmless(row.how)])
    return private(response)


def harmless(cell: str) -> str:
    """The words as they are; an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{cell}" if cell.startswith(FORMULAS) else cell


def _year(request: HttpRequest, actor: Actor) -> int:
    """The chosen one; nonsense is the running one."""
    years = queries.years(actor)
    wanted = request.GET.get("year", "")
    return int(wanted) if wanted in map(str, years) else years[0]
