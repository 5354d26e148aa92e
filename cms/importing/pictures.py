"""Pictures of documents: found in the file or beside it, never fetched; checked and stripped like every upload."""

from __future__ import annotations

import base64
import binascii
import io
import re
from pathlib import Path
from urllib.parse import unquote, unquote_to_bytes, urlsplit

import filetype
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.utils.translation import gettext as _
from PIL import Image

from cms.file_contents import UNREADABLE, PictureField
from cms.importing.documents import LARGEST_DOCUMENT, Document, NotReadable

LONGEST_SIDE = 2400
"""In pixels: half as much again as the widest size in which a picture is shown."""
SMALLEST_SIDE = 16
"""In pixels: what is narrower is a line, a bullet or a counter."""
NAME = "bild"
"""Addresses of pictures are for readers, names of documents are not."""
_DATA = re.compile(r"data:(?P<kind>[\w/+.-]*)(?P<details>[^,]*),(?P<content>.*)", re.DOTALL | re.IGNORECASE)


def picture_of(source: str, document: Document) -> UploadedFile:
    """The picture that an `img` with this `src` shows, ready to be stored. Raises NotReadable."""
    content = _content(source.strip(), document)
    found = filetype.guess(content[:8192])
    extension = found.extension if found else ""
    if extension not in settings.WAGTAILIMAGES_EXTENSIONS:
        kinds = ", ".join(settings.WAGTAILIMAGES_EXTENSIONS).upper()
        raise NotReadable(_("its format cannot be shown; there are %s") % kinds)
    file = SimpleUploadedFile(f"{NAME}.{extension}", content)
    try:
        return _made_smaller(PictureField().clean(file))
    except ValidationError as error:
        raise NotReadable(" ".join(error.messages).rstrip(".")) from error
    except UNREADABLE as error:
        raise NotReadable(_("it is damaged")) from error


def _content(source: str, document: Document) -> bytes:
    if source in document.parts:
        if not document.parts[source]:
            raise NotReadable(_("it is missing in the file"))
        return document.parts[source]
    if source[:5].lower() == "data:":
        return _written_in_the_text(source)
    try:
        address = urlsplit(source)
    except ValueError:
        raise NotReadable(_("its address makes no sense")) from None
    if address.scheme or address.netloc or not address.path:
        raise NotReadable(_("it lies on another server and was not fetched: %s") % source[:100])
    if document.folder is None:
        raise NotReadable(_("it does not lie in the file: %s") % source[:100])
    path = _inside(document.folder, unquote(address.path))
    document.beside[path] = path.read_bytes()
    return document.beside[path]


def _written_in_the_text(source: str) -> bytes:
    parts = _DATA.fullmatch(source)
    try:
        if parts and parts["details"].lower().endswith(";base64"):
            return base64.b64decode(unquote(re.sub(r"\s", "", parts["content"])), validate=False)
        return unquote_to_bytes(parts["content"]) if parts else b""
    except (binascii.Error, ValueError):
        raise NotReadable(_("it is damaged")) from None


def _inside(folder: Path, path: str) -> Path:
    """The file, wherever links lead; one outside of the folder is as good as none."""
    try:
        found = (folder / path).resolve(strict=True)
        if found.is_relative_to(folder.resolve()) and found.is_file() and found.stat().st_size <= LARGEST_DOCUMENT:
            return found
    except (OSError, ValueError, RuntimeError):
        pass
    raise NotReadable(_("it does not lie in the folder of the file: %s") % path[:100])


def _made_smaller(file: UploadedFile) -> UploadedFile:
    file.seek(0)
    picture = Image.open(file)
    if min(picture.size) < SMALLEST_SIDE:
        raise NotReadable(_("it is smaller than %d pixels") % SMALLEST_SIDE)
    if max(picture.size) <= LONGEST_SIDE or getattr(picture, "is_animated", False):
        file.seek(0)
        return file
    kind, profile = picture.format, picture.info.get("icc_profile")
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    out = io.BytesIO()
    picture.save(out, kind, quality=88, icc_profile=profile)
    return SimpleUploadedFile(file.name or "", out.getvalue(), file.content_type or "")
