"""An active member accompanies a new one for twelve weeks, on a path of dated steps."""

from __future__ import annotations

from datetime import date, timedelta
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plugins.membership.states.mentorships import INSIDE, OPEN, TOGETHER


class StepKind(models.TextChoices):
    """The steps of the path, in their order."""

    CALL = "call", _("First call")
    PROFILE = "profile", _("Profile filled in")
    SEARCH = "search", _("First search")
    REACTION = "reaction", _("First reaction")
    GROUP = "group", _("Visit of a working group")
    CHALLENGE = "challenge", _("First challenge or answer")
    EVALUATION = "evaluation", _("Evaluation")


WEEK_OF = {
    StepKind.CALL: 1,
    StepKind.PROFILE: 2,
    StepKind.SEARCH: 2,
    StepKind.REACTION: 3,
    StepKind.GROUP: 5,
    StepKind.CHALLENGE: 8,
    StepKind.EVALUATION: 12,
}
"""By the end of which week each step is due."""


class EndReason(models.TextChoices):
    """Why it ended early. The two of them never read it."""

    OFFICE = "office", _("by the programme office")
    SEAT = "seat", _("a seat ended")
    WITHDRAWN = "withdrawn", _("taken back before both agreed")


class Mentorship(models.Model):
    """A mentor and a new member: asked, agreed, on their way, over. It is kept and never deleted."""

    mentor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="mentorships", editable=False
    )
    mentee = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="accompanied_by", editable=False
    )
    state = models.CharField(max_length=10, choices=list(INSIDE.items()), default="asked", editable=False)
    continues = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="+", editable=False)
    """The one before it, with another mentor: the path goes on where that one was."""

    assigned_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now, editable=False)
    agreed_at = models.DateTimeField(null=True, editable=False)
    """When the mentor agreed. Until then the new member knows nothing of it."""
    declined_at = models.DateTimeField(null=True, editable=False)
    declined_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    decline_reason = models.TextField(_("in a sentence"), blank=True, max_length=500)
    """Only the office reads it, and whoever wrote it."""

    began_on = models.DateField(null=True, editable=False)
    """When both had agreed."""
    path_from = models.DateField(null=True, editable=False)
    """From when the weeks count: earlier than `began_on` where the path goes on."""
    nudged_on = models.DateField(null=True, editable=False)
    """When the mentor was reminded that nothing has happened: once."""
    office_told_on = models.DateField(null=True, editable=False)
    """When the office was told the same, weeks later: once."""
    ended_on = models.DateField(null=True, editable=False)
    end_reason = models.CharField(max_length=10, choices=EndReason.choices, blank=True, editable=False)

    class Meta:
        verbose_name = _("mentorship")
        verbose_name_plural = _("mentorships")
        ordering = ("-pk",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["mentee"], condition=models.Q(state__in=OPEN), name="one_open_mentorship_per_new_member"
            )
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"

    def get_absolute_url(self) -> str:
        return f"/mentoring/{self.pk}/"

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def is_together(self) -> bool:
        """Both agreed, and it is not over."""
        return self.state in TOGETHER

    @property
    def people(self) -> tuple[int, int]:
        return self.mentor_id, self.mentee_id

    def week(self, on: date | None = None) -> int:
        """The week of the path, counted from 1."""
        assert self.path_from is not None
        return ((on or timezone.localdate()) - self.path_from).days // 7 + 1

    def due_on(self, kind: StepKind) -> date:
        """The last day of the step's week."""
        assert self.path_from is not None
        return self.path_from + timedelta(days=7 * WEEK_OF[kind] - 1)


class MentorshipStep(models.Model):
    """One step of the path: open, done, or skipped with a word."""

    mentorship = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="steps")
    kind = models.CharField(max_length=10, choices=StepKind.choices)
    due_on = models.DateField()
    done_at = models.DateTimeField(null=True)
    marked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    """Who marked it as done or skipped it; None where the platform could tell."""
    skipped_at = models.DateTimeField(null=True)
    word = models.CharField(_("why, in a word"), max_length=200, blank=True)
    """Why it was skipped."""

    class Meta:
        ordering = ("due_on", "pk")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["mentorship", "kind"], name="each_step_once")
        ]

    def __str__(self) -> str:
        return f"{self.mentorship}: {self.kind}"

    @property
    def is_open(self) -> bool:
        return self.done_at is None and self.skipped_at is None

    @property
    def is_overdue(self) -> bool:
        return self.is_open and self.due_on < timezone.localdate()


class MentorChange(models.Model):
    """One of the two asks the office for another mentor, or another new member. The other side never learns it."""

    mentorship = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="changes")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="+")
    text = models.TextField(
        _("what the programme office should know"),
        blank=True,
        max_length=2000,
        help_text=_("You need not give a reason. Only the programme office reads this."),
    )
    asked_at = models.DateTimeField(default=timezone.now)
    settled_at = models.DateTimeField(null=True, blank=True, editable=False)
    """When the mentorship was ended, by the office or otherwise."""

    class Meta:
        verbose_name = _("request for another mentor")
        verbose_name_plural = _("requests for another mentor")
        ordering = ("pk",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["mentorship", "asked_by"],
                condition=models.Q(settled_at=None),
                name="one_open_request_per_person_and_mentorship",
            )
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"


class ClosingAnswer(models.Model):
    """What one of the two says at the end. Only the office reads both."""

    mentorship = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="answers")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    helped = models.TextField(_("What helped?"), max_length=2000)
    missing = models.TextField(_("What was missing?"), blank=True, max_length=2000)
    recommends = models.BooleanField(_("Would you recommend it?"))
    would_mentor = models.BooleanField(_("Would you be a mentor in a year?"), default=False)
    """Asked only of the new member."""
    answered_at = models.DateTimeField(default=timezone.now)
    asked_again_on = models.DateField(null=True, blank=True, editable=False)
    """When the former new member was asked whether to join the pool: once."""

    class Meta:
        verbose_name = _("answer at the end of a mentorship")
        verbose_name_plural = _("answers at the end of mentorships")
        ordering = ("pk",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["mentorship", "person"], name="one_closing_answer_per_person")
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"
