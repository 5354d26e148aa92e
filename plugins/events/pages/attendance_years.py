"""How many came in a year, on a page and as a table to take along."""

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
from plugins.events.pages.participant_export import BYTE_ORDER_MARK, harmless
from plugins.events.queries import attendance_years as queries


@answers(Rule.DOOR)
def attendance_of_year(request: HttpRequest) -> HttpResponse:
    """The year of the address; without one, or with nonsense, the running one."""
    actor = actor_of(request)
    years, year = _years(request, actor)
    context = {"year": year, "years": years, "figures": queries.year_of_events(actor, year)}
    return private(render(request, "termine/attendance_year.html", context))


@answers(Rule.DOOR)
def export(request: HttpRequest) -> HttpResponse:
    """The same with semicolons, as German Excel reads it."""
    actor = actor_of(request)
    _all_years, year = _years(request, actor)
    figures = queries.year_of_events(actor, year)
    response = HttpResponse(BYTE_ORDER_MARK, content_type="text/csv; charset=utf-8")
    name = _("Who came to events in %(year)d") % {"year": year}
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=f"{name}.csv") or ""
    writer = csv.writer(response, delimiter=";")
    writer.writerow([_("Counted by"), _("Name"), _("Events"), _("Had a place"), _("Were there")])
    for counted_by, lines in ((_("Kind of event"), figures.kinds), (_("County"), figures.counties)):
        for line in lines:
            writer.writerow([counted_by, harmless(line.title), line.events, line.registered, line.came])
    return private(response)


def _years(request: HttpRequest, actor: Actor) -> tuple[list[int], int]:
    """What can be chosen, and what is chosen."""
    years = queries.years(actor)
    wanted = request.GET.get("year", "")
    return years, int(wanted) if wanted in map(str, years) else years[0]
