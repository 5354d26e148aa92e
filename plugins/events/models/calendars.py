"""What stands in people's own calendars: the address that their program fetches, and what was mailed to it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plugins.events.models.participants import Participant


class CalendarAddress(models.Model):
    """The secret address of a person's calendar: of its secret only the hash. A new one ends the old one."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="calendar_address", verbose_name=_("person")
    )
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField(_("created at"), default=timezone.now, editable=False)
    last_used_at = models.DateTimeField(_("last used at"), null=True, editable=False)

    class Meta:
        verbose_name = _("calendar address")
        verbose_name_plural = _("calendar addresses")

    def __str__(self) -> str:
        return f"#{self.person_id}"


class Method(models.TextChoices):
    """What a mail asks a calendar to do (RFC 5546)."""

    REQUEST = "REQUEST", _("take it in")
    CANCEL = "CANCEL", _("take it out")


class CalendarCopy(models.Model):
    """What the calendar of a participant was last told by mail, so that nothing is told twice and nothing stays."""

    participant = models.OneToOneField(Participant, on_delete=models.CASCADE, related_name="calendar_copy")
    method = models.CharField(max_length=7, choices=Method.choices)
    event_sequence = models.PositiveIntegerField(default=0)
    """The state of the event that was told."""
    sequence = models.PositiveIntegerField(default=0)
    """The number under which it was told: it rises too when somebody gives a place up and comes back."""
    comes = models.BooleanField(default=False)
    """Whether the person had a place then, or was only invited."""
    sent_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("entry in a calendar")
        verbose_name_plural = _("entries in calendars")

    def __str__(self) -> str:
        return f"#{self.participant_id}: {self.method} {self.sequence}"
