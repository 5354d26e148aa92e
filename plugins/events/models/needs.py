"""What somebody needs to take part, and the two persons who read it."""

from __future__ import annotations

from typing import ClassVar, Final

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plugins.events.models.events import Event
from plugins.events.models.participants import Participant

MOST_READERS: Final = 2
"""So many persons read what the people of one event need."""


class Needs(models.Model):
    """Diet and access of one participant: health data, for the person and at most two named others."""

    participant = models.OneToOneField(Participant, on_delete=models.CASCADE, related_name="needs")
    diet = models.CharField(_("food"), max_length=300, blank=True, help_text=_("For example: vegetarian, no nuts."))
    access = models.CharField(
        _("access"),
        max_length=300,
        blank=True,
        help_text=_("For example: without steps, an interpreter of sign language."),
    )
    given_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("needs")
        verbose_name_plural = _("needs")
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"#{self.pk}"


class NeedsReader(models.Model):
    """Somebody whom the organisers named to read what the people of an event need."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="needs_readers")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    named_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", editable=False
    )
    named_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("person who reads needs")
        verbose_name_plural = _("persons who read needs")
        ordering = ("named_at", "pk")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["event", "person"], name="named_once_for_needs")
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"
