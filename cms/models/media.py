"""Pictures and files. Who may fetch one follows from the layers that show it (`ProjectionMedia`)."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.documents.models import Document as WagtailDocument
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.images.models import Image as WagtailImage

from cms.extracting.outcome import Failure


class Picture(AbstractImage):
    """A picture with its source; what it shows is said where it stands."""

    credit = models.CharField(_("source of the picture"), max_length=255, blank=True)

    admin_form_fields = (*WagtailImage.admin_form_fields, "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")


class PictureRendition(AbstractRendition):
    """A picture in one size."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)


class File(AbstractDocument):
    """A file to download; its size stands beside every link to it."""

    admin_form_fields = WagtailDocument.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = _("file")
        verbose_name_plural = _("files")

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.file and not self.file._committed:
            self.file_size = self.file.size
            self._set_file_hash()  # another content is another hash: by it FileText knows what it is a text of
        super().save(*args, **kwargs)


class FileText(models.Model):
    """What stands in a file, for the search; or why that could not be read. Read once for each content of the file."""

    READER = 1
    """Raise it when files give another text than before: `check_index` then names all of them as outdated."""
    FAILURES = (
        (Failure.TOO_LARGE.value, _("The file is larger than 25 MB.")),
        (
            Failure.UNKNOWN.value,
            _("Files of this kind are not read: only PDF, Word, Excel, PowerPoint, ODT and plain text."),
        ),
        (Failure.PROTECTED.value, _("A password protects it.")),
        (Failure.DAMAGED.value, _("The file is damaged, or missing.")),
        (Failure.TOO_LONG.value, _("Reading it took longer than 30 seconds.")),
        (Failure.TOO_MUCH.value, _("Unpacked it is too large.")),
        (
            Failure.EMPTY.value,
            _("It holds no text. Perhaps its pages are pictures; then text recognition (OCR) would help."),
        ),
    )

    file = models.OneToOneField(File, on_delete=models.CASCADE, primary_key=True, related_name="kept_text")
    text = models.TextField(blank=True)
    failure = models.CharField(max_length=10, choices=FAILURES, blank=True)
    is_cut = models.BooleanField(default=False)
    """The file goes on where the text ends."""
    reader = models.PositiveIntegerField()
    path = models.CharField(max_length=100)
    digest = models.CharField(max_length=40, blank=True)
    """`file` and `file_hash` of the content that was read."""
    read_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"text of file {self.file_id}"

    def is_of(self, file: File) -> bool:
        """Whether this is what the file holds now."""
        return (self.reader, self.path, self.digest) == (self.READER, file.file.name, file.file_hash)
