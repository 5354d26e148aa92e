"""Telling people, reading what one was told, and choosing how often mail comes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from plugins.api.access import Actor, may, require, visible_to
from plugins.api.errors import Invalid, Missing
from plugins.api.extensions import NotificationKind
from plugins.api.facts import Fact
from plugins.api.notifying import NEVER, News
from plugins.api.outbox import announce
from plugins.api.registry import registry
from plugins.api.troubles import listed
from workspace.facts import BellChanged
from workspace.models import Notification, NotificationChoice, Rhythm, WorkingGroup
from workspace.queries.notifications import kinds, notifications_of, people_to_tell, rhythms_of

READ_FOR = timedelta(days=90)
UNREAD_FOR = timedelta(days=365)
AT_ONCE = 500


def tell(facts: Sequence[Fact]) -> None:
    """Everybody whom a fact concerns finds it among their notifications, once, however often it is heard."""
    told: set[int] = set()
    for fact in facts:  # one after the other: whether somebody is told again may hang on what they have not read yet
        concerned = [kind for kind in registry.records(NotificationKind) if isinstance(fact, kind.facts)]
        rows = [row for kind in concerned for news in listed(kind, kind.news, fact) for row in _rows(kind, news)]
        if rows:
            Notification.objects.bulk_create(rows, batch_size=AT_ONCE, ignore_conflicts=True)
            told |= {row.recipient_id for row in rows}
    if told:
        announce(BellChanged(tuple(sorted(told))))


def _rows(kind: NotificationKind, news: News) -> Iterator[Notification]:
    people = people_to_tell(news)
    for person, rhythm in rhythms_of(people, kind, news.group).items():
        yield Notification(
            recipient_id=person,
            kind=kind.name,
            key=news.once,
            about_id=news.about.pk,
            words=dict(news.words),
            url=news.url,
            group_id=news.group,
            rhythm=rhythm,
        )


@transaction.atomic
def read_notification(notification_id: int, *, actor: Actor) -> Notification:
    """It counts as read from now on. Raises Missing for what the actor is not told, or may no longer see."""
    own = visible_to(actor, Notification.objects.filter(pk=notification_id)).values_list("kind", flat=True)
    notification = notifications_of(actor, set(own)).filter(pk=notification_id).first()
    if notification is None:
        raise Missing
    require(actor, "read", notification)

    if notification.read_at is None:
        notification.read_at = timezone.now()
        notification.save(update_fields=["read_at"])
        announce(BellChanged((notification.recipient_id,)))
    return notification


@transaction.atomic
def read_all_notifications(*, actor: Actor) -> int:
    """Nothing of what the actor is told is unread; says how many that were."""
    count = notifications_of(actor).filter(read_at=None).update(read_at=timezone.now())
    if count:
        announce(BellChanged((actor.user.pk,)))
    return count


@transaction.atomic
def choose_rhythms(wanted: Mapping[str, str], *, actor: Actor) -> None:
    """From now on mail about these kinds goes out so often, also about what waits. Raises Invalid for unknown words."""
    if actor.user is None:
        raise Missing
    known = {name for name, kind in kinds().items() if not kind.has_own_mail}
    wrong = {kind: [_("Choose one of the four.")] for kind, rhythm in wanted.items() if rhythm not in Rhythm.values}
    wrong |= {kind: [_("There is nothing of this kind.")] for kind in wanted if kind not in known}
    if wrong:
        raise Invalid(wrong)

    for kind, rhythm in wanted.items():
        NotificationChoice.objects.update_or_create(user=actor.user, kind=kind, group=None, defaults={"rhythm": rhythm})
        others = NotificationChoice.objects.filter(user=actor.user, group__isnull=False).values("group")
        _settle(_waiting(actor).filter(kind=kind).exclude(group__in=others), rhythm)


@transaction.atomic
def choose_for_group(group: WorkingGroup, rhythm: str, *, actor: Actor) -> None:
    """From now on all mail about the group goes out so often, also about what waits; an empty rhythm: as otherwise.

    Raises Missing for a group that the actor does not know of, Invalid for unknown words.
    """
    if actor.user is None or not may(actor, "see", group):
        raise Missing
    if rhythm and rhythm not in Rhythm.values:
        raise Invalid({"rhythm": [_("Choose one of the four.")]})

    own = {"user": actor.user, "kind": NotificationChoice.EVERY_KIND, "group": group}
    if rhythm:
        NotificationChoice.objects.update_or_create(**own, defaults={"rhythm": rhythm})
    else:
        NotificationChoice.objects.filter(**own).delete()
    waiting, known = _waiting(actor).filter(group=group), kinds()
    for name in waiting.order_by().values_list("kind", flat=True).distinct():
        if name in known:
            _settle(waiting.filter(kind=name), rhythms_of([actor.user.pk], known[name], group.pk)[actor.user.pk])


def _waiting(actor: Actor) -> QuerySet[Notification]:
    """What mail may still go out about."""
    return Notification.objects.filter(recipient=actor.user, mailed_at=None, read_at=None)


def _settle(waiting: QuerySet[Notification], rhythm: str) -> None:
    if rhythm != NEVER:
        waiting = waiting.exclude(rhythm=NEVER)  # what was settled without a mail stays so
    waiting.update(rhythm=rhythm)


def forget_old_notifications() -> None:
    """Read ones are kept for 90 days, unread ones for a year."""
    now = timezone.now()
    Notification.objects.filter(read_at__lt=now - READ_FOR).delete()
    Notification.objects.filter(read_at=None, created_at__lt=now - UNREAD_FOR).delete()
