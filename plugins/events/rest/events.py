"""Events for programs: public ones for everybody, others for who may know of them.

A token needs the scope `read:events`; with it alone it reads public events, with `read:members` as well what its owner
may know of.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from django.db.models import BigIntegerField
from django.http import QueryDict
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema, extend_schema_view

from cms.accounts.models import Scope
from plugins.api.access import Actor, abilities
from plugins.api.adapters.rest_lists import Order, list_body, page_of, place
from plugins.api.adapters.rest_params import PAGING, Parameters
from plugins.api.adapters.rest_scopes import insist_on_scope
from plugins.api.adapters.rest_views import Answer, ReadView
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Missing
from plugins.events.models import Event, EventKind, Session
from plugins.events.queries.events import EventFilter, event_numbered, events_for, narrowed
from plugins.events.queries.programme import sessions_for
from plugins.events.rest import event_shapes as shapes
from plugins.events.rest.afterwards import stays

ORDERS = {"starts_at": Order("starts_at", tie="id"), "-starts_at": Order("starts_at", descending=True, tie="id")}
VERBS = ("edit", "organise", "cancel")


class EventReadView(ReadView):
    """Asks tokens for their scope first, whatever they ask for."""

    def insist_on_events(self) -> None:
        if not self.from_visitor and self.request.auth is not None:
            refusal = _("This token may not read events. It needs the scope read:events.")
            insist_on_scope(self.request, Scope.READ_EVENTS, refusal)


@extend_schema_view(
    get=extend_schema(parameters=shapes.LIST, responses={200: shapes.EventList, 403: shapes.WRONG_SCOPE})
)
@answers(Rule.DOOR)
class EventsView(EventReadView):
    """All events that the caller may know of, past ones too, in the order in which they begin."""

    def answer(self, actor: Actor, given: QueryDict) -> Answer:
        self.insist_on_events()
        asked = Parameters(given, ("kind", "topic", "group", "from", "until", "ordering", *PAGING))
        order = ORDERS[_known(asked.choice("ordering", shapes.ORDERINGS, "starts_at"))]
        at = place(asked, order, Event)
        first, last = asked.day("from"), asked.day("until")
        by = EventFilter(
            kind=asked.choice("kind", EventKind.values),
            topic=asked.text("topic"),
            group=asked.text("group"),
            from_moment=first[0] if first else None,
            until_moment=last[1] if last else None,
        )
        asked.check()
        rows = narrowed(events_for(actor), by, actor).order_by().prefetch_related(None).values("id", "starts_at")
        page = page_of(rows, order, at, self.counted(rows.count, by))
        found = events_for(actor).in_bulk([row["id"] for row in page.rows])
        items = [json.dumps(as_json(found[row["id"]]), ensure_ascii=False) for row in page.rows if row["id"] in found]
        return Answer.of(list_body(self.request.path, given, page, items))


@extend_schema_view(
    get=extend_schema(parameters=[shapes.ID], responses={200: shapes.EventDetail, 403: shapes.WRONG_SCOPE})
)
@answers(Rule.DOOR)
class EventView(EventReadView):
    """One event, with its agenda, its dates and what the caller may do with it."""

    def answer(self, actor: Actor, given: QueryDict, event_id: int) -> Answer:
        self.insist_on_events()
        Parameters(given, ()).check()
        if event_id > BigIntegerField.MAX_BIGINT:
            raise Missing
        event = event_numbered(actor, event_id)
        more = {
            "agenda": event.agenda,
            "programme": [_session(session) for session in sessions_for(actor, event)],
            "dates": dates_of(event),
            "may": abilities(actor, event, VERBS),
            "ics_url": event.calendar_url,
            **stays(actor, event),
        }
        return Answer.of(json.dumps(as_json(event) | more, ensure_ascii=False).encode())


def as_json(event: Event) -> dict[str, Any]:
    """One that `events_for` gave: topics and group as far as the caller sees them."""
    county, group = event.county, event.shown_group
    return {
        "id": event.pk,
        "url": event.get_absolute_url(),
        "kind": event.kind,
        "title": event.title,
        "summary": event.summary,
        "starts_at": event.starts_at.isoformat(),
        "ends_at": event.ends_at.isoformat(),
        "form": event.form,
        "place": event.place,
        "address": event.address,
        "county": {"key": county.key, "name": county.full_name} if county else None,
        "confidentiality": event.confidentiality,
        "group": group.slug if group else None,
        "topics": [{"slug": topic.slug, "title": topic.title} for topic in event.topics.all()],
        "capacity": event.capacity,
        "cancelled_at": _moment(event.cancelled_at),
        "cancel_reason": event.cancel_reason,
    }


def _session(session: Session) -> dict[str, Any]:
    return {
        "id": session.pk,
        "title": session.title,
        "description": session.description,
        "track": session.track,
        "room": session.room,
        "starts_at": session.starts_at.isoformat(),
        "ends_at": session.ends_at.isoformat(),
        "speakers": session.names,
        "published_at": _moment(session.published_at),
        "cancelled_at": _moment(session.cancelled_at),
    }


def dates_of(event: Event) -> list[dict[str, Any]]:
    """All dates of a series, past and moved ones too; what takes place once has one."""
    dates = [
        (date.starts_at, date.ends_at, date.is_cancelled) for date in event.occurrences.order_by("starts_at", "pk")
    ]
    return [
        {
            "starts_at": starts_at.isoformat(),
            "ends_at": ends_at.isoformat(),
            "cancelled": is_cancelled or event.is_cancelled,
            "place": event.place,
        }
        for starts_at, ends_at, is_cancelled in dates or [(event.starts_at, event.ends_at, False)]
    ]


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _known(ordering: str) -> str:
    """Nonsense was noted and is refused; until then the list stands in its usual order."""
    return ordering if ordering in ORDERS else "starts_at"
