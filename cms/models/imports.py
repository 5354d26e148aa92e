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


class ImportedFile(models.Model):
    """A file that was brought in as a draft. It outlives the draft: what somebody deleted does not come back by itself.

    The key holds the name of the file. It is kept here and not with the entry, whose key everybody may read.
    """

    key = models.CharField(max_length=200, unique=True)
    digest = models.CharField(max_length=64)
    entry = models.ForeignKey(Entry, null=True, on_delete=models.SET_NULL, related_name="files_brought_in")
    revision = models.ForeignKey(Revision, null=True, on_delete=models.SET_NULL, related_name="+")
    imported_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return self.key
