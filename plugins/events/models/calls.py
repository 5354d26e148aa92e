"""What people are asked to contribute to an event, what they propose, and who would come to it."""

from __future__ import annotations

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plugins.events.models.events import Event
from plugins.events.states.proposals import STATES


class ProgrammeCallQuerySet(models.QuerySet["ProgrammeCall"]):
    def open(self) -> Self:
        """Those that take proposals now; the same rule as `ProgrammeCall.is_open`."""
        now = timezone.now()
        in_time = Q(closed_at=None, deadline__gt=now) & Q(event__cancelled_at=None)
        return self.filter(in_time).exclude(event__published_at=None)


class ProgrammeCall(models.Model):
    """The call for contributions of one event. It is open until its deadline, or until organisers close it."""

    event = models.OneToOneField(Event, on_delete=models.CASCADE, related_name="programme_call")
    text = models.TextField(
        _("what is wanted"), max_length=3000, help_text=_("What the event is to be about, and who.")
    )
    formats = models.CharField(
        _("formats"),
        max_length=300,
        help_text=_("A few words with commas in between. Whoever proposes something chooses one."),
    )
    deadline = models.DateTimeField(_("deadline"))
    closed_at = models.DateTimeField(null=True, editable=False)
    """When organisers closed it before the deadline."""
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = ProgrammeCallQuerySet.as_manager()

    class Meta:
        verbose_name = _("call for contributions")
        verbose_name_plural = _("calls for contributions")
        ordering = ("-created_at", "-pk")

    def __str__(self) -> str:
        return f"#{self.pk}"

    def get_absolute_url(self) -> str:
        return f"{self.event.get_absolute_url()}aufruf/"

    @property
    def words(self) -> list[str]:
        """The formats one by one."""
        return [word for word in (piece.strip() for piece in self.formats.split(",")) if word]

    @property
    def is_open(self) -> bool:
        in_time = self.closed_at is None and timezone.now() < self.deadline
        return in_time and self.event.is_published and not self.event.is_cancelled


class Proposal(models.Model):
    """What somebody would contribute. It is theirs to change while the call is open and nothing is decided."""

    call = models.ForeignKey(ProgrammeCall, on_delete=models.CASCADE, related_name="proposals")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="programme_proposals"
    )
    """Who proposed it; nobody any more where the account was erased after it was accepted."""
    title = models.CharField(_("title"), max_length=160)
    text = models.TextField(_("what it is about"), max_length=2000)
    format = models.CharField(_("format"), max_length=60)
    state = models.CharField(max_length=10, choices=list(STATES.items()), default="proposed", editable=False)
    reason = models.TextField(_("reason"), max_length=1000, blank=True, editable=False)
    """What the organisers wrote when they decided, for whoever proposed it."""
    decided_at = models.DateTimeField(null=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("proposal for the programme")
        verbose_name_plural = _("proposals for the programme")
        ordering = ("created_at", "pk")

    def __str__(self) -> str:
        return f"#{self.pk}"

    @property
    def by(self) -> str:
        """The name of who proposed it."""
        return str(self.person) if self.person is not None else str(_("somebody who has left the Forum"))


class ProposalInterest(models.Model):
    """“I would come”: one person about one proposal. Others read the number."""

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="interests")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("interest in a proposal")
        verbose_name_plural = _("interest in proposals")
        ordering = ("pk",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["proposal", "person"], name="interested_once_in_a_proposal")
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"
