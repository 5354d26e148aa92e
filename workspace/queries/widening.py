"""What a change of a group's settings opens to more people, said before it is done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.accounts.models import User
from cms.accounts.roles import OFFICE
from plugins.api.actors import people_behind
from workspace.models import GroupVisibility, PastVisibility, WorkingGroup


def number_of_people(principals: Iterable[str]) -> int:
    """How many people with an account hold at least one of these principals."""
    chosen = Q(pk__in=[])
    for principal in principals:
        for people in people_behind(principal):
            chosen |= Q(pk__in=people.values("pk"))
    return User.objects.filter(chosen, is_active=True).count()


def who_knows(group: WorkingGroup, visibility: str) -> frozenset[str]:
    """The principals that know of the group under this visibility."""
    known = {OFFICE, group.principal}
    return frozenset(known | {"members"} if visibility == GroupVisibility.MEMBERS else known)


def widening(group: WorkingGroup, changes: Mapping[str, Any]) -> list[str]:
    """One sentence for everything that more people would see; empty where nothing is widened."""
    visibility = changes.get("visibility", group.visibility)
    before, after = (number_of_people(who_knows(group, kind)) for kind in (group.visibility, visibility))
    sentences = []
    if visibility == GroupVisibility.MEMBERS != group.visibility:
        sentence = ngettext(
            "Afterwards %(n)d person knows of the group, with question, mandate, coordinators and reports; now it is "
            "%(before)d.",
            "Afterwards %(n)d people know of the group, with question, mandate, coordinators and reports; now it is "
            "%(before)d.",
            after,
        )
        sentences.append(sentence % {"n": after, "before": before})
    if changes.get("shows_members", group.shows_members) and (not group.shows_members or sentences):
        inside = number_of_people([group.principal])
        sentence = ngettext(
            "Afterwards %(n)d person sees who takes part; now it is %(before)d.",
            "Afterwards %(n)d people see who takes part; now it is %(before)d.",
            after,
        )
        now = before if group.shows_members else inside
        sentences.append(sentence % {"n": after, "before": now})
    if changes.get("past") == PastVisibility.START != group.past:
        sentences.append(_("Afterwards everybody in the group reads all that was written, also before they came."))
    return sentences
