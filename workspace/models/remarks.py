"""What readers say beside the text of a draft: comments on a passage, and other words for it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.models import County
from workspace.models.drafts import Draft


class Remark(models.Model):
    """What both have: whose it is, and the passage as it read when chosen. A mark in the text keeps its place."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="%(class)ss")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    county = models.ForeignKey(County, null=True, on_delete=models.PROTECT, related_name="%(class)ss")
    """The county for which the author spoke; it stays when the name goes."""
    quote = models.TextField(blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        abstract = True
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"#{self.pk}"


class DraftComment(Remark):
    """Something said about a passage, or about the draft as a whole; answers hang on it."""

    answers_to = models.ForeignKey("self", null=True, on_delete=models.CASCADE, related_name="answers")
    text = models.TextField(_("comment"))
    resolved_at = models.DateTimeField(null=True)
    resolved_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    deleted_at = models.DateTimeField(null=True)

    class Meta(Remark.Meta):
        verbose_name = _("comment on a draft")
        verbose_name_plural = _("comments on drafts")

    @property
    def mark(self) -> str:
        """The name of its place in the text."""
        return f"c{self.pk}"

    @property
    def is_resolved(self) -> bool:
        return self.resolved_at is not None

    @property
    def is_deleted(self) -> bool:
        return self.deleted_at is not None


class SuggestionState(models.TextChoices):
    """What became of a suggestion."""

    OPEN = "open", _("open")
    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("declined")
    WITHDRAWN = "withdrawn", _("taken back")


class DraftSuggestion(Remark):
    """Other words for a passage. It is stale once the passage no longer reads as it did."""

    replacement = models.TextField(_("new words"), blank=True)
    reason = models.TextField(_("why"), blank=True)
    state = models.CharField(max_length=10, choices=SuggestionState.choices, default=SuggestionState.OPEN)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    decision_reason = models.TextField(blank=True)

    class Meta(Remark.Meta):
        verbose_name = _("suggestion for a draft")
        verbose_name_plural = _("suggestions for drafts")

    @property
    def mark(self) -> str:
        """The name of its place in the text."""
        return f"s{self.pk}"

    @property
    def is_open(self) -> bool:
        return self.state == SuggestionState.OPEN
