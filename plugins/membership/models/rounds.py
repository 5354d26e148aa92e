"""Rounds of interest: when counties may apply, and by what their applications are read."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel


class InterestRound(ClusterableModel):
    """From the first to the last day counties apply; by a third day they are told."""

    title = models.CharField(_("title"), max_length=120)
    opens_on = models.DateField(_("opens on"))
    closes_on = models.DateField(_("closes on"), help_text=_("Last day on which counties can apply."))
    decides_by = models.DateField(_("decided by"), help_text=_("The latest day on which applicants are told."))
    places = models.PositiveSmallIntegerField(_("places"), null=True, blank=True, help_text=_("Empty: no limit."))

    class Meta:
        verbose_name = _("round of interest")
        verbose_name_plural = _("rounds of interest")
        ordering = ("-opens_on", "-pk")

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        if self.opens_on and self.closes_on and self.closes_on < self.opens_on:
            raise ValidationError({"closes_on": _("The round closes before it opens.")})
        if self.closes_on and self.decides_by and self.decides_by < self.closes_on:
            raise ValidationError({"decides_by": _("The decision comes before the round closes.")})

    def is_open(self, on: date | None = None) -> bool:
        """Whether counties may apply on this day (today in the forum's time zone); first and last day count."""
        return self.opens_on <= (on or timezone.localdate()) <= self.closes_on


class Criterion(models.Model):
    """One question by which all applications of a round are read. Fixed once the first assessment was sent."""

    sort_order_field = "position"

    round = ParentalKey(
        InterestRound, verbose_name=_("round of interest"), on_delete=models.CASCADE, related_name="criteria"
    )
    title = models.CharField(_("criterion"), max_length=200)
    explanation = models.TextField(_("what it means"), blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=1, editable=False)

    class Meta:
        verbose_name = _("criterion")
        verbose_name_plural = _("criteria")
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return self.title
