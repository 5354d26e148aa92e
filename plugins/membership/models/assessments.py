"""Members of other counties read an application, each for themselves."""

from __future__ import annotations

from typing import ClassVar, Self

from django.conf import settings
from django.core.validators import MaxLengthValidator, MaxValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plugins.membership.models.applications import Application
from plugins.membership.models.rounds import Criterion
from plugins.membership.models.seats import Seat

MOST_POINTS = 3


class AssessmentQuerySet(models.QuerySet["Assessment"]):
    def still_read(self) -> Self:
        """Of those who still read the application: with a seat in force, and without a conflict of interest."""
        holders = Seat.objects.in_force().values("person")
        return self.filter(conflict_at=None, assessor__is_active=True, assessor__in=holders)

    def counted(self) -> Self:
        """Those that were sent and whose assessor did not step back."""
        return self.filter(conflict_at=None, sent_at__isnull=False)

    def awaited(self) -> Self:
        """Those that the office still waits for."""
        return self.filter(conflict_at=None, sent_at=None)


class Assessment(models.Model):
    """One member's reading of one application. Others' are seen only once the own one has been sent."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="assessments")
    assessor = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("assessor"), on_delete=models.PROTECT, related_name="assessments"
    )
    asked_at = models.DateTimeField(default=timezone.now, editable=False)
    due_on = models.DateField(_("due on"))
    summary = models.TextField(
        _("in a few sentences"), blank=True, max_length=4000, validators=[MaxLengthValidator(4000)]
    )
    sent_at = models.DateTimeField(null=True, editable=False)
    conflict = models.TextField(
        _("conflict of interest"), blank=True, max_length=1000, validators=[MaxLengthValidator(1000)]
    )
    conflict_at = models.DateTimeField(null=True, editable=False)
    """When the assessor declared a conflict of interest; since then the application is closed to them."""
    reminded_at = models.DateTimeField(null=True, editable=False)
    overdue_at = models.DateTimeField(null=True, editable=False)
    """When the office was told that it is overdue."""

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("assessment")
        verbose_name_plural = _("assessments")
        ordering = ("asked_at", "pk")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["application", "assessor"], name="one_assessment_per_assessor")
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"

    def get_absolute_url(self) -> str:
        """Where its assessor writes it."""
        return f"/einschaetzungen/{self.pk}/"

    @property
    def state(self) -> str:
        """`conflict`, `sent` or `open`."""
        if self.conflict_at is not None:
            return "conflict"
        return "sent" if self.sent_at is not None else "open"

    @property
    def is_overdue(self) -> bool:
        """Whether its last day has passed and it is still awaited."""
        return self.state == "open" and self.due_on < timezone.localdate()


class AssessmentMark(models.Model):
    """What an assessor says of one criterion; a draft may lack the points. It goes with a criterion that goes."""

    assessment = models.ForeignKey(Assessment, on_delete=models.CASCADE, related_name="marks")
    criterion = models.ForeignKey(Criterion, on_delete=models.CASCADE, related_name="marks")
    points = models.PositiveSmallIntegerField(
        _("points"), null=True, blank=True, validators=[MaxValueValidator(MOST_POINTS)]
    )
    note = models.TextField(_("note"), blank=True, max_length=1000, validators=[MaxLengthValidator(1000)])

    class Meta:
        ordering = ("criterion__position", "pk")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["assessment", "criterion"], name="one_mark_per_criterion")
        ]

    def __str__(self) -> str:
        return f"{self.criterion}: {self.points}"
