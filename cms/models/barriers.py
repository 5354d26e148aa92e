"""Reports of barriers: what keeps somebody from using these pages, told to the office by anybody."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class BarrierReport(models.Model):
    """One report; it knows no account, and an address only where somebody wants an answer."""

    page = models.CharField(_("page"), max_length=500, blank=True)
    description = models.TextField(_("what does not work"), max_length=5000)
    reads_with = models.CharField(_("read with"), max_length=200, blank=True)
    email = models.EmailField(_("e-mail address for the answer"), blank=True)
    created_at = models.DateTimeField(_("reported at"), default=timezone.now, editable=False)
    answer = models.TextField(_("what we do, and until when"), blank=True)
    answered_on = models.DateField(_("answered on"), null=True, blank=True)

    class Meta:
        verbose_name = _("report of a barrier")
        verbose_name_plural = _("reports of barriers")
        ordering = ("-created_at", "-pk")

    def __str__(self) -> str:
        """A number: the audit trail repeats it, and outlives the report."""
        return f"#{self.pk}"
