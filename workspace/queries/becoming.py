"""What became of something said elsewhere: challenges, groups and drafts as somebody meets them."""

from __future__ import annotations

from collections.abc import Collection

from plugins.api.access import Actor, visible_to
from plugins.api.becoming import Made
from workspace.models import Challenge, Draft, WorkingGroup


def challenges_made(numbers: Collection[int], actor: Actor) -> dict[int, Made]:
    rows = visible_to(actor, Challenge.objects.filter(pk__in=numbers)).select_related("discussion")
    return {row.pk: Made(row.discussion.title, row.get_absolute_url()) for row in rows}


def groups_made(numbers: Collection[int], actor: Actor) -> dict[int, Made]:
    rows = visible_to(actor, WorkingGroup.objects.filter(pk__in=numbers))
    return {row.pk: Made(row.title, row.get_absolute_url()) for row in rows}


def drafts_made(numbers: Collection[int], actor: Actor) -> dict[int, Made]:
    rows = visible_to(actor, Draft.objects.filter(pk__in=numbers))
    return {row.pk: Made(row.title, row.get_absolute_url()) for row in rows}
