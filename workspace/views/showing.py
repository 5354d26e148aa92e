"""How groups look to a reader: lines of the list, who sees what, and what the reader can do."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.accounts.roles import OFFICE
from cms.models import Topic
from plugins.api.access import Actor, may, visible_to
from plugins.api.adapters.kept import private
from workspace.models import GroupState, GroupVisibility, WorkingGroup
from workspace.queries.groups import places_shown
from workspace.queries.widening import number_of_people, who_knows


def topics_to_choose(actor: Actor) -> QuerySet[Topic]:
    return visible_to(actor, Topic.objects.all()).order_by("title")


def line(group: WorkingGroup, actor: Actor) -> dict[str, Any]:
    """One group in the list; the number of people only where the group shows them."""
    people = group.places() if may(actor, "see_members", group) else None
    counties = len(group.counties())
    return {
        "group": group,
        "coordinators": [place.user for place in group.coordinators()],
        "counties": counties,
        "people": None if people is None else len(people),
        "missing": max(0, group.least_counties - counties) if group.state == GroupState.PROPOSED else 0,
        "way_in": way_in(group, actor),
    }


def way_in(group: WorkingGroup, actor: Actor) -> str:
    """How this reader comes in, in a few words; empty for whoever is in it."""
    if actor.has(group.principal) or group.is_closed:
        return ""
    if any(actor.has(f"user:{person}") for person in group.invited()):
        return _("You are invited")
    if may(actor, "support", group):
        return _("You can join this proposal")
    if may(actor, "join", group):
        return _("Whoever wants to joins")
    if may(actor, "ask_for_access", group):
        return _("You can ask for access")
    return str(group.get_join_display()) if group.is_founded else ""


def who_sees(group: WorkingGroup, actor: Actor) -> dict[str, Any]:
    """Who knows of the group with its question, mandate, coordinators and reports: a label, and the list behind it."""
    if group.is_closed:
        label = _("Only who was in the group when it closed")
    elif group.visibility == GroupVisibility.MEMBERS:
        number = number_of_people({"members", OFFICE})
        label = ngettext("All members (%(n)d person)", "All members (%(n)d people)", number) % {"n": number}
    else:
        label = _("Only %(group)s and the programme office") % {"group": group}
        if may(actor, "see_members", group):
            number = number_of_people(who_knows(group, group.visibility))
            label += " " + ngettext("(%(n)d person)", "(%(n)d people)", number) % {"n": number}
    return {"label": label, "people": [*_readers(group, actor), _("the programme office")]}


def who_sees_members(group: WorkingGroup, actor: Actor) -> dict[str, Any]:
    """Who reads the names of all who take part."""
    if group.shows_members:
        return who_sees(group, actor)
    number = len(group.places())
    label = ngettext("Only %(group)s (%(n)d person)", "Only %(group)s (%(n)d people)", number)
    return {"label": label % {"group": group, "n": number}, "people": [place.user for place in group.places()]}


def _readers(group: WorkingGroup, actor: Actor) -> list[Any]:
    if group.visibility == GroupVisibility.MEMBERS and not group.is_closed:
        return [_("all members of the Forum")]
    readers: list[Any] = [place.user for place in places_shown(group, actor)]
    if not may(actor, "see_members", group):
        readers.append(_("the others who take part in the group"))
    if group.invited() and actor.has(group.coordinator_principal):
        readers.append(_("whoever is invited, until the invitation is answered"))
    return readers


def page(request: HttpRequest, template: str, group: WorkingGroup, **context: Any) -> HttpResponse:
    """A page about a group, for this reader alone."""
    return private(render(request, f"arbeitsgruppen/{template}.html", {"group": group, **context}))
