"""What somebody is told, and what they chose about it, is theirs alone: not even superusers read it."""

from __future__ import annotations

from typing import ClassVar, Generic, TypeVar

from django.db.models import Model, QuerySet

from plugins.api.access import Actor, Decision, Policy, allowed
from workspace.models import Follow, MailState, Notification, NotificationChoice, TopicFollow


class NotificationPolicy(Policy[Notification]):
    """Whoever is told reads it, and says that they did. Whether the thing itself may still be seen is asked apart."""

    model = Notification
    closed_to_superusers = True

    def audience(self, notification: Notification) -> frozenset[str]:
        return frozenset({f"user:{notification.recipient_id}"})

    def visible_to(self, actor: Actor, notifications: QuerySet[Notification]) -> QuerySet[Notification]:
        return notifications.filter(recipient__in=map(int, actor.keys("user")))

    def read(self, actor: Actor, notification: Notification) -> Decision:
        return allowed()


O = TypeVar("O", NotificationChoice, MailState, TopicFollow, Follow)  # noqa: E741


class OwnPolicy(Policy[O], Generic[O]):
    """Of the person, and nobody else's business."""

    closed_to_superusers: ClassVar[bool] = True

    def audience(self, obj: O) -> frozenset[str]:
        return frozenset({f"user:{obj.user_id}"})

    def visible_to(self, actor: Actor, objects: QuerySet[O]) -> QuerySet[O]:
        return objects.filter(user__in=map(int, actor.keys("user")))


class NotificationChoicePolicy(OwnPolicy[NotificationChoice]):
    model: ClassVar[type[Model]] = NotificationChoice


class MailStatePolicy(OwnPolicy[MailState]):
    model: ClassVar[type[Model]] = MailState

    def resume(self, actor: Actor, state: MailState) -> Decision:
        return allowed()


class TopicFollowPolicy(OwnPolicy[TopicFollow]):
    model: ClassVar[type[Model]] = TopicFollow


class FollowPolicy(OwnPolicy[Follow]):
    model: ClassVar[type[Model]] = Follow
