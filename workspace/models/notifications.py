"""What people are told, how often they want mail about it, and whether mail reaches them."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from cms.models import Topic
from plugins.api import notifying
from workspace.models.groups import WorkingGroup


class Rhythm(models.TextChoices):
    """How often somebody gets mail about a kind of notification."""

    NEVER = notifying.NEVER, _("never")
    NOW = notifying.NOW, _("at once")
    DAILY = notifying.DAILY, _("daily")
    WEEKLY = notifying.WEEKLY, _("weekly")


class Notification(models.Model):
    """Somebody is told once about one thing. Whether they may still see it is asked whenever it is shown or sent."""

    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notifications")
    kind = models.CharField(max_length=60)
    key = models.CharField(max_length=150)
    about_id = models.PositiveBigIntegerField()
    """The object, of the model that the kind names."""
    words = models.JSONField(default=dict)
    """What the sentence needs. It may be confidential."""
    url = models.CharField(max_length=300)
    group = models.ForeignKey(WorkingGroup, null=True, on_delete=models.CASCADE, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    read_at = models.DateTimeField(null=True)
    rhythm = models.CharField(max_length=6, choices=Rhythm.choices)
    """Of the mail about it; `never` also once it is clear that none will be sent."""
    mailed_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("notification")
        verbose_name_plural = _("notifications")
        ordering = ("-created_at", "-pk")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["recipient", "kind", "key"], name="told_once")
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["recipient", "-created_at", "-id"], name="notification_newest"),
            models.Index(
                fields=["rhythm", "created_at"],
                condition=Q(mailed_at=None, read_at=None),
                name="notification_to_mail",
            ),
        ]

    def __str__(self) -> str:
        """A number: what it says is for one person alone."""
        return f"#{self.pk}"


class NotificationChoice(models.Model):
    """How often somebody wants mail about a kind, everywhere or in one working group; there also about all kinds."""

    EVERY_KIND: ClassVar[str] = ""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notification_choices")
    kind = models.CharField(max_length=60)
    group = models.ForeignKey(WorkingGroup, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    rhythm = models.CharField(max_length=6, choices=Rhythm.choices)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["user", "kind"], condition=Q(group=None), name="one_choice_per_kind"),
            models.UniqueConstraint(
                fields=["user", "kind", "group"], condition=Q(group__isnull=False), name="one_choice_per_kind_and_group"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.rhythm}"


class MailState(models.Model):
    """Whether mails reach somebody, and the key with which they end them without signing in."""

    MOST_BOUNCES = 3

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mail_state")
    key = models.CharField(max_length=24, unique=True, default=partial(get_random_string, 24))
    bounced = models.JSONField(default=list)
    """Message ids of the mails that came back for good since the person last let mails go out again."""
    stopped_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"#{self.pk}"


class TopicFollow(models.Model):
    """Somebody wants to hear of new entries on a topic. Nobody else learns that."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="followed_topics")
    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="follows")
    since = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["user", "topic"], name="followed_once")
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"
