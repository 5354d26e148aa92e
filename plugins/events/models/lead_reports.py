"""Once a year the programme office is told how early invitations went out."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class LeadTimeReport(models.Model):
    """That the office was told of one year. The numbers themselves are counted whenever somebody reads them."""

    year = models.PositiveSmallIntegerField(_("year"), unique=True)
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("report on lead times")
        verbose_name_plural = _("reports on lead times")
        ordering = ("-year",)

    def __str__(self) -> str:
        return str(self.year)

    def get_absolute_url(self) -> str:
        return f"/termine/vorlauf/?year={self.year}"
