"""What members offer each other and look for."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final, Self

from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.models import County, Topic
from plugins.membership.models.seats import Seat

LONGEST: Final = timedelta(days=365)


class HelpKind(models.TextChoices):
    OFFER = "offer", _("We can help")
    REQUEST = "request", _("We look for help")


def in_three_months() -> date:
    return timezone.localdate() + timedelta(days=91)


class HelpNoticeQuerySet(models.QuerySet["HelpNotice"]):
    def open(self) -> Self:
        """Those that hang: neither ended nor past their day, of somebody who still sits for the county."""
        seats = Seat.objects.in_force().filter(person=OuterRef("author"), county=OuterRef("county"))
        return self.filter(Q(ended_at=None), Exists(seats), until__gte=timezone.localdate())


class HelpNotice(models.Model):
    """A few lines of one member for all members, until a day."""

    kind = models.CharField(_("What is it?"), max_length=8, choices=HelpKind.choices)
    title = models.CharField(_("In one line"), max_length=120)
    text = models.TextField(_("In a few sentences"), max_length=1500, validators=[MaxLengthValidator(1500)])
    topics = models.ManyToManyField(Topic, verbose_name=_("topics"), blank=True, related_name="+")
    until = models.DateField(
        _("Until when?"), default=in_three_months, help_text=_("The last day. At most a year from now.")
    )
    county = models.ForeignKey(County, on_delete=models.PROTECT, related_name="help_notices", editable=False)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="help_notices", editable=False
    )
    written_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_at = models.DateTimeField(default=timezone.now, editable=False)
    ended_at = models.DateTimeField(null=True, editable=False)

    objects = HelpNoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("offer or request of help")
        verbose_name_plural = _("offers and requests of help")
        ordering = ("-written_at", "-pk")

    def __str__(self) -> str:
        return f"#{self.pk}"
