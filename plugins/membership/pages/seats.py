"""Counties as members: who sits for them, and what the office does with seats."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cms.actions.people import person_with
from plugins.api.access import may, require
from plugins.api.adapters.forms import succeeds
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers
from plugins.membership.actions.seats import give_seat, hand_over_seat
from plugins.membership.actions.seats_in_public import name_county_in_public
from plugins.membership.forms.seats import END_OF_DAY, NOBODY, SOMEBODY, WHERE_TO, HandOverForm, SeatForm
from plugins.membership.models import SEATS_OF_A_COUNTY, Seat
from plugins.membership.queries import seats as queries


@answers(Rule.DOOR)
def county_list(request: HttpRequest) -> HttpResponse:
    """All counties that take part or did, with how many sit for each."""
    actor = actor_of(request)
    context = {"counties": queries.member_counties(actor), "seats": SEATS_OF_A_COUNTY}
    return private(render(request, "mitglieder/counties.html", context))


@answers(Rule.DOOR)
def county_detail(request: HttpRequest, key: str) -> HttpResponse:
    """A county as a member: who sits for it now, free seats, and everybody who did before."""
    actor = actor_of(request)
    county = queries.county_with(actor, key)
    everybody = queries.holders(county, actor)
    context = {
        "county": county,
        "now": [holder for holder in everybody if holder.is_now],
        "before": [holder for holder in everybody if not holder.is_now],
        "free": queries.free_seats(county),
        "may_give": bool(may(actor, "create", Seat)),
        "is_named": queries.is_named_in_public(county),
        "may_name": queries.may_name_in_public(actor, county),
    }
    return private(render(request, "mitglieder/county.html", context))


@answers(Rule.DOOR)
@require_POST
def name_in_public(request: HttpRequest, key: str) -> HttpResponse:
    """Whoever sits for the county, or the office, says whether everybody may know that it takes part."""
    actor = actor_of(request)
    county = queries.county_with(actor, key)
    is_named = request.POST.get("name") == "yes"
    name_county_in_public(county, is_named=is_named, actor=actor)
    said = _("The county is named in public now.") if is_named else _("The county is not named in public any more.")
    messages.success(request, said)
    return redirect("member_county", key)


@answers(Rule.DOOR)
def give(request: HttpRequest, key: str) -> HttpResponse:
    """The office gives somebody a free seat."""
    actor = actor_of(request)
    county = queries.county_with(actor, key)
    require(actor, "create", Seat)
    sent = request.POST if request.method == "POST" else None
    is_named = queries.is_named_in_public(county)
    form = SeatForm(sent, initial={"start": timezone.localdate()}, is_named=is_named)

    def act(data: dict[str, Any]) -> Seat:
        public = data.get("is_named_in_public", is_named)
        return give_seat(county, form.named(data), start=data["start"], is_named_in_public=public, actor=actor)

    if succeeds(form, act):
        messages.success(request, _("The seat is given. The person is told by mail."))
        return redirect("member_county", key)
    return private(render(request, "mitglieder/give_seat.html", {"county": county, "form": form}))


@answers(Rule.DOOR)
def hand_over(request: HttpRequest, key: str, pk: int) -> HttpResponse:
    """The list of everything that the holder has in hand; then all of it by name; then it is done in one step."""
    actor = actor_of(request)
    county = queries.county_with(actor, key)
    seat = queries.seat_in(actor, county, pk)
    require(actor, "hand_over", seat)
    form = HandOverForm(
        request.POST if request.method == "POST" else None,
        things=queries.left_behind(seat),
        initial={
            "takes_over": NOBODY if request.GET.get("ohne") else SOMEBODY,
            "end_day": timezone.localdate(),
            "end_time": END_OF_DAY,
        },
    )

    def act(data: dict[str, Any]) -> Seat | None:
        return hand_over_seat(
            seat, successor=form.successor(), choices=form.choices(), ends_at=form.ends_at(), actor=actor
        )

    if "confirmed" in request.POST and succeeds(form, act):
        messages.success(request, _("The seat is handed over. Those whom it concerns are told by mail."))
        return redirect("member_county", key)
    context: dict[str, Any] = {"county": county, "seat": seat, "form": form}
    if form.is_bound and "back" not in request.POST and form.is_valid():
        return private(render(request, "mitglieder/hand_over_check.html", {**context, **_by_name(form)}))
    return private(render(request, "mitglieder/hand_over.html", context))


def _by_name(form: HandOverForm) -> dict[str, Any]:
    """What is about to happen, with the name of everybody and everything."""
    named = form.successor()
    known = person_with(named.email) if named else None
    chosen = form.choices()
    return {
        "successor": known or (f"{named.first_name} {named.last_name}".strip() if named else ""),
        "is_invited": named is not None and known is None,
        "email": named.email if named else "",
        "ends_at": form.ends_at(),
        "passed": [(left.thing.title, WHERE_TO[chosen[left.key]]) for left in form.things],
    }
