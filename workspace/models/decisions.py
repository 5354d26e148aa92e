"""How a group decides about a draft: the text that it decides about, who is asked, what each answered."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.models import County
from workspace.models.drafts import Draft, DraftVersion


class DecisionOutcome(models.TextChoices):
    """What came of it."""

    OPEN = "open", _("is open")
    ADOPTED = "adopted", _("adopted")
    NOT_ADOPTED = "not_adopted", _("not adopted")
    CALLED_OFF = "called_off", _("called off")


class Decision(models.Model):
    """The group is asked about one version, whose digest says that the text is still the same. Kept for ever."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="decisions")
    version = models.ForeignKey(DraftVersion, on_delete=models.PROTECT, related_name="decisions")
    quorum = models.PositiveSmallIntegerField()
    """So many of those asked have to answer."""
    called_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    called_at = models.DateTimeField(default=timezone.now)
    ends_at = models.DateTimeField()
    reminded_at = models.DateTimeField(null=True)
    """When those who had not answered were reminded."""
    outcome = models.CharField(max_length=12, choices=DecisionOutcome.choices, default=DecisionOutcome.OPEN)
    ended_at = models.DateTimeField(null=True)
    end_reason = models.TextField(blank=True)
    """Why it was called off."""

    class Meta:
        verbose_name = _("decision about a draft")
        verbose_name_plural = _("decisions about drafts")
        ordering = ("-pk",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["draft"], condition=Q(outcome="open"), name="one_open_decision_per_draft")
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"

    def get_absolute_url(self) -> str:
        return f"{self.draft.get_absolute_url()}beschluss/"

    @property
    def is_open(self) -> bool:
        return self.outcome == DecisionOutcome.OPEN


class Answer(models.TextChoices):
    """What somebody can answer."""

    AGREE = "agree", _("I agree")
    ABSTAIN = "abstain", _("I abstain")
    OBJECT = "object", _("I object")


class Voice(models.Model):
    """Somebody who is asked in a decision, and the answer; empty while there is none."""

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="voices")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    county = models.ForeignKey(County, null=True, on_delete=models.PROTECT, related_name="voices")
    """For which the person takes part; it stays when the name goes."""
    answer = models.CharField(max_length=8, choices=Answer.choices, blank=True)
    reason = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("answer in a decision")
        verbose_name_plural = _("answers in decisions")
        ordering = ("pk",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["decision", "person"], name="one_voice_per_person_and_decision")
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"
