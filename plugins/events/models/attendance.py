"""Who came, by county: what stays when the list of people is erased."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cms.models import County
from plugins.events.models.events import Event


class Attendance(models.Model):
    """How many people of one county had a place, and how many were there. Without a county: all who came for none."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="attendance")
    county = models.ForeignKey(County, null=True, blank=True, on_delete=models.PROTECT, related_name="attendance")
    registered = models.PositiveIntegerField(_("had a place"))
    came = models.PositiveIntegerField(_("were there"))

    class Meta:
        verbose_name = _("attendance of a county")
        verbose_name_plural = _("attendance by county")
        ordering = ("county__name", "pk")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["event", "county"], name="one_number_per_county"),
            models.UniqueConstraint(fields=["event"], condition=Q(county=None), name="one_number_without_county"),
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"
