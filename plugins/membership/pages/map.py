"""The map of the member counties, and the same as a table."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cms.queries.counties import drawn_counties
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers
from plugins.membership.queries.counties import member_counties


@answers(Rule.DOOR)
def member_map(request: HttpRequest) -> HttpResponse:
    """Houses lead to the people of the county in the directory, and so do the names in the table."""
    counties = member_counties(actor_of(request))
    links = {county.key: county.url for county in counties if county.url}
    drawn = drawn_counties(frozenset(county.key for county in counties), links)
    context = {"counties": counties, "county_map": drawn.svg, "map_credit": drawn.credit}
    return private(render(request, "mitglieder/map.html", context))
