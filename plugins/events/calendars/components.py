"""Events as components of a calendar: the one place where they are put together.

A calendar leaves the forum: who has it open at work shows it to others. What only named people or a hidden group
know of stands there as “a meeting in the Forum”, with an address that names nothing. Where the room is stands in no
calendar: what is by video leads to the page of the event, which asks who is reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from email.utils import parseaddr
from typing import Final

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from icalendar import Calendar, vCalAddress, vUri
from icalendar import Event as Component

from plugins.api.mails import address_of
from plugins.events.calendars.recurring import rule_of
from plugins.events.calendars.zone import local, vtimezone
from plugins.events.models import Answer, Event, EventClass, Method, Occurrence, Participant, Session
from workspace.models import GroupVisibility

CONTENT_TYPE: Final = "text/calendar; charset=utf-8"
UNPRINTABLE: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def calendar_of(components: Iterable[Component], *, method: str = "", name: str = "") -> bytes:
    """A calendar as programs fetch it; `name` is what they call it."""
    calendar = Calendar()
    calendar.add("prodid", "-//Lernnetz//Termine//DE")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    if method:
        calendar.add("method", method)
    if name:
        calendar.add("x-wr-calname", _plain(name))
        calendar.add("refresh-interval", timedelta(hours=1), parameters={"VALUE": "DURATION"})
        calendar.add("x-published-ttl", "PT1H")
    calendar.add_component(vtimezone())
    for component in components:
        calendar.add_component(component)
    return calendar.to_ical()


@dataclass(frozen=True)
class Told:
    """How a calendar is told of an event."""

    sequence: int
    stamp: datetime
    participant: Participant | None = None
    """Who gets it by mail; she alone is named in it."""
    gone: bool = False
    """It does not take place, or not for her."""
    discreet: bool = False
    """The calendar must not say what it is."""


def vevents(event: Event, told: Told | None = None) -> list[Component]:
    """The event, and each of its dates that was moved. To take it out of a calendar, the event alone is named."""
    told = told or as_it_stands(event)
    components = [vevent(event, told)]
    if event.is_series and not told.gone:
        components += [vevent(event, told, date) for date in event.occurrences.all() if date.is_moved]
    return components


def as_it_stands(event: Event, sequence: int = 0) -> Told:
    """For whoever fetches it. `sequence` is given where their calendar counts further than the event."""
    number = max(event.sequence, sequence)
    return Told(number, event.changed_at, gone=event.is_cancelled, discreet=is_discreet(event))


def vevent(event: Event, told: Told, occurrence: Occurrence | None = None) -> Component:
    """One component: the event as a whole, or one of its dates that is at another time than the rule says."""
    component = Component()
    component.add("uid", event.uid)
    component.add("sequence", told.sequence)
    component.add("dtstamp", told.stamp)
    component.add("created", event.created_at)
    component.add("last-modified", event.changed_at)
    at = occurrence or event
    component.add("dtstart", local(at.starts_at))
    component.add("dtend", local(at.ends_at))
    if occurrence is not None:
        component.add("recurrence-id", local(occurrence.original_start))
    elif event.is_series:
        _add_rule(component, event)
    title = _("Meeting in the Forum") if told.discreet else event.title
    component.add("summary", _plain(_("Cancelled: %s") % title if told.gone else title))
    if told.participant is None or not told.gone:
        _add_words(component, event, told.discreet)
    component.add("status", "CANCELLED" if told.gone else "CONFIRMED")
    _add_people(component, told.participant)
    return component


def vsession(session: Session) -> Component:
    """A session in somebody's schedule; of what a calendar must not name it says when and where."""
    event, component = session.event, Component()
    gone = session.is_cancelled or event.is_cancelled
    component.add("uid", session.uid)
    component.add("sequence", session.sequence + (1 if event.is_cancelled else 0))
    component.add("dtstamp", max(session.changed_at, event.cancelled_at or session.changed_at))
    component.add("created", session.created_at)
    component.add("last-modified", session.changed_at)
    component.add("dtstart", local(session.starts_at))
    component.add("dtend", local(session.ends_at))
    title = _("Meeting in the Forum") if is_discreet(event) else session.title
    component.add("summary", _plain(_("Cancelled: %s") % title if gone else title))
    said = [] if is_discreet(event) else [event.title, session.description]
    _add_where(component, event, [*filter(None, said), page_of(event)], [session.room, event.place, event.address])
    component.add("status", "CANCELLED" if gone else "CONFIRMED")
    _add_people(component, None)
    return component


def is_discreet(event: Event) -> bool:
    """Whether a calendar must not say what it is: its title may be what only few know."""
    if event.confidentiality == EventClass.GROUP:
        return event.group is None or event.group.visibility == GroupVisibility.HIDDEN
    return event.confidentiality == EventClass.PERSONS


def page_of(event: Event) -> str:
    """The address of its page, which tells nothing where the title is nobody's business."""
    if is_discreet(event):
        return address_of(reverse("event_by_uid", args=[event.uid]))
    return address_of(event.get_absolute_url())


def part(event: Event, method: str, told: Told) -> bytes:
    """What is put into a mail to one participant (RFC 6047)."""
    return calendar_of(vevents(event, replace(told, gone=method == Method.CANCEL)), method=method)


def _add_rule(component: Component, event: Event) -> None:
    component.add("rrule", rule_of(event))
    off = sorted(date.original_start for date in event.occurrences.all() if date.is_cancelled)
    if off:
        component.add("exdate", [local(moment) for moment in off])


def _add_words(component: Component, event: Event, discreet: bool) -> None:
    said = [] if discreet else [event.summary, event.agenda]
    _add_where(component, event, [*filter(None, said), page_of(event)], [event.place, event.address])


def _add_where(component: Component, event: Event, said: list[str], where: list[str]) -> None:
    page = page_of(event)
    component.add("description", _plain("\n\n".join(said)))
    component.add("location", _plain(", ".join(filter(None, where))) or page)
    component.add("url", vUri(page))
    component.add("class", "PUBLIC" if event.confidentiality == EventClass.PUBLIC else "PRIVATE")


def _add_people(component: Component, participant: Participant | None) -> None:
    """The forum invites, and nobody sees from a calendar who else comes."""
    organiser = vCalAddress(f"mailto:{parseaddr(settings.DEFAULT_FROM_EMAIL)[1]}")
    organiser.params["CN"] = _named(settings.SITE_TITLE)
    component.add("organizer", organiser)
    if participant is None:
        return
    attendee = vCalAddress(f"mailto:{participant.address}")
    attendee.params["CN"] = _named(participant.called) or participant.address
    attendee.params["CUTYPE"] = "INDIVIDUAL"
    attendee.params["ROLE"] = "REQ-PARTICIPANT"
    waits = "TENTATIVE" if participant.answer == Answer.YES else "NEEDS-ACTION"
    attendee.params["PARTSTAT"] = "ACCEPTED" if participant.comes else waits
    attendee.params["RSVP"] = "FALSE"  # people answer by the link of the mail
    component.add("attendee", attendee)


def _plain(text: str) -> str:
    """Lines end alike, and nothing stands in between that calendars stumble over."""
    return UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _named(name: str) -> str:
    """A name as a parameter: on one line, without quotation marks (RFC 5545, 3.1)."""
    return " ".join(_plain(name).replace('"', "'").split())
