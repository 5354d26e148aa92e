"""The room of a video meeting. Its address leaves the platform only towards somebody who joins."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from plugins.events.models.events import Event


class RoomProvider(models.TextChoices):
    """Where people meet by video."""

    BIGBLUEBUTTON = "bigbluebutton", "BigBlueButton"
    JITSI = "jitsi", "Jitsi"
    LINK = "link", _("an address of your own")


class VideoRoom(models.Model):
    """One event's room: made by the provider when the first person joins, or an address that organisers brought."""

    event = models.OneToOneField(Event, on_delete=models.CASCADE, related_name="room")
    provider = models.CharField(_("room"), max_length=15, choices=RoomProvider.choices)
    link = models.CharField(
        _("address of the room"),
        max_length=500,
        blank=True,
        validators=[URLValidator(schemes=["https"])],
        help_text=_("Only for an address of your own. It stands in no mail, no calendar and no list."),
    )
    secret = models.CharField(max_length=40, editable=False)
    """A part of the room's name that nobody guesses."""

    class Meta:
        verbose_name = _("room")
        verbose_name_plural = _("rooms")

    def __str__(self) -> str:
        return f"#{self.pk}"

    def clean(self) -> None:
        super().clean()
        if self.provider == RoomProvider.LINK and not self.link:
            raise ValidationError({"link": _("Say the address of the room.")})
