"""Pictures and files on their way in: what they claim to be they have to be, and pictures leave at the door where
they were taken.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from cms.file_contents import PictureField, is_what_it_says
from cms.queries.files import state_of_text


class PictureForm(BaseImageForm):
    """A picture leaves at the door what the camera wrote down about place and owner."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if field := self.fields.get("file"):
            self.fields["file"] = PictureField(label=field.label, required=field.required, widget=field.widget)


class FileForm(BaseDocumentForm):
    """A file is what its name says; web pages, drawings with scripts and programs are no files to download."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and "file" in self.fields:
            self.fields["file"].help_text = state_of_text(self.instance)

    def _post_clean(self) -> None:
        """After Wagtail has looked at size and ending: one sentence at a time."""
        super()._post_clean()
        if "file" in self.errors:
            self.errors["file"].data = self.errors["file"].data[:1]
            return
        file = self.cleaned_data.get("file")
        if "file" not in self.changed_data or not isinstance(file, UploadedFile):
            return
        extension = Path(file.name or "").suffix.lower()
        if not is_what_it_says(extension, file):
            self.add_error(
                "file",
                _("The content of this file does not fit the ending “%s” of its name. Please save it in that format.")
                % extension,
            )
