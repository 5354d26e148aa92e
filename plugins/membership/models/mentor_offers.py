"""Members who offer to accompany new ones: the pool of mentors."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.models import Topic
from plugins.membership.models.seats import Seat

MOST_AT_ONCE = 5


class MentorOfferQuerySet(models.QuerySet["MentorOffer"]):
    def that_count(self, on: date | None = None) -> Self:
        """Of people with a seat and an open account on this day (today), and not paused."""
        day = on or timezone.localdate()
        seats = Seat.objects.in_force(day).filter(person=OuterRef("pk"))
        return self.filter(Q(paused_until=None) | Q(paused_until__lt=day), Exists(seats), person__is_active=True)


class MentorOffer(models.Model):
    """A member offers to accompany new ones. The office sees it; members see a word of it if the person says so."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, primary_key=True, on_delete=models.CASCADE, related_name="mentor_offer"
    )
    capacity = models.PositiveSmallIntegerField(
        _("how many new members at once"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_AT_ONCE)],
        help_text=_("From one to five. You are asked each time and may say no."),
    )
    topics = models.ManyToManyField(
        Topic,
        verbose_name=_("topics that you know well"),
        blank=True,
        related_name="+",
        help_text=_("They are one of the reasons for which you are proposed."),
    )
    sentence = models.CharField(
        _("what you bring, in one sentence"),
        blank=True,
        max_length=300,
        help_text=_("The programme office reads it when it looks for a mentor."),
    )
    paused_until = models.DateField(
        _("not before"),
        null=True,
        blank=True,
        help_text=_("Until the end of this day nobody asks you. Empty: no pause."),
    )
    is_shown = models.BooleanField(
        _("show “Mentor” beside my name in the member directory"),
        default=False,
        help_text=_("Without the tick only the programme office knows that you offer it."),
    )
    offered_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = MentorOfferQuerySet.as_manager()

    class Meta:
        verbose_name = _("offer to be a mentor")
        verbose_name_plural = _("offers to be a mentor")
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"#{self.pk}"

    def is_paused(self, on: date | None = None) -> bool:
        """Whether nobody is to ask on this day (today)."""
        return self.paused_until is not None and self.paused_until >= (on or timezone.localdate())
