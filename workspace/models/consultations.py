"""All members are asked about a draft: about which text, what they said, and what became of it."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.models import County
from workspace.models.drafts import Draft, DraftVersion


class Consultation(models.Model):
    """All members are asked about one version until a day. Kept for ever, with every contribution."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="consultations")
    version = models.ForeignKey(DraftVersion, on_delete=models.PROTECT, related_name="consultations")
    title = models.CharField(_("title"), max_length=150)
    """As the draft was called when members were asked: what it is called later is for those who work on it."""
    introduction = models.TextField(_("what it is about"), blank=True)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(default=timezone.now)
    was_decided = models.BooleanField(default=False)
    """Whether the group had adopted this text before: it is decided again once the consultation ends."""
    ends_at = models.DateTimeField()
    reminded_at = models.DateTimeField(null=True)
    """When those who had not reacted were reminded; once."""
    ended_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("consultation")
        verbose_name_plural = _("consultations")
        ordering = ("-pk",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["draft"], condition=Q(ended_at=None), name="one_open_consultation_per_draft"
            )
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"

    def get_absolute_url(self) -> str:
        return f"/konsultationen/{self.pk}/"

    @property
    def is_open(self) -> bool:
        return self.ended_at is None


class ConsultationQuestion(models.Model):
    """Something that the group wants to know from everybody."""

    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="questions")
    number = models.PositiveSmallIntegerField()
    text = models.CharField(_("question"), max_length=300)

    class Meta:
        verbose_name = _("question of a consultation")
        verbose_name_plural = _("questions of consultations")
        ordering = ("number",)

    def __str__(self) -> str:
        return self.text


class ContributionOutcome(models.TextChoices):
    """What the group made of a contribution."""

    TAKEN_UP = "taken_up", _("taken up")
    PARTLY = "partly", _("partly taken up")
    NOT_TAKEN_UP = "not_taken_up", _("not taken up")


class Contribution(models.Model):
    """What a member said: to a question, to a passage, or to the whole; and what the group answered."""

    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="contributions")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    county = models.ForeignKey(County, null=True, on_delete=models.PROTECT, related_name="contributions")
    """For which the author sits; it stays when the name goes."""
    is_of_county = models.BooleanField(_("for the county as a whole"), default=False)
    question = models.ForeignKey(
        ConsultationQuestion, null=True, on_delete=models.PROTECT, related_name="contributions"
    )
    quote = models.TextField(blank=True)
    """The words of the passage, which stand still in the version."""
    block = models.PositiveIntegerField(null=True)
    start = models.PositiveIntegerField(null=True)
    text = models.TextField(_("contribution"))
    created_at = models.DateTimeField(default=timezone.now)
    outcome = models.CharField(max_length=12, choices=ContributionOutcome.choices, blank=True)
    """Empty while the group has not answered."""
    answer = models.TextField(_("answer of the group"), blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("contribution to a consultation")
        verbose_name_plural = _("contributions to consultations")
        ordering = ("pk",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["consultation", "county", "question"],
                condition=Q(is_of_county=True, question__isnull=False),
                name="a_county_answers_a_question_once",
            ),
            models.UniqueConstraint(
                fields=["consultation", "county"],
                condition=Q(is_of_county=True, question=None),
                name="a_county_answers_the_whole_once",
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"

    @property
    def is_answered(self) -> bool:
        return bool(self.outcome)


class Reaction(models.Model):
    """Somebody has read what they were asked about and has nothing to add: nobody reminds them."""

    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="reactions")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("reaction to a consultation")
        verbose_name_plural = _("reactions to consultations")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["consultation", "person"], name="one_reaction_per_person")
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"
