"""“Counties like mine”: what an address asks, in words, and the page on which a county is chosen."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.queries.alike import Criteria, Figures, alike, around, figures
from plugins.api.access import Actor
from plugins.api.adapters.kept import kept_for_visitors
from plugins.api.adapters.routes import Rule, answers
from plugins.api.searching import Narrowed

COUNTY, INHABITANTS, DENSITY, STATE, DISTANCE = PARAMETERS = (
    "like",
    "like_inhabitants",
    "like_density",
    "like_state",
    "like_distance",
)
TEMPLATE: Final = "wissen/alike.html"
ANY: Final = "any"
SAME: Final = "same"
PERCENT = (25, 50)
KILOMETRES = (50, 100, 200)
LISTS = ("/suche/", "/wissen/")
"""Where a chosen county leads back to: the page that asked, else the first."""


def read(given: Mapping[str, Any], actor: Actor) -> Narrowed:
    """The counties that an address asks for; without one, the way to those that are like the reader's own."""
    own = sorted(actor.keys("county"))
    if COUNTY not in given and not own:
        return Narrowed(form={"county": None, "own": []})
    known = figures()
    county = known.get(given.get(COUNTY, ""))
    if county is None:
        return Narrowed(form={"county": None, "own": [known[key] for key in own if key in known]})
    criteria = criteria_of(given)
    values = alike(county, known.values(), criteria)
    label = ngettext("Only %(county)s", "%(number)d counties like %(county)s", len(values))
    label %= {"county": county.name, "number": len(values)}
    names = [known[key].name for key in known if key in values]
    return Narrowed(values, label, {"county": county, "selects": _selects(county, criteria), "names": names})


def criteria_of(given: Mapping[str, Any]) -> Criteria:
    """What is said about how much alike; what is not said, or makes no sense, is as usual."""
    usual = Criteria()
    return Criteria(
        inhabitants=_number(given.get(INHABITANTS), PERCENT, usual.inhabitants),
        density=_number(given.get(DENSITY), PERCENT, usual.density),
        same_state=given.get(STATE) == SAME,
        distance=_number(given.get(DISTANCE), KILOMETRES, usual.distance),
    )


@answers(Rule.EVERYBODY)
@kept_for_visitors
def choose_county(request: HttpRequest) -> HttpResponse:
    """All counties by state; choosing one leads back to what was searched for."""
    asked = request.GET
    kept = [(name, value) for name, value in asked.items() if name not in (*PARAMETERS, "back", "page", "part")]
    by_state = sorted(figures().values(), key=lambda one: (one.state is None, one.state or ""))
    states = [
        {"title": state or _("Without a state"), "counties": list(counties)}
        for state, counties in groupby(by_state, key=lambda one: one.state)
    ]
    path = asked["back"] if asked.get("back") in LISTS else LISTS[0]
    return render(request, "wissen/choose_county.html", {"path": path, "kept": kept, "states": states})


def _number(value: str | None, known: tuple[int, ...], usual: int | None) -> int | None:
    if value == ANY:
        return None
    return next((number for number in known if str(number) == value), usual)


def _selects(county: Figures, by: Criteria) -> list[dict[str, Any]]:
    """One for each criterion that is known of the county, its figures written out."""
    selects = []
    if county.inhabitants is not None:
        options = [(str(n), _range(county.inhabitants, n, "")) for n in PERCENT]
        selects.append(_select(INHABITANTS, _("Inhabitants"), [*options, (ANY, _("any number"))], by.inhabitants))
    if county.density is not None:
        options = [(str(n), _range(county.density, n, _("per km²"))) for n in PERCENT]
        selects.append(_select(DENSITY, _("Density"), [*options, (ANY, _("any density"))], by.density))
    if county.state is not None:
        options = [(SAME, _("only %(state)s") % {"state": county.state}), (ANY, _("all states"))]
        selects.append(_select(STATE, _("Federal state"), options, SAME if by.same_state else None))
    if county.place is not None:
        options = [(str(n), _("at most %(number)d km") % {"number": n}) for n in KILOMETRES]
        selects.append(_select(DISTANCE, _("Distance"), [*options, (ANY, _("any distance"))], by.distance))
    return selects


def _select(name: str, label: str, options: list[tuple[str, str]], chosen: object) -> dict[str, Any]:
    value = ANY if chosen is None else str(chosen)
    shown = [{"value": one, "label": text, "chosen": one == value} for one, text in options]
    return {"name": name, "label": label, "options": shown}


def _range(figure: float, percent: int, unit: str) -> str:
    """In figures that people remember: three digits count, the rest is noughts."""
    least, most = (_rounded(end) for end in around(figure, percent))
    return _("%(least)s to %(most)s %(unit)s") % {"least": least, "most": most, "unit": unit}


def _rounded(figure: float) -> str:
    digits = len(str(int(figure)))
    return number_format(round(figure, min(0, 3 - digits)), decimal_pos=0, use_l10n=True, force_grouping=True)
