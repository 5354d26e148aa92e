"""Entries, groups and people that somebody follows."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from cms.models import Entry
from workspace.models.groups import WorkingGroup


class Follow(models.Model):
    """Somebody wants to hear of one entry, group or person. Nobody else learns that, least of all the person."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="follows")
    entry = models.ForeignKey(Entry, null=True, on_delete=models.CASCADE, related_name="+")
    group = models.ForeignKey(WorkingGroup, null=True, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="+")
    since = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(entry__isnull=False, group=None, person=None)
                | Q(entry=None, group__isnull=False, person=None)
                | Q(entry=None, group=None, person__isnull=False),
                name="follows_one_thing",
            ),
            models.UniqueConstraint(fields=["user", "entry"], name="follows_entry_once"),
            models.UniqueConstraint(fields=["user", "group"], name="follows_group_once"),
            models.UniqueConstraint(fields=["user", "person"], name="follows_person_once"),
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"

    @property
    def kind(self) -> str:
        """The name of the field that says what is followed."""
        if self.entry_id is not None:
            return "entry"
        return "group" if self.group_id is not None else "person"

    @property
    def thing(self) -> int:
        """Number of what is followed."""
        return int(self.entry_id or self.group_id or self.person_id or 0)
