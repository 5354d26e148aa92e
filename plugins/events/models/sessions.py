"""The programme of an event: sessions with time, room, track and speakers, and who has them in their schedule."""

from __future__ import annotations

from typing import ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plugins.events.models.calls import Proposal
from plugins.events.models.events import Event, new_uid
from plugins.events.models.participants import Participant
from plugins.events.times import clock, when


class SessionQuerySet(models.QuerySet["Session"]):
    def published(self) -> Self:
        """Those that others than the organisers may know of, cancelled ones included."""
        return self.exclude(published_at=None)


class Session(models.Model):
    """A part of an event's programme. Once others know of it, it is cancelled and never deleted."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="sessions")
    proposal = models.OneToOneField(
        Proposal, null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="session"
    )
    """From which it grew."""
    uid = models.CharField(max_length=80, unique=True, default=new_uid, editable=False)
    title = models.CharField(_("title"), max_length=160)
    description = models.TextField(_("what it is about"), blank=True, max_length=3000)
    track = models.CharField(_("track"), blank=True, max_length=80, help_text=_("For example: Housing"))
    room = models.CharField(_("room"), blank=True, max_length=120, help_text=_("For example: Great hall"))
    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"))
    speakers = models.ManyToManyField(Participant, verbose_name=_("speakers"), blank=True, related_name="sessions")
    published_at = models.DateTimeField(null=True, editable=False)
    cancelled_at = models.DateTimeField(null=True, editable=False)
    sequence = models.PositiveIntegerField(default=0, editable=False)
    """Counts changes that calendars have to take over."""
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = SessionQuerySet.as_manager()

    class Meta:
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        ordering = ("starts_at", "track", "pk")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="session_ends_after_it_begins")
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"{self.event.get_absolute_url()}programm/#s{self.pk}"

    def clean(self) -> None:
        super().clean()
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("The end lies before the beginning.")})

    @property
    def when(self) -> str:
        """Day and times in words."""
        return when(self.starts_at, self.ends_at)

    @property
    def begins(self) -> str:
        """The hour: “9.30”."""
        return clock(timezone.localtime(self.starts_at))

    @property
    def ends(self) -> str:
        return clock(timezone.localtime(self.ends_at))

    @property
    def is_published(self) -> bool:
        return self.published_at is not None

    @property
    def is_cancelled(self) -> bool:
        return self.cancelled_at is not None

    @property
    def is_over(self) -> bool:
        return self.ends_at <= timezone.now()

    @property
    def names(self) -> list[str]:
        """Who speaks, as the programme says it."""
        return [speaker.called for speaker in self.speakers.all()]

    def overlaps(self, other: Session) -> bool:
        """Whether nobody can be in both; one that begins when the other ends does not overlap."""
        return self.starts_at < other.ends_at and other.starts_at < self.ends_at


class SessionChoice(models.Model):
    """One session in one participant's own schedule."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="choices")
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="chosen_sessions")
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("session in a schedule")
        verbose_name_plural = _("sessions in schedules")
        ordering = ("pk",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["session", "participant"], name="session_chosen_once")
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"
