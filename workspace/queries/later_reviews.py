"""Who looks after a recommendation once its review is due: the group that wrote it, or people who were in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from typing import Final

from django.utils import timezone
from django.utils.translation import gettext as _

from cms.accounts.models import User
from cms.accounts.roles import OFFICE
from plugins.api.access import SUPERUSERS, Actor
from workspace.models import GroupMembership, Publication, PublicationState, WorkingGroup
from workspace.policies.discussions import MEMBERS
from workspace.policies.provenance import groups_named
from workspace.queries.readers import people_with

MOST_PROPOSED: Final = 3


def last_publications(entries: Collection[int]) -> dict[int, Publication]:
    """By the entries that drafts became, the last time each was published."""
    rows = Publication.objects.filter(entry__in=entries, state=PublicationState.PUBLISHED)
    rows = rows.select_related("draft__group", "draft__county", "version").defer("version__content")
    return {one.entry_id: one for one in rows.order_by("pk") if one.entry_id is not None}


def due_publications() -> list[Publication]:
    """Of recommendations whose review is due today or was."""
    due = Publication.objects.filter(entry__live=True, entry__review_by__lte=timezone.localdate())
    return list(last_publications(set(due.values_list("entry", flat=True))).values())


def who_reviews(actor: Actor, entries: Collection[int]) -> Mapping[int, str]:
    """A sentence for each recommendation among these entries. Former members are proposed to the office alone."""
    last = last_publications(entries)
    groups = {one.draft.group_id for one in last.values() if one.draft.group_id is not None}
    named = set(groups_named(actor, WorkingGroup.objects.filter(pk__in=groups)).values_list("pk", flat=True))
    proposed = _proposed(last.values()) if actor.has(OFFICE, SUPERUSERS) else {}
    return {entry: _sentence(one, one.draft.group_id in named, proposed) for entry, one in last.items()}


def _sentence(publication: Publication, is_named: bool, proposed: Mapping[int, list[User]]) -> str:
    group, county = publication.draft.group, publication.draft.county
    if county is not None:
        return _("Reviewed by those who sit for %(county)s.") % {"county": county.full_name}
    assert group is not None
    name = str(group) if is_named else _("the working group that wrote it")
    if not group.is_closed:
        return _("Reviewed by those who coordinate %(group)s.") % {"group": name}
    people = proposed.get(publication.pk, [])
    if not people:
        return _("%(group)s has closed; the programme office looks for somebody.") % {"group": name}
    listed = ", ".join(map(str, people))
    return _("%(group)s has closed. These were in it and are members still: %(people)s.") % {
        "group": name,
        "people": listed,
    }


def _proposed(publications: Collection[Publication]) -> dict[int, list[User]]:
    """For those of closed groups three people each: who wrote most of the text first, then who was there last."""
    closed = [one for one in publications if one.draft.group is not None and one.draft.group.is_closed]
    places = GroupMembership.objects.filter(group__in={one.draft.group_id for one in closed}).select_related("user")
    members = set(people_with({MEMBERS}).filter(group_memberships__in=places).values_list("pk", flat=True))
    found = {}
    for publication in closed:
        wrote = _wrote(publication)
        own = [place for place in places if place.group_id == publication.draft.group_id and place.user_id in members]
        own.sort(key=lambda place: place.left_at or timezone.now(), reverse=True)
        own.sort(key=lambda place: -wrote[place.user_id])
        found[publication.pk] = list(dict.fromkeys(place.user for place in own))[:MOST_PROPOSED]
    return found


def _wrote(publication: Publication) -> Counter[int]:
    """Characters by person."""
    wrote: Counter[int] = Counter()
    for runs in publication.version.authors:
        for length, person in runs:
            if person is not None:
                wrote[person] += length
    return wrote
