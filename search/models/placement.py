"""Results that editors place by hand."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Placement(models.Model):
    """For one question, in any spelling: this thing stands first, or is not found."""

    phrase = models.CharField(_("question"), max_length=200)
    """As `search.tuning.phrase_of` reads it."""
    type = models.CharField(_("type"), max_length=40)
    object_id = models.PositiveBigIntegerField()
    title = models.CharField(_("title"), max_length=255)
    """What it was called when it was placed: the thing itself belongs to another package, and may be gone."""
    is_pinned = models.BooleanField(_("stands first"), default=True, help_text=_("Otherwise it is not found."))
    place = models.PositiveSmallIntegerField(
        _("place"), default=1, help_text=_("Among several that stand first, smaller numbers come earlier.")
    )

    class Meta:
        verbose_name = _("placed result")
        verbose_name_plural = _("placed results")
        ordering = ("phrase", "-is_pinned", "place", "pk")
        constraints = [
            models.UniqueConstraint(fields=("phrase", "type", "object_id"), name="search_placement_once"),
        ]

    def __str__(self) -> str:
        return f"{self.phrase}: {self.title}"
