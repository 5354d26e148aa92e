"""How a county joins: its application, who may open it by link, and what the office asks back."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import ClassVar, Final

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.models import County
from plugins.membership.models.rounds import InterestRound
from plugins.membership.states.applications import INSIDE, OUTSIDE


class ApplicationPart(models.TextChoices):
    """The parts of an application: each can be asked back alone."""

    COUNTY = "county", _("County and person")
    REASONS = "reasons", _("Why the county wants to take part")
    CONTRIBUTION = "contribution", _("What the county brings")
    RESOURCES = "resources", _("Time and approval")
    LETTER = "letter", _("Letter of the county")


FIELDS: Final[dict[str, tuple[str, ...]]] = {
    ApplicationPart.COUNTY: ("county", "name", "function", "telephone"),
    ApplicationPart.REASONS: ("reasons",),
    ApplicationPart.CONTRIBUTION: ("contribution",),
    ApplicationPart.RESOURCES: ("resources",),
    ApplicationPart.LETTER: (),
}
"""What is written in each part; the letter is a file beside it."""
NEEDED: Final = ("county", "name", "function", "reasons", "contribution", "resources")
"""Without these nobody hands in. The telephone number is left to her, and the letter can follow."""


class Application(models.Model):
    """A county asks to become a member. Its texts go once it is over and the period has passed; the row is counted."""

    reference = models.CharField(_("reference"), max_length=20, unique=True, editable=False)
    """For letters and telephone: `2026-0007`."""
    state = models.CharField(max_length=12, choices=list(INSIDE.items()), default="begun", editable=False)
    round = models.ForeignKey(
        InterestRound, null=True, blank=True, on_delete=models.PROTECT, related_name="applications", editable=False
    )
    county = models.ForeignKey(County, verbose_name=_("county"), null=True, blank=True, on_delete=models.PROTECT)
    name = models.CharField(_("your name"), max_length=150, blank=True)
    function = models.CharField(_("your function"), max_length=150, blank=True)
    email = models.EmailField(_("e-mail address of the county"), blank=True)
    telephone = models.CharField(_("telephone"), max_length=40, blank=True)
    reasons = models.TextField(_("Why does your county want to take part?"), blank=True, max_length=4000)
    contribution = models.TextField(_("What does your county bring to the others?"), blank=True, max_length=4000)
    resources = models.TextField(_("Who has how much time for it, and who agreed?"), blank=True, max_length=2000)

    begun_at = models.DateTimeField(default=timezone.now, editable=False)
    saved_at = models.DateTimeField(default=timezone.now, editable=False)
    received_at = models.DateTimeField(null=True, editable=False)
    next_step_by = models.DateField(null=True, editable=False)
    """The latest day of the next step, as the applicant was told."""
    ended_at = models.DateTimeField(null=True, editable=False)
    """When it was withdrawn, or the decision sent; begun ones that were forgotten count from `saved_at`."""
    emptied_at = models.DateTimeField(null=True, editable=False)
    """When its personal content was removed."""
    reminded_at = models.DateTimeField(null=True, editable=False)
    """When the applicant was reminded that it is not sent yet; once and never again."""
    late_since = models.DateField(null=True, editable=False)
    """The latest day that has passed and that the office has been told of."""

    class Meta:
        verbose_name = _("application")
        verbose_name_plural = _("applications")
        ordering = ("-received_at", "-pk")

    def __str__(self) -> str:
        """A number: the audit trail repeats it, and outlives the application."""
        return self.reference

    @property
    def inside(self) -> str:
        """Its state in the words of the office."""
        return str(INSIDE[self.state])

    @property
    def outside(self) -> str:
        """Its state in the words that the applicant reads."""
        return str(OUTSIDE[self.state])

    @property
    def is_late(self) -> bool:
        """Whether the latest day of its next step has passed."""
        return self.next_step_by is not None and self.next_step_by < timezone.localdate()

    @property
    def principal(self) -> str:
        """What whoever opens it by the applicant's link holds at the door."""
        return f"application:{self.pk}"

    @property
    def reader_principal(self) -> str:
        """What the second reader holds."""
        return f"application-reader:{self.pk}"


class ApplicationKey(models.Model):
    """A link that opens one application without an account. Only its hash is stored."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="keys")
    is_reader = models.BooleanField(default=False)
    """The second reader reads and comments; the applicant writes."""
    email = models.EmailField()
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(default=timezone.now)
    last_used_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("created_at", "pk")

    def __str__(self) -> str:
        return str(self.application)


class ReaderComment(models.Model):
    """What the second reader, for example the superior, says to the applicant before she hands in."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="comments")
    text = models.TextField(max_length=2000)
    written_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("written_at", "pk")

    def __str__(self) -> str:
        return str(self.application)


def place_of_letter(letter: ApplicationLetter, name: str) -> str:
    """A name of chance, which nothing but the database knows; what it is called stands beside it."""
    return f"applications/{secrets.token_hex(16)}{Path(name).suffix.lower()}"


class ApplicationLetter(models.Model):
    """The letter of the county: a PDF or a picture, outside the media that entries show."""

    application = models.OneToOneField(Application, on_delete=models.CASCADE, related_name="letter")
    file = models.FileField(upload_to=place_of_letter)
    name = models.CharField(max_length=200)
    content_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    uploaded_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return str(self.application)


class ApplicationQuestion(models.Model):
    """The office asks back: only this part can be changed until it is answered."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="questions")
    part = models.CharField(_("part"), max_length=12, choices=ApplicationPart.choices)
    text = models.TextField(_("question"), max_length=2000)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    answer = models.TextField(_("answer"), blank=True, max_length=2000)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("asked_at", "pk")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["application"], condition=models.Q(answered_at=None), name="one_open_question_per_application"
            )
        ]

    def __str__(self) -> str:
        return str(self.application)


class ApplicationNote(models.Model):
    """What the office notes for itself; no applicant and no assessor ever reads it."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="notes")
    text = models.TextField(_("note"), max_length=4000)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    written_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("written_at", "pk")

    def __str__(self) -> str:
        return str(self.application)


class ApplicationOutcome(models.TextChoices):
    ACCEPTED = "accepted", _("accepted")
    CONDITIONS = "conditions", _("accepted with conditions")
    DECLINED = "declined", _("declined")


class ApplicationDecision(models.Model):
    """What the office decided, with its reason. The applicant learns of it only when somebody sends it."""

    application = models.OneToOneField(Application, on_delete=models.CASCADE, related_name="decision")
    outcome = models.CharField(_("decision"), max_length=12, choices=ApplicationOutcome.choices)
    reason = models.TextField(_("reason"), max_length=4000, help_text=_("The applicant reads this."))
    conditions = models.TextField(_("conditions"), blank=True, max_length=2000)
    way_back = models.TextField(_("way back"), blank=True, max_length=2000, help_text=_("How and when to apply again."))
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    decided_at = models.DateTimeField(default=timezone.now)
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    sent_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return str(self.application)


class SeatOffer(models.Model):
    """One of the two seats of a county that was accepted: the applicant's own, or kept for whom she named."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="seat_offers")
    email = models.EmailField(_("e-mail address"))
    name = models.CharField(_("name"), max_length=150)
    token_hash = models.CharField(max_length=64, unique=True)
    offered_at = models.DateTimeField(default=timezone.now)
    taken_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("offered_at", "pk")

    def __str__(self) -> str:
        return str(self.application)

    @property
    def principal(self) -> str:
        """What whoever comes by its link holds at the door."""
        return f"seat-offer:{self.pk}"
