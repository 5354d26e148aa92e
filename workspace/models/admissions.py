"""Ways into a group: somebody asks, or is invited."""

from __future__ import annotations

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from workspace.models.groups import WorkingGroup


class AdmissionKind(models.TextChoices):
    """Who took the first step."""

    REQUEST = "request", _("request")
    INVITATION = "invitation", _("invitation")


class AdmissionState(models.TextChoices):
    """What became of it."""

    OPEN = "open", _("not answered yet")
    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("declined")
    RETURNED = "returned", _("given back by the programme office")
    WITHDRAWN = "withdrawn", _("withdrawn")


class AdmissionQuerySet(models.QuerySet["Admission"]):
    def open(self) -> Self:
        return self.filter(state=AdmissionState.OPEN)


class Admission(models.Model):
    """A request of a person to a group, or an invitation of a group to a person. Of each pair at most one is open."""

    group = models.ForeignKey(WorkingGroup, on_delete=models.PROTECT, related_name="admissions")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("person"), on_delete=models.PROTECT, related_name="group_admissions"
    )
    kind = models.CharField(_("kind"), max_length=10, choices=AdmissionKind.choices)
    state = models.CharField(_("state"), max_length=10, choices=AdmissionState.choices, default=AdmissionState.OPEN)
    text = models.TextField(_("why"), blank=True, max_length=1000)
    """What the person writes to the group, or the group to the person."""
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    via_office = models.BooleanField(default=False)
    passed_on_at = models.DateTimeField(null=True)
    """When the programme office passed a request on; until then the group does not know of it."""
    reason = models.TextField(_("reason"), blank=True, max_length=1000)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    objects = AdmissionQuerySet.as_manager()

    class Meta:
        verbose_name = _("request or invitation")
        verbose_name_plural = _("requests and invitations")
        ordering = ("-made_at", "-pk")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["group", "person"], condition=Q(state="open"), name="one_open_admission_per_person_and_group"
            )
        ]

    def __str__(self) -> str:
        """A number: who asked whom is nobody else's business."""
        return f"#{self.pk}"

    @property
    def is_open(self) -> bool:
        return self.state == AdmissionState.OPEN

    @property
    def is_invitation(self) -> bool:
        return self.kind == AdmissionKind.INVITATION

    @property
    def waits_for_office(self) -> bool:
        return self.is_open and self.via_office and self.passed_on_at is None

    @property
    def is_known_to_group(self) -> bool:
        return not self.via_office or self.passed_on_at is not None
