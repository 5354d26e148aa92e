"""What somebody is told: of their notifications those whose object they may still see, and how often they want mail."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.utils.functional import Promise

from cms.accounts.models import User
from plugins.api.access import PUBLIC, Actor, audience_of, visible_to
from plugins.api.actors import people_behind
from plugins.api.extensions import NotificationKind
from plugins.api.notifying import News
from plugins.api.registry import registry
from plugins.api.troubles import asked
from workspace.models import Follow, GroupState, Notification, NotificationChoice, WorkingGroup


@dataclass(frozen=True)
class KindChoice:
    """One line of the settings: a kind and the rhythm that holds for it."""

    name: str
    title: str | Promise
    rhythm: str


@dataclass(frozen=True)
class GroupChoice:
    """One line of the settings: a group and the rhythm of all mail about it; empty where it is as otherwise."""

    group: WorkingGroup
    rhythm: str


def kinds() -> dict[str, NotificationKind]:
    """What people can be told about, by name."""
    return {kind.name: kind for kind in registry.records(NotificationKind)}


def notifications_of(actor: Actor, among: Collection[str] | None = None) -> QuerySet[Notification]:
    """The actor's own of these kinds, newest first; what they may no longer see is not there, and no kind that is gone.

    Every kind makes the query longer, so who knows which ones matter says so.
    """
    about: dict[type[Model], list[str]] = defaultdict(list)
    for kind in registry.records(NotificationKind):
        if among is None or kind.name in among:
            about[kind.about].append(kind.name)
    shown = Q(pk__in=())
    for model, names in about.items():
        seen = visible_to(actor, model._default_manager.all()).filter(pk=OuterRef("about_id"))
        shown |= Q(kind__in=names) & Q(Exists(seen))
    return visible_to(actor, Notification.objects.all()).filter(shown)


def unread_of(actor: Actor, among: Collection[str] | None = None) -> QuerySet[Notification]:
    """The same without what they have read. Asks first of which kinds there are any: mostly of none."""
    unread = visible_to(actor, Notification.objects.filter(read_at=None))
    names = set(unread.order_by().values_list("kind", flat=True).distinct())
    if among is not None:
        names.intersection_update(among)
    return notifications_of(actor, names).filter(read_at=None) if names else Notification.objects.none()


def unread_count(actor: Actor) -> int:
    """How many there are to read: one query for whoever has read everything, else two."""
    return unread_of(actor).count()


def sentence(notification: Notification) -> str:
    """What the page says, in the language of the moment."""
    kind = kinds()[notification.kind]
    return asked(kind, str(kind.title), kind.sentence, notification.words)


def people_to_tell(news: News) -> set[int]:
    """The active users whom it is meant for and who may see what it is about. As many queries for 300 as for one."""
    meant = set(User.objects.filter(pk__in=news.people, is_active=True).values_list("pk", flat=True))
    meant |= _holders(news.principals)
    audience = audience_of(news.about)
    return meant - {news.by} if PUBLIC in audience else meant & _holders(audience) - {news.by}


def rhythms_of(people: Collection[int], kind: NotificationKind, group: int | None) -> dict[int, str]:
    """How often each wants mail about the kind: as chosen for the group, else for everywhere, else as usual.

    What somebody chose for the group as a whole counts more than what they chose for the kind everywhere.
    """
    found = dict.fromkeys(people, kind.usual_rhythm)
    if kind.has_own_mail:
        return found
    about = (kind.name, NotificationChoice.EVERY_KIND)
    choices = NotificationChoice.objects.filter(Q(group=None) | Q(group=group), kind__in=about, user__in=people)
    for choice in sorted(choices, key=lambda choice: (choice.group_id is not None, choice.kind)):
        found[choice.user_id] = choice.rhythm
    return found


def choices_of(user: User) -> list[KindChoice]:
    """Every kind that mail goes out about, with the rhythm that holds for the person everywhere."""
    own = dict(NotificationChoice.objects.filter(user=user, group=None).values_list("kind", "rhythm"))
    return [
        KindChoice(kind.name, kind.title, own.get(kind.name, kind.usual_rhythm))
        for kind in registry.records(NotificationKind)
        if not kind.has_own_mail
    ]


def group_choices_of(actor: Actor) -> list[GroupChoice]:
    """The groups that the actor belongs to or follows, each with what they chose for it."""
    if actor.user is None:
        return []
    followed = Follow.objects.filter(user=actor.user, group__isnull=False).values("group")
    concerned = Q(pk__in=actor.keys("group")) | Q(pk__in=followed)
    groups = visible_to(actor, WorkingGroup.objects.filter(concerned).exclude(state=GroupState.CLOSED))
    own = NotificationChoice.objects.filter(user=actor.user, kind=NotificationChoice.EVERY_KIND, group__isnull=False)
    chosen = dict(own.values_list("group", "rhythm"))
    return [GroupChoice(group, chosen.get(group.pk, "")) for group in groups.order_by("title", "pk")]


def _holders(principals: Iterable[str]) -> set[int]:
    """Ids of everybody who holds one of these principals."""
    single = {principal for principal in principals if principal.startswith("user:")}
    ids = {int(principal.removeprefix("user:")) for principal in single}
    for principal in set(principals) - single:
        for people in people_behind(principal):
            ids.update(people.values_list("pk", flat=True))
    return ids
