"""What begins and ends on a day."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Self, TypeVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plugins.api.prepared import Given

M = TypeVar("M", bound=models.Model)


class DatedQuerySet(models.QuerySet[M]):
    def in_force(self, on: date | Given | None = None) -> Self:
        """Those that hold on this day (today in the forum's time zone); the last day counts."""
        day = timezone.localdate() if on is None else on
        return self.filter(Q(end=None) | Q(end__gte=day), start__lte=day)


class Dated(models.Model):
    """Something that begins and ends on a day; the end, if there is one, is the last day that counts."""

    start = models.DateField(_("from"), default=timezone.localdate)
    end = models.DateField(_("until"), null=True, blank=True, help_text=_("Last day. Empty: no end is planned."))

    objects: ClassVar = DatedQuerySet.as_manager()

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        if self.end is not None and self.end < self.start:
            raise ValidationError({"end": _("The end lies before the beginning.")})
