"""Registrations of people without an account, until they confirm their address."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plugins.events.models.events import Event


class PendingRegistration(models.Model):
    """Somebody gave a name and an address in the public form. Organisers learn of it once the address is confirmed."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="pending_registrations")
    name = models.CharField(_("name"), max_length=150)
    email = models.EmailField(_("e-mail address"))
    key_hash = models.CharField(max_length=64, blank=True, editable=False, db_index=True)
    asked_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("registration that is not confirmed yet")
        verbose_name_plural = _("registrations that are not confirmed yet")
        ordering = ("asked_at", "pk")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["event", "email"], name="one_pending_registration_per_address")
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"

    @property
    def principal(self) -> str:
        """What whoever has the link of the mail holds at the door."""
        return f"registration:{self.pk}"
