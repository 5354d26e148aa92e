"""Members of other counties read an application, each for themselves."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plugins.membership.models.applications import Application
from plugins.membership.models.rounds import Criterion


class Assessment(models.Model):
    """One member's reading of one application. Others' are seen only once the own one has been sent."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="assessments")
    assessor = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("assessor"), on_delete=models.PROTECT, related_name="assessments"
    )
    asked_at = models.DateTimeField(default=timezone.now, editable=False)
    due_on = models.DateField(_("due on"))
    summary = models.TextField(_("in a few sentences"), blank=True, max_length=4000)
    sent_at = models.DateTimeField(null=True, editable=False)
    conflict = models.TextField(_("conflict of interest"), blank=True, max_length=1000)
    conflict_at = models.DateTimeField(null=True, editable=False)
    """When the assessor declared a conflict of interest; since then the application is closed to them."""

    class Meta:
        verbose_name = _("assessment")
        verbose_name_plural = _("assessments")
        ordering = ("asked_at", "pk")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["application", "assessor"], name="one_assessment_per_assessor")
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"


class AssessmentMark(models.Model):
    """What an assessor says of one criterion."""

    assessment = models.ForeignKey(Assessment, on_delete=models.CASCADE, related_name="marks")
    criterion = models.ForeignKey(Criterion, on_delete=models.PROTECT, related_name="marks")
    points = models.PositiveSmallIntegerField(_("points"), validators=[MaxValueValidator(3)])
    note = models.TextField(_("note"), blank=True, max_length=1000)

    class Meta:
        ordering = ("criterion__position", "pk")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["assessment", "criterion"], name="one_mark_per_criterion")
        ]

    def __str__(self) -> str:
        return f"{self.criterion}: {self.points}"
