"""What was searched in vain: what people miss, never who they are."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class UnansweredSearch(models.Model):
    """Everything that was asked with one meaning and gave no satisfying answer. It knows days, no times of day."""

    meaning = models.CharField(_("meaning"), max_length=400, unique=True)
    """The terms of its words in alphabetical order (`search.wording.meaning_of`)."""
    spellings = models.JSONField(_("as it was asked"), default=list)
    """The most recent last, at most `search.wording.MOST_SPELLINGS`."""
    county_marks = models.JSONField(default=list, editable=False)
    """One keyed hash for each county that asked, different for each meaning: they can be counted, not compared."""
    counties = models.PositiveIntegerField(_("counties"), default=0)
    times = models.PositiveIntegerField(_("asked"), default=0)
    """How often it was searched in vain: nothing was found, or what was found did not help."""
    times_not_helped = models.PositiveIntegerField(_("answered “no”"), default=0)
    times_helped = models.PositiveIntegerField(_("answered “yes”"), default=0)
    first_asked_on = models.DateField(_("first asked on"), default=timezone.localdate)
    last_asked_on = models.DateField(_("last asked on"), default=timezone.localdate)
    resolved_on = models.DateField(_("resolved on"), null=True, blank=True)
    """Empty again as soon as somebody asks in vain anew."""
    resolution = models.CharField(_("what was done"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("search without an answer")
        verbose_name_plural = _("searches without an answer")
        ordering = ("-counties", "-times", "-last_asked_on", "pk")

    def __str__(self) -> str:
        """A number: the audit trail repeats it, and outlives the question."""
        return f"#{self.pk}"

    @property
    def question(self) -> str:
        """As it was asked last."""
        return self.spellings[-1] if self.spellings else self.meaning


class SearchReport(models.Model):
    """What somebody told the editors about a search in vain, perhaps without a word."""

    search = models.ForeignKey(UnansweredSearch, on_delete=models.CASCADE, related_name="reports")
    text = models.CharField(_("what was looked for"), max_length=300, blank=True)
    written_on = models.DateField(_("reported on"), default=timezone.localdate)

    class Meta:
        verbose_name = _("report about a search")
        verbose_name_plural = _("reports about searches")
        ordering = ("-written_on", "-pk")

    def __str__(self) -> str:
        return f"#{self.pk}"
