"""What a group has to do: a title, somebody who does it, a date. Nothing more."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from workspace.models.groups import WorkingGroup


class Task(models.Model):
    """Something to do in a group."""

    group = models.ForeignKey(WorkingGroup, on_delete=models.PROTECT, related_name="tasks")
    title = models.CharField(_("what is to be done"), max_length=200)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who does it"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="tasks",
    )
    """A member of the group; nobody yet, or nobody any more."""
    due = models.DateField(_("until"), null=True, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    given_at = models.DateTimeField(default=timezone.now)
    """When it last got an owner. As old as that it is for newcomers who read only what is newer than they."""
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    reminded_of = models.DateField(null=True)
    """The date of which the owner was reminded; another date is another reminder."""

    class Meta:
        verbose_name = _("task")
        verbose_name_plural = _("tasks")
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"/arbeitsgruppen/{self.group.slug}/aufgaben/#aufgabe-{self.pk}"

    @property
    def is_done(self) -> bool:
        return self.done_at is not None

    @property
    def is_overdue(self) -> bool:
        return not self.is_done and self.due is not None and self.due < timezone.localdate()
