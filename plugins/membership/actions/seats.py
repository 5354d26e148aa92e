"""Giving somebody a seat, and handing one over in one step."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.accounts.models import User
from cms.actions.people import NewPerson, open_account
from cms.models import County
from plugins.api.access import Actor, require
from plugins.api.errors import Invalid, Refused
from plugins.api.extensions import HandOver
from plugins.api.handing_over import SUCCESSOR
from plugins.api.outbox import announce
from plugins.api.registry import registry
from plugins.api.switching import as_if_on
from plugins.membership.facts import SeatGiven, SeatHandedOver
from plugins.membership.models import Seat
from plugins.membership.queries.seats import Left, free_seats, is_named_in_public, left_behind


@transaction.atomic
def give_seat(county: County, named: NewPerson, *, start: date, actor: Actor, is_named_in_public: bool = False) -> Seat:
    """Somebody sits for the county from this day on. Raises Invalid where no seat is free, or for who sits already."""
    require(actor, "create", Seat)
    county = County.objects.select_for_update().get(pk=county.pk)
    person = open_account(named, actor=actor)
    if _sits_for(person, county):
        raise Invalid({"email": [_("This person sits for the county already.")]})
    if not free_seats(county):
        raise Invalid({"email": [_("No seat of this county is free. End one first, or hand it over.")]})

    seat = _kept(Seat(county=county, person=person, start=start, is_named_in_public=is_named_in_public), actor)
    announce(SeatGiven(seat_id=seat.pk))
    return seat


@transaction.atomic
def take_kept_seat(county: County, person: User, *, actor: Actor) -> Seat:
    """For whom a seat was kept, from today. Who may, their offer says. Raises Refused when they sit already, and when
    the seats were given to others meanwhile.
    """
    county = County.objects.select_for_update().get(pk=county.pk)
    if _sits_for(person, county):
        raise Refused(_("You hold a seat of this county already."))
    if not free_seats(county):
        raise Refused(_("The county's seats have been given to others meanwhile. Please ask the programme office."))
    return _kept(Seat(county=county, person=person, start=timezone.localdate()), actor)


@transaction.atomic
def hand_over_seat(
    seat: Seat,
    *,
    successor: NewPerson | None,
    choices: Mapping[str, str],
    ends_at: datetime,
    actor: Actor,
) -> Seat | None:
    """The seat ends at this minute, and what its holder has in hand goes where `choices` say: all of it or nothing.

    `choices` maps the key of everything in `queries.seats.left_behind` to one of its choices. The successor sits for
    the county from today on; whoever does so already takes over the things alone, and the seat is free. Returns the
    successor's new seat. Raises Invalid.
    """
    seat = Seat.objects.select_for_update(of=("self",)).select_related("county", "person").get(pk=seat.pk)
    require(actor, "hand_over", seat)
    _insist_on_moment(seat, ends_at)
    heir = open_account(successor, actor=actor) if successor is not None else None
    if heir == seat.person:
        raise Invalid({"email": [_("This is the person whose seat ends.")]})
    things = left_behind(seat)
    _insist_on_choices(things, choices, heir)

    new = None
    if heir is not None and not _sits_for(heir, seat.county):
        new = Seat(county=seat.county, person=heir, follows=seat, is_named_in_public=seat.is_named_in_public)
        _kept(new, actor)
        announce(SeatGiven(seat_id=new.pk))
    _pass_on(seat, things, choices, heir, ends_at, actor)
    seat.ends_at, seat.end = ends_at, timezone.localdate(ends_at)
    seat.save(update_fields=["ends_at", "end"])
    log(seat, "membership.hand_over_seat", user=actor.user, title=f"#{seat.pk}", data={"choices": dict(choices)})
    announce(SeatHandedOver(seat_id=seat.pk))
    return new


def _kept(seat: Seat, actor: Actor) -> Seat:
    """The seat stands; what the county agreed to holds for it too."""
    seat.is_named_in_public = seat.is_named_in_public or is_named_in_public(seat.county)
    try:
        seat.full_clean()
    except ValidationError as error:
        raise Invalid(error.message_dict) from error
    seat.save()
    log(seat, "membership.give_seat", user=actor.user, title=f"#{seat.pk}")
    return seat


def _pass_on(
    seat: Seat, things: list[Left], choices: Mapping[str, str], heir: User | None, at: datetime, actor: Actor
) -> None:
    with as_if_on():  # a seat is handed over as a whole, whatever is switched off
        for left in things:
            left.record.pass_on(left.thing.key, choices[left.key], seat.person, heir, actor)
        for record in registry.records(HandOver):
            record.leave(seat.person, seat.county.key, at)


def _sits_for(person: User, county: County) -> bool:
    today = timezone.localdate()
    held = Seat.objects.filter(person=person, county=county).exclude(end__lt=today)
    return held.exclude(ends_at__lte=timezone.now()).exists()


def _insist_on_moment(seat: Seat, ends_at: datetime) -> None:
    day = timezone.localdate(ends_at)
    if day < timezone.localdate():
        raise Invalid({"end_day": [_("This day is over. A seat ends today or later.")]})
    if seat.end is not None and day > seat.end:
        raise Invalid({"end_day": [_("The seat ends before that day anyway.")]})


def _insist_on_choices(things: list[Left], choices: Mapping[str, str], heir: User | None) -> None:
    """Nothing is passed on that nobody has decided about."""
    errors: dict[str, list[str]] = {}
    for left in things:
        choice = choices.get(left.key)
        if choice not in left.thing.choices:
            errors[left.key] = [_("This came meanwhile, or is another than before. Please choose again.")]
        elif choice == SUCCESSOR and heir is None:
            errors[left.key] = [_("Nobody takes over the seat: choose something else.")]
    if errors:
        raise Invalid(errors)
