"""What pictures and files are, whatever their names say; pictures leave behind where they were taken."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import filetype
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps
from wagtail.images.fields import WagtailImageField

from cms.extracting.recognising import MARKUP, OFFICE_FOLDERS, OPEN_DOCUMENT

EXIF_ORIENTATION = 0x0112
REWRITTEN_QUALITY = 92

UNREADABLE = (OSError, ValueError, SyntaxError, Image.DecompressionBombError)
"""What Pillow raises on a picture that ends too early or says nonsense about itself."""


class PictureField(WagtailImageField):
    """Wagtail checks size and format; a picture that breaks off in the middle would break the form too."""

    default_error_messages = {
        "damaged": _("This picture is damaged and cannot be read. Please save it anew and upload it again.")
    }

    def to_python(self, data: Any) -> Any:
        try:
            file = super().to_python(data)
            return without_metadata(file) if isinstance(file, UploadedFile) else file
        except UNREADABLE as error:
            raise ValidationError(self.error_messages["damaged"], code="damaged") from error


def without_metadata(file: UploadedFile) -> UploadedFile:
    """The same picture, upright, without EXIF, GPS, XMP and comments; the file itself where it holds none.

    Raises OSError or ValueError for a picture that cannot be read to its end.
    """
    file.seek(0)
    picture = Image.open(file)
    picture.load()
    if picture.format == "GIF" or not _has_metadata(picture):
        file.seek(0)
        return file
    out = io.BytesIO()
    kept = {"exif": b"", "icc_profile": picture.info.get("icc_profile")}
    if getattr(picture, "is_animated", False) and picture.format != "MPO":
        picture.save(out, picture.format, save_all=True, **kept)
    elif picture.format == "JPEG" and picture.getexif().get(EXIF_ORIENTATION, 1) == 1:
        picture.save(out, "JPEG", quality="keep", comment=b"", xmp=b"", **kept)
    else:
        turned = ImageOps.exif_transpose(picture)
        turned.info.clear()
        # phones write several pictures into one JPEG (MPO); the first is the one that they show
        turned.save(out, "JPEG" if picture.format == "MPO" else picture.format, quality=REWRITTEN_QUALITY, **kept)
    return SimpleUploadedFile(file.name or "", out.getvalue(), file.content_type or "")


def is_what_it_says(extension: str, file: UploadedFile) -> bool:
    """Whether the content is of the kind that the ending of the name promises."""
    file.seek(0)
    start = file.read(8192)
    file.seek(0)
    match extension:
        case ".pdf":
            return bool(filetype.guess_mime(start) == "application/pdf")
        case ".docx" | ".xlsx" | ".pptx" | ".odt":
            return _is_office_document(extension, file)
        case ".txt" | ".csv":
            return _is_plain_text(start)
    return False


def _is_office_document(extension: str, file: UploadedFile) -> bool:
    try:
        with zipfile.ZipFile(file) as parts:
            if extension == ".odt":
                with parts.open("mimetype") as kind:
                    return kind.read(len(OPEN_DOCUMENT) + 1).strip() == OPEN_DOCUMENT
            names = parts.namelist()
    except (zipfile.BadZipFile, KeyError, OSError, RuntimeError, NotImplementedError):
        return False
    finally:
        file.seek(0)
    return "[Content_Types].xml" in names and any(name.startswith(OFFICE_FOLDERS[extension[1:]]) for name in names)


def _is_plain_text(start: bytes) -> bool:
    if b"\0" in start or filetype.guess(start) is not None:
        return False
    return not start.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(MARKUP)


def _has_metadata(picture: Image.Image) -> bool:
    told = {"exif", "xmp", "comment", "photoshop", "XML:com.adobe.xmp", "Raw profile type exif"}
    return bool(picture.getexif()) or not told.isdisjoint(picture.info) or bool(getattr(picture, "text", None))
