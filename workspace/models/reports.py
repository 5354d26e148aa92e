"""What a group reports of its work."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from workspace.models.groups import WorkingGroup


class ReportKind(models.TextChoices):
    """When a report is written."""

    INTERIM = "interim", _("interim report")
    CLOSING = "closing", _("closing report")


class GroupReport(models.Model):
    """A page about the work of a group, for all who know of the group. It stays as it was written."""

    group = models.ForeignKey(WorkingGroup, on_delete=models.PROTECT, related_name="reports")
    kind = models.CharField(_("kind"), max_length=10, choices=ReportKind.choices, default=ReportKind.INTERIM)
    text = models.TextField(_("report"), max_length=6000)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="group_reports"
    )
    written_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("report of a working group")
        verbose_name_plural = _("reports of working groups")
        ordering = ("-written_at", "-pk")

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.group}"
