"""The adoption register: what counties did with entries of the knowledge base."""

from __future__ import annotations

from datetime import date, timedelta
from typing import ClassVar, Final

from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.models import County, Entry

YEAR: Final = timedelta(days=365)


class AdoptionState(models.TextChoices):
    """To have stopped is as welcome as anything else: others learn most from it."""

    TRIED = "tried", _("being tried out")
    ADAPTED = "adapted", _("adapted to the county")
    ADOPTED = "adopted", _("taken over as it is")
    DROPPED = "dropped", _("stopped again")


def this_month() -> date:
    """The first day of the present month, in the forum's time zone: months are stored by it."""
    return timezone.localdate().replace(day=1)


def in_a_year() -> date:
    return timezone.localdate() + YEAR


class Adoption(models.Model):
    """What one county did with one entry. It is the county's: whoever wrote it down is named nowhere."""

    entry = models.ForeignKey(Entry, verbose_name=_("entry"), on_delete=models.CASCADE, related_name="adoptions")
    county = models.ForeignKey(County, verbose_name=_("county"), on_delete=models.PROTECT, related_name="adoptions")
    state = models.CharField(_("how far you are"), max_length=8, choices=AdoptionState.choices)
    month = models.DateField(_("since"), default=this_month)
    """The first day of the month in which the present state began."""
    changed = models.TextField(
        _("What do you do differently?"),
        blank=True,
        max_length=2000,
        validators=[MaxLengthValidator(2000)],
        help_text=_("What you changed or plan to change, so that it fits your county."),
    )
    effort = models.TextField(
        _("How much effort is it?"),
        blank=True,
        max_length=1000,
        validators=[MaxLengthValidator(1000)],
        help_text=_("Hours, money, people."),
    )
    result = models.TextField(
        _("What came of it?"),
        blank=True,
        max_length=2000,
        validators=[MaxLengthValidator(2000)],
        help_text=_("With a number, if you have one."),
    )
    contact = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("whom to ask in your county"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Is asked once a year whether it is still so. Members see the name of who is in the directory."),
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_at = models.DateTimeField(default=timezone.now, editable=False)
    ask_on = models.DateField(default=in_a_year, editable=False)
    """When the county is next asked whether this still holds."""
    asked_at = models.DateTimeField(null=True, editable=False)
    """Since when that question waits for an answer."""

    class Meta:
        verbose_name = _("adoption")
        verbose_name_plural = _("adoptions")
        ordering = ("-changed_at", "-pk")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["entry", "county"], name="one_adoption_per_county_and_entry")
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"

    def get_absolute_url(self) -> str:
        return f"/uebernahmen/{self.pk}/"

    @property
    def principal(self) -> str:
        """What everybody holds who sits for its county."""
        return f"county:{self.county.key}"

    @property
    def is_asked(self) -> bool:
        return self.asked_at is not None


class AdoptionStep(models.Model):
    """What the county said at one time: a state, since when, and in a few words why. The last one is the present."""

    adoption = models.ForeignKey(Adoption, on_delete=models.CASCADE, related_name="steps")
    state = models.CharField(max_length=8, choices=AdoptionState.choices)
    month = models.DateField()
    text = models.TextField(
        _("In two or three sentences"), blank=True, max_length=2000, validators=[MaxLengthValidator(2000)]
    )
    is_answer = models.BooleanField(default=False)
    """The county was asked whether it still holds."""
    stays = models.BooleanField(default=False)
    """It is as it was before."""
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    recorded_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("recorded_at", "pk")

    def __str__(self) -> str:
        return f"{self.adoption}: {self.state}"
