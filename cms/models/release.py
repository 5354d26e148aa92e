"""Which versions members got, and which of them were released to everybody: kept as data, never deleted."""

from __future__ import annotations

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision

from cms.models.entry import Entry


class Publication(models.Model):
    """One published version of the full text: number 1, 2, 3 … of the members' layer."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="publications")
    number = models.PositiveIntegerField(_("version"))
    revision = models.ForeignKey(Revision, null=True, on_delete=models.SET_NULL, related_name="+")
    published_at = models.DateTimeField(_("published at"))
    note = models.CharField(_("what has changed?"), max_length=300, blank=True)
    """For members: what is different from the version before."""
    content = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    """What was published: it outlives the purging of revisions. None for versions from before this was kept."""

    class Meta:
        constraints = [models.UniqueConstraint(fields=["entry", "number"], name="one_publication_per_number")]
        ordering = ("number",)

    def __str__(self) -> str:
        return f"{self.entry_id} v{self.number}"


class Release(models.Model):
    """One decision to let everybody read: taken by a person who did not write what is released, or by an import."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="releases")
    number = models.PositiveIntegerField(_("version"))
    revision = models.ForeignKey(Revision, null=True, on_delete=models.SET_NULL, related_name="+")
    content = models.JSONField(encoder=DjangoJSONEncoder)
    """The revision's content as it was released: it outlives the purging of revisions."""
    whole_text = models.BooleanField(_("whole text"))
    released_at = models.DateTimeField(_("released at"))
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    checklist = models.JSONField(default=dict, blank=True, encoder=DjangoJSONEncoder)
    """The four answers of the releaser, who signs them with name and date; empty for an import (`cms.checklist`)."""
    confirmations = models.ManyToManyField("cms.Confirmation", blank=True, related_name="releases")
    """What the county had answered by then: the evidence for the answer to “Does the county agree?”."""
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["entry", "number"], name="one_release_per_number")]
        ordering = ("number",)

    def __str__(self) -> str:
        return f"{self.entry_id} r{self.number}"
