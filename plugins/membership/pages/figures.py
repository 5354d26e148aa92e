"""The numbers of a year, on a page and as a table to take along."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from plugins.api.access import Actor
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers
from plugins.api.adapters.tables import table_to_take
from plugins.membership.queries import figures as queries


@answers(Rule.DOOR)
def figures(request: HttpRequest) -> HttpResponse:
    """One year at a time, without a choice the running one."""
    actor = actor_of(request)
    year = _year(request, actor)
    context = {"year": year, "years": queries.years(actor), "figures": queries.figures(actor, year)}
    return private(render(request, "mitglieder/figures.html", context))


@answers(Rule.DOOR)
def export(request: HttpRequest) -> HttpResponse:
    """The same to take along."""
    actor = actor_of(request)
    year = _year(request, actor)
    rows = [(row.title, row.number, row.how) for row in queries.figures(actor, year)]
    head = (_("Figure"), year, _("How it is counted"))
    return table_to_take(_("Figures of %(year)d") % {"year": year}, [head, *rows])


def _year(request: HttpRequest, actor: Actor) -> int:
    """The chosen one; nonsense is the running one."""
    years = queries.years(actor)
    wanted = request.GET.get("year", "")
    return int(wanted) if wanted in map(str, years) else years[0]
