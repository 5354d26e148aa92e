"""How early invitations went out, year by year."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from plugins.api.access import may
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Missing
from plugins.events.models import LeadTimeReport
from plugins.events.queries import lead_times as queries


@answers(Rule.DOOR)
def lead_times(request: HttpRequest) -> HttpResponse:
    """The year of the address; without one, or with nonsense, the running one."""
    actor = actor_of(request)
    years = queries.years(actor)
    wanted = request.GET.get("year", "")
    year = int(wanted) if wanted in map(str, years) else timezone.localdate().year
    if not may(actor, "see", LeadTimeReport(year=year)):
        raise Missing
    context = {"year": year, "years": years, "kinds": queries.report(actor, year)}
    return private(render(request, "termine/lead_times.html", context))
