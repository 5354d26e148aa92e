"""What the programme office decided, for all members to read."""

from __future__ import annotations

from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class DecisionKind(models.TextChoices):
    ADMISSION = "admission", _("Admission of a county")
    REFUSAL = "refusal", _("Refusal")
    MANDATE = "mandate", _("Guest and mandate")
    GROUP = "group", _("Working group")
    RULE = "rule", _("Changed rule")
    OTHER = "other", _("Other decision")


class OfficeDecision(models.Model):
    """One line of the transparency log. A refusal is told in general terms: it names no county and no person."""

    kind = models.CharField(_("kind"), max_length=12, choices=DecisionKind.choices)
    text = models.CharField(_("what was decided"), max_length=300)
    reason = models.TextField(_("reason"), max_length=2000, validators=[MaxLengthValidator(2000)])
    decided_on = models.DateField(_("decided on"), default=timezone.localdate)
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    noted_at = models.DateTimeField(default=timezone.now, editable=False)
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    """A decision that no longer holds stays in the log and says so."""

    class Meta:
        verbose_name = _("decision of the office")
        verbose_name_plural = _("decisions of the office")
        ordering = ("-decided_on", "-pk")

    def __str__(self) -> str:
        return self.text
