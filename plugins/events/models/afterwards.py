"""What stays of an event: minutes, slides, pictures, recordings, results, and what became of them."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import ClassVar
from urllib.parse import quote

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plugins.events.models.events import Event
from workspace.models import Task


class MaterialKind(models.TextChoices):
    """What it is."""

    MINUTES = "minutes", _("Minutes")
    SLIDES = "slides", _("Slides")
    PHOTO = "photo", _("Photo")
    RECORDING = "recording", _("Recording")
    OTHER = "other", _("Something else")


class MaterialClass(models.TextChoices):
    """Who reads it; never more people than know of the event."""

    PUBLIC = "public", _("Everybody")
    MEMBERS = "members", _("All members")
    GROUP = "group", _("The working group")
    PARTICIPANTS = "participants", _("Whoever was there or had a place")


class OfEvent(models.Model):
    """Something that organisers put beside an event, for some of its readers."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="%(class)ss")
    confidentiality = models.CharField(_("who reads it"), max_length=12, choices=MaterialClass.choices)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"#{self.pk}"


def place_for(material: EventMaterial, name: str) -> str:
    """Where a content lies on disk: a name of chance, which nothing but the database knows."""
    return f"termine/{secrets.token_hex(16)}{Path(name).suffix.lower()}"


class EventMaterial(OfEvent):
    """Minutes, slides, a photo, a recording: words, a file or an address."""

    kind = models.CharField(_("what it is"), max_length=10, choices=MaterialKind.choices, default=MaterialKind.MINUTES)
    title = models.CharField(_("title"), max_length=150)
    text = models.TextField(_("text"), blank=True, max_length=50_000)
    """As it was typed."""
    html = models.TextField(blank=True, editable=False)
    """The text as it is read: cleaned."""
    link = models.URLField(_("web address"), blank=True, max_length=500)

    content = models.FileField(upload_to=place_for, max_length=100, blank=True)
    small = models.FileField(upload_to=place_for, max_length=100, blank=True)
    """Of a picture: the same in few pixels."""
    name = models.CharField(max_length=150, blank=True)
    file_kind = models.CharField(max_length=100, blank=True)
    """Content type, as the content itself says it."""
    size = models.PositiveBigIntegerField(null=True, blank=True)
    width = models.PositiveIntegerField(null=True, blank=True)
    height = models.PositiveIntegerField(null=True, blank=True)
    alt = models.CharField(_("what the picture shows"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("material of an event")
        verbose_name_plural = _("materials of events")
        ordering = ("created_at", "pk")

    @property
    def file_url(self) -> str:
        """The content under its own name; empty without one."""
        return f"{self.event.get_absolute_url()}nachher/{self.pk}/datei/{quote(self.name)}" if self.content else ""

    @property
    def small_url(self) -> str:
        return f"{self.event.get_absolute_url()}nachher/{self.pk}/klein/" if self.small else ""

    @property
    def extension(self) -> str:
        """Its kind in a word that people know: PDF, PPTX, JPG."""
        return Path(self.name).suffix.removeprefix(".").upper()


class EventResult(OfEvent):
    """What came of an event, in a sentence or a few."""

    text = models.TextField(_("result"), max_length=1000)

    class Meta:
        verbose_name = _("result of an event")
        verbose_name_plural = _("results of events")
        ordering = ("created_at", "pk")


class Outcome(models.Model):
    """What a result, or the minutes, became: a challenge, a group, a draft, an entry. It is shown to who sees both."""

    result = models.ForeignKey(EventResult, null=True, on_delete=models.CASCADE, related_name="outcomes")
    material = models.ForeignKey(EventMaterial, null=True, on_delete=models.CASCADE, related_name="outcomes")
    becoming = models.CharField(max_length=40)
    """Name of the `Becoming` that made it."""
    made = models.PositiveBigIntegerField()
    """Its number there."""
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("what became of a result")
        verbose_name_plural = _("what became of results")
        ordering = ("made_at", "pk")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["becoming", "made"], name="outcome_by_what_was_made")
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(result=None, material__isnull=False) | Q(result__isnull=False, material=None),
                name="outcome_of_one_thing",
            )
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"


class FollowUp(models.Model):
    """How far the organisers are with what follows an event, and the tasks that the group took from it."""

    event = models.OneToOneField(Event, on_delete=models.CASCADE, related_name="follow_up")
    nudged_at = models.DateTimeField(null=True)
    """When the organisers were told that minutes and results are missing; they are told once."""
    nothing_at = models.DateTimeField(null=True)
    """When one of them said that there is nothing."""
    nothing_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    tasks = models.ManyToManyField(Task, related_name="+")

    class Meta:
        verbose_name = _("follow-up of an event")
        verbose_name_plural = _("follow-ups of events")
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"#{self.pk}"
