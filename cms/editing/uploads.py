"""Pictures and files on their way in: what they claim to be they have to be, and pictures leave at the door where
they were taken.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import filetype
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from PIL import Image, ImageOps
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

LARGEST_FILE = 20 * 1024 * 1024
"""In bytes; what is larger does not come through a county's network anyway."""
OFFICE_FOLDERS = {".docx": "word/", ".xlsx": "xl/", ".pptx": "ppt/"}
OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.text"
MARKUP = (b"<!doctype", b"<html", b"<svg", b"<?xml", b"<script", b"<head", b"<body")
EXIF_ORIENTATION = 0x0112
REWRITTEN_QUALITY = 92


class PictureForm(BaseImageForm):
    """Wagtail has checked size and format; what the camera wrote down about place and owner is taken out."""

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if "file" not in self.changed_data or not isinstance(file, UploadedFile):
            return file
        try:
            return without_metadata(file)
        except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
            raise ValidationError(
                _("This picture is damaged and cannot be read. Please save it anew and upload it again.")
            ) from error


class FileForm(BaseDocumentForm):
    """A file is what its name says; web pages, drawings with scripts and programs are no files to download."""

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if "file" not in self.changed_data or not isinstance(file, UploadedFile):
            return file
        if file.size is not None and file.size > LARGEST_FILE:
            raise ValidationError(
                _("This file is too large (%(size)s). Files may have up to %(largest)s.")
                % {"size": filesizeformat(file.size), "largest": filesizeformat(LARGEST_FILE)}
            )
        extension = Path(file.name or "").suffix.lower()
        if not is_what_it_says(extension, file):
            raise ValidationError(
                _("The content of this file does not fit the ending “%s” of its name. Please save it in that format.")
                % extension
            )
        return file


def without_metadata(file: UploadedFile) -> UploadedFile:
    """The same picture, upright, without EXIF, GPS, XMP and comments; the file itself where it holds none.

    Raises OSError or ValueError for a picture that cannot be read to its end.
    """
    file.seek(0)
    picture = Image.open(file)
    kind = picture.format or ""
    picture.load()
    if kind == "GIF" or not _has_metadata(picture):
        file.seek(0)
        return file
    kept = {"icc_profile": picture.info.get("icc_profile")}
    upright = picture.getexif().get(EXIF_ORIENTATION, 1) == 1
    out = io.BytesIO()
    if kind == "JPEG" and upright:
        picture.save(out, kind, quality="keep", exif=b"", comment=b"", xmp=b"", **kept)
    else:
        turned = ImageOps.exif_transpose(picture)
        turned.info.clear()
        turned.save(out, kind, quality=REWRITTEN_QUALITY, exif=b"", **kept)
    return SimpleUploadedFile(file.name or "", out.getvalue(), file.content_type)


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
    return "[Content_Types].xml" in names and any(name.startswith(OFFICE_FOLDERS[extension]) for name in names)


def _is_plain_text(start: bytes) -> bool:
    if b"\0" in start or filetype.guess(start) is not None:
        return False
    return not start.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(MARKUP)


def _has_metadata(picture: Image.Image) -> bool:
    told = {"exif", "xmp", "comment", "photoshop", "XML:com.adobe.xmp", "Raw profile type exif"}
    return bool(picture.getexif()) or not told.isdisjoint(picture.info) or bool(getattr(picture, "text", None))
