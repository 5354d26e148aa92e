"""Where something takes place: a map, and the same as a list."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import ngettext

from cms.queries.counties import drawn_counties
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import kept_for_visitors
from plugins.api.adapters.routes import Rule, answers
from plugins.events.queries.events import by_county


@answers(Rule.DOOR)
@kept_for_visitors
def event_map(request: HttpRequest) -> HttpResponse:
    """Counties in which something that the reader knows of is to take place; each house leads to its line below."""
    places = by_county(actor_of(request))
    links = {place.county.key: f"#landkreis-{place.county.key}" for place in places}
    words = ngettext(
        "Map of Germany with one county in which an event takes place",
        "Map of Germany with %(n)d counties in which events take place",
        len(places),
    )
    drawn = drawn_counties(frozenset(links), links, words % {"n": len(places)})
    context = {"places": places, "county_map": drawn.svg, "map_credit": drawn.credit}
    return render(request, "termine/map.html", context)
