"""Seats of counties, which are dated and never deleted."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.models import County
from plugins.membership.models.dated import Dated


class Seat(Dated):
    """A person's seat for a county: this is what makes somebody a member."""

    county = models.ForeignKey(County, verbose_name=_("county"), on_delete=models.PROTECT, related_name="seats")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("person"), on_delete=models.PROTECT, related_name="seats"
    )

    is_named_in_public = models.BooleanField(
        _("may be named in public"), default=False, help_text=_("The county agreed to stand on the public home page.")
    )
    was_in_force = models.BooleanField(default=False, editable=False)
    """Whether it was in force when the search last heard of it: at midnight seats begin and end without being saved."""
    former_people: set[int]
    """Whose it was until now; known only while it is being saved."""

    class Meta:
        verbose_name = _("seat")
        verbose_name_plural = _("seats")
        ordering = ("county__name", "-start")

    def __str__(self) -> str:
        return f"{self.county}: {self.person}"
