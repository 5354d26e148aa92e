"""How a decided draft becomes a recommendation of the knowledge base, who checked it, and what it came from."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cms.models import Entry
from workspace.models.decisions import Decision
from workspace.models.drafts import Draft, DraftVersion


class PublicationState(models.TextChoices):
    """How far it has come."""

    CHECKING = "checking", _("is being checked")
    SENT_BACK = "sent_back", _("sent back to the group")
    PUBLISHED = "published", pgettext_lazy("draft", "published")


class Publication(models.Model):
    """An adopted version that was handed to the editors. Each later revision of the recommendation is one more."""

    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="publications")
    version = models.ForeignKey(DraftVersion, on_delete=models.PROTECT, related_name="publications")
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="publications")
    entry = models.ForeignKey(Entry, null=True, on_delete=models.SET_NULL, related_name="draft_publications")
    """The recommendation; what it came from outlives its page."""
    state = models.CharField(max_length=12, choices=PublicationState.choices, default=PublicationState.CHECKING)
    submitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField(default=timezone.now)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    """When it was published or sent back."""
    end_reason = models.TextField(blank=True)
    """Why it was sent back."""

    class Meta:
        verbose_name = _("publication of a draft")
        verbose_name_plural = _("publications of drafts")
        ordering = ("-pk",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["draft"], condition=Q(state="checking"), name="one_publication_at_a_time_per_draft"
            )
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"

    @property
    def is_open(self) -> bool:
        return self.state == PublicationState.CHECKING


class PublicationCheck(models.Model):
    """Somebody signs that a text is neutral and gives away nothing confidential."""

    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="checks")
    digest = models.CharField(max_length=64)
    """SHA-256 of the text that was signed: another text needs another signature."""
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    signed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("check before publication")
        verbose_name_plural = _("checks before publication")
        ordering = ("pk",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["publication", "digest", "signed_by"], name="one_signature_per_person_and_text"
            )
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"


class OriginKind(models.TextChoices):
    """How one draft came from another."""

    MERGED = "merged", _("merged into this one")
    SPLIT = "split", _("this one was taken out of it")


class DraftOrigin(models.Model):
    """A draft from which this one came, with the version that it had then."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="origins")
    source = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="successors")
    version = models.ForeignKey(DraftVersion, on_delete=models.PROTECT, related_name="successors")
    kind = models.CharField(max_length=8, choices=OriginKind.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("origin of a draft")
        verbose_name_plural = _("origins of drafts")
        ordering = ("pk",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["draft", "source", "kind"], name="one_origin_per_draft")
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"
