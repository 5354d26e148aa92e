"""Finding a date: a working group is asked when it can meet, and the answer becomes an event."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from plugins.events.models.events import Event, EventForm
from workspace.models import WorkingGroup


class DatePoll(models.Model):
    """Some moments, of which one becomes the meeting. It is open until a date is fixed or it is called off."""

    group = models.ForeignKey(
        WorkingGroup, verbose_name=_("working group"), on_delete=models.PROTECT, related_name="date_polls"
    )
    title = models.CharField(_("title"), max_length=160)
    text = models.TextField(_("what it is about"), max_length=500)
    minutes = models.PositiveSmallIntegerField(
        _("length in minutes"), default=60, validators=[MinValueValidator(15), MaxValueValidator(480)]
    )
    form = models.CharField(_("form"), max_length=10, choices=EventForm.choices, default=EventForm.VIRTUAL)
    place = models.CharField(pgettext_lazy("where", "place"), max_length=200, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(default=timezone.now)
    called_off_at = models.DateTimeField(null=True, editable=False)
    event = models.OneToOneField(Event, null=True, editable=False, on_delete=models.SET_NULL, related_name="poll")
    """What it became, once a date was fixed."""
    fixed_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("date poll")
        verbose_name_plural = _("date polls")
        ordering = ("-created_at", "-pk")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"/termine/umfragen/{self.pk}/"

    @property
    def is_open(self) -> bool:
        return self.fixed_at is None and self.called_off_at is None


class PollOption(models.Model):
    """One moment that is offered."""

    poll = models.ForeignKey(DatePoll, on_delete=models.CASCADE, related_name="options")
    starts_at = models.DateTimeField(_("begins"))

    class Meta:
        verbose_name = _("offered date")
        verbose_name_plural = _("offered dates")
        ordering = ("starts_at", "pk")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["poll", "starts_at"], name="one_option_per_moment")
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"


class PollVoter(models.Model):
    """Somebody who is asked, by mail with a link that can do only this."""

    poll = models.ForeignKey(DatePoll, on_delete=models.CASCADE, related_name="voters")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="poll_places")
    key_hash = models.CharField(max_length=64, blank=True, db_index=True)
    mailed_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("person asked for a date")
        verbose_name_plural = _("people asked for a date")
        ordering = ("pk",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["poll", "person"], name="asked_once_per_poll")
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"

    @property
    def principal(self) -> str:
        """What the link of the mail gives: this line and nothing else."""
        return f"poll-voter:{self.pk}"


class Word(models.TextChoices):
    """What somebody says about one moment."""

    YES = "yes", _("can")
    MAYBE = "maybe", _("if need be")
    NO = "no", _("cannot")


class PollVote(models.Model):
    """One person about one moment."""

    voter = models.ForeignKey(PollVoter, on_delete=models.CASCADE, related_name="votes")
    option = models.ForeignKey(PollOption, on_delete=models.CASCADE, related_name="votes")
    word = models.CharField(max_length=5, choices=Word.choices)

    class Meta:
        verbose_name = _("answer about a date")
        verbose_name_plural = _("answers about dates")
        ordering = ("pk",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["voter", "option"], name="one_word_per_voter_and_option")
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"
