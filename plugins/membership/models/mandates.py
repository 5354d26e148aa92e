"""Mandates of guests, which are dated and never deleted, and the groups that agreed to have them."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.models import KINDS, Topic
from plugins.api.prepared import Given
from plugins.membership.models.dated import Dated
from workspace.models import GroupState, WorkingGroup


class GuestFunction(models.TextChoices):
    """What a guest is here for."""

    ADVISER = "adviser", _("advises")
    OBSERVER = "observer", _("observes")
    SPEAKER = "speaker", _("speaks")
    ASKING = "asking", _("asks questions of practice")


class GuestMandate(Dated):
    """Why an institution is a guest and what follows from it: a guest has no right without a line here."""

    institution = models.CharField(_("institution"), max_length=200)
    people = models.ManyToManyField(
        settings.AUTH_USER_MODEL, verbose_name=_("people"), blank=True, related_name="mandates"
    )
    function = models.CharField(
        _("function"), max_length=10, choices=GuestFunction.choices, default=GuestFunction.OBSERVER
    )
    role = models.TextField(_("role and function"), help_text=_("In words, for all members to read."))
    sponsor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("sponsor"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The member who answers for this guest."),
    )
    topics = models.ManyToManyField(
        Topic, verbose_name=_("topics"), blank=True, help_text=_("Scopes add up: every entry of each topic …")
    )
    kinds = models.JSONField(
        _("kinds of entry"), default=list, blank=True, help_text=_("… and every entry of each of these kinds.")
    )
    review_on = models.DateField(
        _("to be reviewed on"), null=True, blank=True, help_text=_("When the programme office looks at it again.")
    )
    is_named_in_public = models.BooleanField(
        _("may be named in public"),
        default=False,
        help_text=_("The institution agreed: everybody then reads its name, its function and the dates, nothing else."),
    )
    warned_of = models.DateField(null=True, editable=False)
    """The last day of which sponsor and office were warned; another one is another warning."""
    warned_days = models.PositiveSmallIntegerField(null=True, editable=False)
    """How many days before it that was: 30 or 7."""

    class Meta:
        verbose_name = _("guest mandate")
        verbose_name_plural = _("guest mandates")
        ordering = ("institution", "-start", "-pk")

    def __str__(self) -> str:
        return self.institution

    def get_absolute_url(self) -> str:
        return f"/gaeste/{self.pk}/"

    @property
    def is_in_force(self) -> bool:
        today = timezone.localdate()
        return self.start <= today and (self.end is None or self.end >= today)

    def clean(self) -> None:
        super().clean()
        unknown = sorted(set(self.kinds or []) - set(KINDS))
        if unknown:
            raise ValidationError({"kinds": _("There is no kind “%(kind)s”.") % {"kind": unknown[0]}})


class MandateThing(models.Model):
    """One thing of another package that a mandate names: which scope of `MandateScope`, and its key there."""

    mandate = models.ForeignKey(GuestMandate, on_delete=models.CASCADE, related_name="things")
    scope = models.CharField(max_length=50)
    key = models.CharField(max_length=100)

    class Meta:
        verbose_name = _("thing that a mandate names")
        verbose_name_plural = _("things that mandates name")
        ordering = ("pk",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["mandate", "scope", "key"], name="named_once_per_mandate")
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"


class MandateGroupQuerySet(models.QuerySet["MandateGroup"]):
    def in_force(self, on: date | Given | None = None) -> Self:
        """Those by which guests are in a group today: agreed, not taken back, of a mandate in force."""
        agreed = self.filter(agreed_at__isnull=False, ended_at=None, mandate__in=GuestMandate.objects.in_force(on))
        return agreed.exclude(group__state=GroupState.CLOSED)


class MandateGroup(models.Model):
    """The office proposes a guest to a working group; the group's coordinators agree, decline, or take it back."""

    mandate = models.ForeignKey(GuestMandate, on_delete=models.CASCADE, related_name="groups")
    group = models.ForeignKey(WorkingGroup, on_delete=models.PROTECT, related_name="guests")
    proposed_at = models.DateTimeField(default=timezone.now)
    agreed_at = models.DateTimeField(null=True)
    agreed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    ended_at = models.DateTimeField(null=True)
    """When it was declined or taken back."""
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    objects = MandateGroupQuerySet.as_manager()

    class Meta:
        verbose_name = _("guest in a working group")
        verbose_name_plural = _("guests in working groups")
        ordering = ("proposed_at", "pk")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["mandate", "group"], condition=Q(ended_at=None), name="one_open_line_per_mandate_and_group"
            )
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"

    @property
    def is_open(self) -> bool:
        """Nobody has answered yet."""
        return self.agreed_at is None and self.ended_at is None
