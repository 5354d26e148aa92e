"""For organisers: the dates of a series, one by one."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from plugins.api.access import require
from plugins.api.adapters.forms import succeeds
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Missing
from plugins.events.actions.occurrences import cancel_occurrence, move_occurrence
from plugins.events.forms.occurrences import MoveForm
from plugins.events.models import LONGEST_SERIES, Event, Occurrence
from plugins.events.pages.parts import tabs_for
from plugins.events.queries.calendars import dates_of_series
from plugins.events.queries.events import organised_with


@answers(Rule.DOOR)
@login_required
def date_list(request: HttpRequest, slug: str) -> HttpResponse:
    """All that are to come."""
    event = organised_with(actor_of(request), slug)
    context = {
        "event": event,
        "dates": dates_of_series(event, LONGEST_SERIES.days // 7 + 1),
        "tabs": tabs_for(event, "dates"),
        "here": _("Dates"),
    }
    return private(render(request, "termine/dates.html", context))


@answers(Rule.DOOR)
@login_required
def move(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One date at another time."""
    actor = actor_of(request)
    occurrence = _one_of(organised_with(actor, slug), pk)
    require(actor, "edit", occurrence)
    form = MoveForm(request.POST if request.method == "POST" else None, occurrence=occurrence)
    if succeeds(form, lambda data: move_occurrence(occurrence, data["starts_at"], data["ends_at"], actor=actor)):
        messages.success(request, _("The date is moved. All other dates stay."))
        return redirect("event_dates", slug)
    return private(render(request, "termine/move_date.html", {"form": form, "date": occurrence}))


@answers(Rule.DOOR)
@login_required
def cancel(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Asks first; then this date does not take place."""
    actor = actor_of(request)
    occurrence = _one_of(organised_with(actor, slug), pk)
    require(actor, "edit", occurrence)
    if request.method == "POST":
        cancel_occurrence(occurrence, actor=actor)
        messages.success(request, _("The date is cancelled. All other dates stay."))
        return redirect("event_dates", slug)
    return private(render(request, "termine/cancel_date.html", {"date": occurrence}))


def _one_of(event: Event, pk: int) -> Occurrence:
    occurrence = event.occurrences.select_related("event").filter(pk=pk).first()
    if occurrence is None:
        raise Missing
    return occurrence
