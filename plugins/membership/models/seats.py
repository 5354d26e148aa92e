"""Seats of counties, which are dated and never deleted."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, ClassVar, Final, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.models import County
from plugins.api.prepared import Given
from plugins.membership.models.dated import Dated, DatedQuerySet

SEATS_OF_A_COUNTY: Final = 2
"""How many people sit for a county that takes part."""


class SeatQuerySet(DatedQuerySet["Seat"]):
    def in_force(self, on: date | Given | None = None) -> Self:
        """Those that hold at this moment, or held on another day."""
        return super().in_force(on) if on is not None else self.at(timezone.localdate(), timezone.now())

    def at(self, day: date | Given, moment: datetime | Given) -> Self:
        """Those that hold at a moment of this day."""
        return super().in_force(day).filter(Q(ends_at=None) | Q(ends_at__gt=moment))


class Seat(Dated):
    """A person's seat for a county: this is what makes somebody a member."""

    county = models.ForeignKey(County, verbose_name=_("county"), on_delete=models.PROTECT, related_name="seats")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("person"), on_delete=models.PROTECT, related_name="seats"
    )
    ends_at = models.DateTimeField(null=True, editable=False)
    """The minute of its last day from which it opens nothing any more; empty: the whole last day counts."""
    follows = models.ForeignKey("self", null=True, editable=False, on_delete=models.PROTECT, related_name="followed_by")
    """The seat that was handed over to this person."""

    is_named_in_public = models.BooleanField(
        _("may be named in public"), default=False, help_text=_("The county agreed to stand on the public home page.")
    )
    was_in_force = models.BooleanField(default=False, editable=False)
    """Whether it was in force when the search last heard of it: by the clock it begins and ends without being saved."""
    former_people: set[int]
    """Whose it was until now; known only while it is being saved."""

    objects: ClassVar = SeatQuerySet.as_manager()

    class Meta:
        verbose_name = _("seat")
        verbose_name_plural = _("seats")
        ordering = ("county__name", "-start", "-pk")

    def __str__(self) -> str:
        return f"{self.county}: {self.person}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Whoever chooses another last day takes back the minute that was chosen before."""
        if self.ends_at is not None and timezone.localdate(self.ends_at) != self.end:
            self.ends_at = None
            if kwargs.get("update_fields") is not None:
                kwargs["update_fields"] = {*kwargs["update_fields"], "ends_at"}
        super().save(*args, **kwargs)

    @property
    def is_in_force(self) -> bool:
        today = timezone.localdate()
        if self.start > today or (self.end is not None and self.end < today):
            return False
        return self.ends_at is None or self.ends_at > timezone.now()
