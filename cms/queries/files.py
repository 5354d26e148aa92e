"""What is known of the texts inside files."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from cms.models import File, FileText


def unread_files() -> QuerySet[File]:
    """Files whose present content nobody has read yet."""
    same = {"file": OuterRef("pk"), "path": OuterRef("file"), "digest": OuterRef("file_hash")}
    known = FileText.objects.filter(reader=FileText.READER, **same)
    return File.objects.exclude(Exists(known)).order_by("pk")


def state_of_text(file: File) -> str:
    """For whoever looks after the file: whether its text is found."""
    known = FileText.objects.filter(file=file).first()
    if known is None or not known.is_of(file):
        return _("Its text is being read, for the search.")
    if known.failure:
        return _("Its text could not be read: %s") % known.get_failure_display()
    if known.is_cut:
        return _("The beginning of its text is found by the search; the file is too long to be read whole.")
    return _("Its text is found by the search.")
