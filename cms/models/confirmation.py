"""Asking the source county before something is published: one version, one person, her suggestions and her answer."""

from __future__ import annotations

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model_string
from wagtail.images import get_image_model_string
from wagtail.models import Revision

from cms.models.entry import Entry


class CountyAnswer(models.TextChoices):
    """What somebody answers for their county."""

    NAMED = "named", _("Agrees, and may be named")
    UNNAMED = "unnamed", _("Agrees, without being named")
    REFUSED = "refused", _("Does not agree")


class Confirmation(models.Model):
    """One request to one person: is this version right, and may it be published?

    Until it is answered or withdrawn she reads that version; afterwards only what she herself said.
    """

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="confirmations")
    revision = models.ForeignKey(Revision, null=True, on_delete=models.SET_NULL, related_name="+")
    content = models.JSONField(encoder=DjangoJSONEncoder)
    """The version as it was when she was asked: Wagtail overwrites a draft while somebody goes on typing."""
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("person"), on_delete=models.PROTECT, related_name="confirmations"
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    asked_at = models.DateTimeField(_("asked at"), default=timezone.now)
    note = models.TextField(_("note"), blank=True, max_length=1000)
    answer = models.CharField(_("answer"), max_length=10, choices=CountyAnswer.choices, blank=True)
    answer_note = models.TextField(_("note"), blank=True, max_length=2000)
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    OPEN = Q(answered_at=None, withdrawn_at=None)

    class Meta:
        verbose_name = _("confirmation")
        verbose_name_plural = _("confirmations")
        ordering = ("-asked_at", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "person"],
                condition=Q(answered_at=None, withdrawn_at=None),
                name="one_open_confirmation_per_person",
            )
        ]

    def __str__(self) -> str:
        """A number: titles of drafts are nobody else's business."""
        return f"#{self.pk}"

    @property
    def is_open(self) -> bool:
        return self.answered_at is None and self.withdrawn_at is None

    @property
    def is_agreed(self) -> bool:
        return self.answer in (CountyAnswer.NAMED, CountyAnswer.UNNAMED)

    @property
    def is_agreed_without_name(self) -> bool:
        return self.answer == CountyAnswer.UNNAMED

    @property
    def title(self) -> str:
        """What the entry was called in the version in question."""
        return str(self.content.get("title", ""))


class ConfirmationMedia(models.Model):
    """Which pictures and files the version shows: whoever is asked may fetch them as long as she may read it."""

    confirmation = models.ForeignKey(Confirmation, on_delete=models.CASCADE, related_name="media_rows")
    picture = models.ForeignKey(get_image_model_string(), null=True, on_delete=models.CASCADE, related_name="+")
    file = models.ForeignKey(get_document_model_string(), null=True, on_delete=models.CASCADE, related_name="+")

    def __str__(self) -> str:
        return f"{self.confirmation_id} shows {self.picture_id or self.file_id}"


class Suggestion(models.Model):
    """Another wording for one part of the version in question: the whole part, or one passage of it."""

    class State(models.TextChoices):
        OPEN = "open", _("Not decided yet")
        ACCEPTED = "accepted", _("Accepted")
        DECLINED = "declined", _("Declined")
        STALE = "stale", _("Outdated")

    confirmation = models.ForeignKey(Confirmation, on_delete=models.CASCADE, related_name="suggestions")
    part = models.CharField(_("part"), max_length=40)
    """The name of a field of the entry (`cms.suggesting.parts_of`)."""
    passage = models.TextField(_("passage"), blank=True)
    """What is to be replaced; empty where the whole part is meant."""
    wording = models.TextField(_("proposed wording"), blank=True)
    why = models.TextField(_("why"), blank=True)
    made_at = models.DateTimeField(_("made at"), default=timezone.now)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.OPEN)
    reason = models.TextField(_("reason"), blank=True)
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("suggestion")
        verbose_name_plural = _("suggestions")
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.confirmation_id}: {self.part}"

    @property
    def is_open(self) -> bool:
        return self.state == self.State.OPEN
