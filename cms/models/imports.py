"""What an import has brought in: lets a second run change nothing and notice that somebody has edited since."""

from __future__ import annotations

from django.db import models
from wagtail.models import Revision

from cms.models.entry import Entry


class ImportedEntry(models.Model):
    """The line of a source that an entry came from, as a digest, and the revision that the import left behind."""

    entry = models.OneToOneField(Entry, on_delete=models.CASCADE, primary_key=True, related_name="imported")
    digest = models.CharField(max_length=64)
    revision = models.ForeignKey(Revision, null=True, on_delete=models.SET_NULL, related_name="+")
    imported_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"{self.entry_id}: {self.digest[:8]}"
