"""Kinds of event, and the rules that the office sets for each."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


class EventKind(models.TextChoices):
    """What is happening."""

    NETWORK = "network", _("Network meeting")
    VIRTUAL = "virtual", _("Virtual meeting")
    GROUP = "group", _("Group meeting")
    PUBLIC = "public", _("Public event")


USUAL_WEEKS: Final = {EventKind.NETWORK: 8, EventKind.VIRTUAL: 4, EventKind.GROUP: 0, EventKind.PUBLIC: 0}


class KindRule(models.Model):
    """The early-invitation rule and the retention of one kind. A kind without a row has the usual rule."""

    kind = models.CharField(_("kind of event"), max_length=10, choices=EventKind.choices, unique=True)
    lead_weeks = models.PositiveSmallIntegerField(
        _("weeks of notice"),
        default=0,
        validators=[MaxValueValidator(52)],
        help_text=_("Who invites later is warned, and gives a reason that goes into the invitation."),
    )
    keeps_people_for = models.PositiveSmallIntegerField(
        _("days until the list of people is erased"),
        default=180,
        validators=[MaxValueValidator(730)],
        help_text=_("After the event. Numbers by county stay."),
    )

    class Meta:
        verbose_name = _("rule for a kind of event")
        verbose_name_plural = _("rules for kinds of event")

    def __str__(self) -> str:
        return str(EventKind(self.kind).label)

    @property
    def lead(self) -> timedelta:
        return timedelta(weeks=self.lead_weeks)
