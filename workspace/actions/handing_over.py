"""What somebody who leaves has in hand in the workspace, and who goes on with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.accounts.models import User
from cms.models import County
from plugins.api.access import Actor
from plugins.api.actors import actor_for, people_behind
from plugins.api.handing_over import CLOSE, COUNTY, SUCCESSOR, Thing
from plugins.api.outbox import announce
from workspace.actions.activity import locked, note
from workspace.actions.consultations import end_in_closing
from workspace.actions.decisions import call_off_in_closing
from workspace.facts import DraftChanged, GroupMembersChanged, TaskChanged, TaskGiven
from workspace.models import (
    Draft,
    DraftReach,
    DraftState,
    Follow,
    GroupMembership,
    GroupRole,
    GroupState,
    Task,
    TopicFollow,
)
from workspace.queries.tasks import owned_tasks

DONE = (DraftState.CLOSED, DraftState.SUBMITTED, DraftState.PUBLISHED)
"""Drafts that nobody has to go on with."""


def left_behind(user: User) -> Iterator[Thing]:
    """Places in groups first: whoever gets one can then get the tasks in that group."""
    yield from _places(user)
    yield from _tasks(user)
    yield from _drafts(user)
    yield from _watched(user)


def pass_on(key: str, choice: str, leaver: User, successor: User | None, actor: Actor) -> None:
    """One thing, in the transaction of the hand-over."""
    kind, _sep, pk = key.partition(":")
    passed: dict[str, Callable[[str, str, User, User | None, Actor], None]] = {
        "place": _pass_place_on,
        "task": _pass_task_on,
        "draft": _pass_draft_on,
        "watched": _pass_watched_on,
    }
    passed[kind](pk, choice, leaver, successor, actor)


@transaction.atomic
def leave_places(leaver: User, county: str, at: datetime) -> None:
    """Until that minute the leaver reads in the groups; then the places for this county end."""
    places = GroupMembership.objects.in_force().filter(user=leaver, county__key=county)
    for place in places.filter(Q(left_at=None) | Q(left_at__gt=at)):
        place.left_at = max(at, place.joined_at)
        place.save(update_fields=["left_at"])
        announce(GroupMembersChanged(group_id=place.group_id, user_ids=(leaver.pk,)))


def _held(user: User) -> list[GroupMembership]:
    places = GroupMembership.objects.in_force().filter(user=user, left_at=None, county__isnull=False)
    open_groups = places.exclude(group__state=GroupState.CLOSED).select_related("group", "county")
    return list(open_groups.order_by("group__title", "pk"))


def _places(user: User) -> Iterator[Thing]:
    for place in _held(user):
        note = _("%(role)s. With “close” the place ends; what was written stays with the group.")
        if place.is_coordinator and len(place.group.coordinators()) == 1:
            note = _("%(role)s, and nobody else does. With “close” the group has no coordination.")
        choices = (SUCCESSOR, COUNTY, CLOSE) if _colleague(place, user, None) else (SUCCESSOR, CLOSE)
        yield Thing(
            f"place:{place.pk}",
            place.group.title,
            place.group.get_absolute_url(),
            note % {"role": place.get_role_display().capitalize()},
            choices,
            usual=SUCCESSOR,
            county=place.county.key if place.county else "",
        )


def _tasks(user: User) -> Iterator[Thing]:
    """The group's, so the office reads where it is and until when, and not what is to be done."""
    counties = {place.group_id: place.county.key for place in _held(user) if place.county}
    for task in owned_tasks().filter(owner=user, group__in=counties).select_related("group").order_by("due", "pk"):
        title = _("A task in “%(group)s”") % {"group": task.group}
        if task.due:
            title = _("A task in “%(group)s” until %(date)s") % {"group": task.group, "date": f"{task.due:%d.%m.%Y}"}
        yield Thing(
            f"task:{task.pk}",
            title,
            "",
            _("The successor gets it together with the place in the group. With “close” it is nobody's for now."),
            (SUCCESSOR, CLOSE),
            usual=SUCCESSOR,
            county=counties[task.group_id],
        )


def _drafts(user: User) -> Iterator[Thing]:
    """Drafts of the person's counties, with the title where the office reads it. Those of groups are the groups'."""
    sits_for = County.objects.filter(key__in=actor_for(user).keys("county"))
    for draft in Draft.objects.filter(county__in=sits_for).exclude(state__in=DONE).select_related("county"):
        assert draft.county is not None
        is_read = draft.reach == DraftReach.MEMBERS
        words = {"title": draft.title if is_read else f"{draft.pk}", "state": draft.get_state_display()}
        yield Thing(
            f"draft:{draft.pk}",
            _("Draft “%(title)s”, %(state)s") % words if is_read else _("Draft no. %(title)s, %(state)s") % words,
            draft.get_absolute_url() if is_read else "",
            _("It belongs to the county: whoever sits for it writes on, a successor included."),
            (SUCCESSOR, COUNTY, CLOSE),
            usual=COUNTY,
            county=draft.county.key,
        )


def _watched(user: User) -> Iterator[Thing]:
    """Nobody but the person knows what it is; the office reads how much."""
    number = _topics(user).count() + _things(user).count()
    if number:
        yield Thing(
            "watched:",
            ngettext("Watch list with one thing", "Watch list with %(n)d things", number) % {"n": number},
            "",
            _("Topics, entries and groups. The people whom somebody follows are passed on to nobody."),
            (SUCCESSOR, CLOSE),
            usual=SUCCESSOR,
        )


def _colleague(place: GroupMembership, leaver: User, successor: User | None) -> User | None:
    """Somebody else who sits for the county and takes no part in the group yet."""
    if place.county is None:
        return None
    inside = GroupMembership.objects.in_force().filter(group=place.group_id).values("user")
    for people in people_behind(f"county:{place.county.key}"):
        others = people.exclude(pk__in=[leaver.pk, successor.pk if successor else 0]).exclude(pk__in=inside)
        if found := others.order_by("pk").first():
            return User.objects.get(pk=found.pk)
    return None


def _pass_place_on(pk: str, choice: str, leaver: User, successor: User | None, actor: Actor) -> None:
    place = GroupMembership.objects.filter(pk=pk, user=leaver).select_related("county").first()
    if place is None:
        return
    place.group = locked(place.group)
    heir = successor if choice == SUCCESSOR else _colleague(place, leaver, successor) if choice == COUNTY else None
    if heir is not None:
        _take_over(place, heir)
        announce(GroupMembersChanged(group_id=place.group_id, user_ids=(heir.pk,)))
    note(place.group, "hand_over_place", actor, person=leaver.pk, to=heir.pk if heir else None)


def _take_over(place: GroupMembership, heir: User) -> None:
    """The heir does what the leaver did; whoever is in the group already goes on, and coordinates if that one did."""
    own = GroupMembership.objects.filter(group=place.group, user=heir, left_at=None).first()
    if own is None:
        GroupMembership.objects.create(group=place.group, user=heir, role=place.role, county=place.county)
    elif place.is_coordinator and not own.is_coordinator:
        own.role = GroupRole.COORDINATOR
        own.save(update_fields=["role"])


def _pass_task_on(pk: str, choice: str, leaver: User, successor: User | None, actor: Actor) -> None:
    """To nobody where the successor takes no part in the group."""
    task = Task.objects.filter(pk=pk, owner=leaver, done_at=None).select_related("group").first()
    if task is None:
        return
    places = GroupMembership.objects.in_force().filter(group=task.group_id, user=successor)
    task.owner = successor if choice == SUCCESSOR and successor is not None and places.exists() else None
    task.given_at = timezone.now()
    task.save(update_fields=["owner", "given_at"])
    announce(TaskChanged(group_id=task.group_id, task_id=task.pk))
    if task.owner_id is not None:
        announce(TaskGiven(task.pk, task.owner_id, actor.user.pk if actor.user else None))


def _pass_draft_on(pk: str, choice: str, leaver: User, successor: User | None, actor: Actor) -> None:
    """A draft of a county stays where it is unless it closes."""
    draft = Draft.objects.select_for_update().filter(pk=pk).exclude(state__in=DONE).first()
    if draft is None or choice != CLOSE:
        return
    call_off_in_closing(draft)
    end_in_closing(draft)
    draft.state, draft.updated_at = DraftState.CLOSED, timezone.now()
    draft.save(update_fields=["state", "updated_at"])
    announce(DraftChanged(draft.pk))


@transaction.atomic
def _pass_watched_on(pk: str, choice: str, leaver: User, successor: User | None, actor: Actor) -> None:
    """The successor follows it beside what they follow already; the leaver follows nothing any more."""
    if choice == SUCCESSOR and successor is not None:
        for topic in _topics(leaver).values_list("topic", flat=True):
            TopicFollow.objects.get_or_create(user=successor, topic_id=topic)
        for entry, group in _things(leaver).values_list("entry", "group"):
            Follow.objects.get_or_create(user=successor, entry_id=entry, group_id=group)
    _topics(leaver).delete()
    Follow.objects.filter(user=leaver).delete()


def _topics(user: User) -> QuerySet[TopicFollow]:
    return TopicFollow.objects.filter(user=user)


def _things(user: User) -> QuerySet[Follow]:
    return Follow.objects.filter(user=user, person=None)
