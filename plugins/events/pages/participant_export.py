"""The list of who comes as a table to take along."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from plugins.api.adapters.http import actor_of
from plugins.api.adapters.routes import Rule, answers
from plugins.api.adapters.tables import table_to_take
from plugins.events.actions.participants import note_export
from plugins.events.models import Participant
from plugins.events.queries.events import organised_with
from plugins.events.queries.places import participants_of


@answers(Rule.DOOR)
@login_required
def export(request: HttpRequest, slug: str) -> HttpResponse:
    """Without what people need. That it was taken along is logged."""
    actor = actor_of(request)
    event = organised_with(actor, slug)
    note_export(event, actor=actor)
    name = _("Participants of %(title)s") % {"title": event.title}
    return table_to_take(name, _rows(participants_of(event, actor)))


def _rows(participants: Iterable[Participant]) -> Iterator[list[str]]:
    yield [
        _("Name"),
        _("E-mail address"),
        _("County"),
        _("Comes as"),
        pgettext("at an event", "Place"),
        _("Note"),
        _("Was there"),
    ]
    was_there = {True: _("yes"), False: _("no"), None: ""}
    for one in participants:
        yield [
            one.called,
            one.address,
            str(one.county or ""),
            one.get_role_display(),
            one.get_place_display(),
            one.excuse,
            was_there[one.came],
        ]
