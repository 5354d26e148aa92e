"""How many came in a year, on a page and as a table to take along."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from plugins.api.access import Actor
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers
from plugins.api.adapters.tables import table_to_take
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
    """The same to take along."""
    actor = actor_of(request)
    _all_years, year = _years(request, actor)
    figures = queries.year_of_events(actor, year)
    head = (_("Counted by"), _("Name"), _("Events"), _("Had a place"), _("Were there"))
    rows = [
        (counted_by, line.title, line.events, line.registered, line.came)
        for counted_by, lines in ((_("Kind of event"), figures.kinds), (_("County"), figures.counties))
        for line in lines
    ]
    return table_to_take(_("Who came to events in %(year)d") % {"year": year}, [head, *rows])


def _years(request: HttpRequest, actor: Actor) -> tuple[list[int], int]:
    """What can be chosen, and what is chosen."""
    years = queries.years(actor)
    wanted = request.GET.get("year", "")
    return years, int(wanted) if wanted in map(str, years) else years[0]
