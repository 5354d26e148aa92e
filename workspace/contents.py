"""What people bring along, looked at before it is kept: of a kind that can be shown, not too large, without a trace of
where a picture was taken.
"""

from __future__ import annotations

import io
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from PIL import Image

from cms.file_contents import PictureField, is_what_it_says
from plugins.api.errors import Invalid

OFFICE: Final = "application/vnd.openxmlformats-officedocument"
DOCUMENTS: Final = {
    ".pdf": "application/pdf",
    ".docx": f"{OFFICE}.wordprocessingml.document",
    ".xlsx": f"{OFFICE}.spreadsheetml.sheet",
    ".pptx": f"{OFFICE}.presentationml.presentation",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".txt": "text/plain",
    ".csv": "text/csv",
}
PICTURES: Final = {
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
    ".gif": "image/gif",
}
ACCEPTED: Final = ",".join((*DOCUMENTS, *PICTURES))
"""For the browser, which then offers only these."""
MOST_BYTES: Final[int] = settings.WAGTAILDOCS_MAX_UPLOAD_SIZE
MOST_PICTURE_BYTES: Final[int] = settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE
LONGEST_NAME: Final = 150
SMALL: Final = (640, 640)
"""Pixels in which a picture is shown in passing."""


@dataclass(frozen=True)
class Content:
    """A file that may be kept."""

    file: UploadedFile
    name: str
    kind: str
    size: int
    width: int | None = None
    height: int | None = None
    small: ContentFile[bytes] | None = None


def examined(upload: UploadedFile) -> Content:
    """What may be kept of it. Raises Invalid at `file`; the sentence names the file and says what would help."""
    name = tidy_name(upload.name or "")
    extension = Path(name).suffix.lower()
    if extension in PICTURES:
        return _picture(upload, name, PICTURES[extension])
    if extension not in DOCUMENTS:
        raise _refused(_("“%(name)s” is of a kind that is not taken. %(kinds)s"), name, kinds=kinds_in_words())
    if not upload.size:
        raise _refused(_("“%(name)s” is empty."), name)
    if upload.size > MOST_BYTES:
        raise _too_large(name, MOST_BYTES)
    if not is_what_it_says(extension, upload):
        raise _refused(
            _("The content of “%(name)s” does not fit the ending of its name. Please save it anew in that format."),
            name,
        )
    return Content(upload, name, DOCUMENTS[extension], upload.size)


def kinds_in_words() -> str:
    """What is taken, for people."""
    return _(
        "PDF, Word, Excel, PowerPoint, ODT, plain text and CSV up to %(files)d MB are taken, and pictures (JPG, PNG, "
        "WebP, GIF) up to %(pictures)d MB."
    ) % {"files": MOST_BYTES // 2**20, "pictures": MOST_PICTURE_BYTES // 2**20}


def tidy_name(name: str) -> str:
    """A name that stands in addresses and headers: no folders, nothing invisible, not too long, with its ending."""
    visible = "".join(sign for sign in unicodedata.normalize("NFC", name) if unicodedata.category(sign)[0] != "C")
    path = Path(" ".join(visible.replace("\\", "/").rpartition("/")[2].split()))
    return f"{path.stem[: LONGEST_NAME - len(path.suffix)]}{path.suffix}"


def title_of(name: str) -> str:
    """What a file is called before anybody gives it a title."""
    return Path(name).stem.replace("_", " ").strip() or name


def _picture(upload: UploadedFile, name: str, kind: str) -> Content:
    if (upload.size or 0) > MOST_PICTURE_BYTES:
        raise _too_large(name, MOST_PICTURE_BYTES)
    try:
        file = PictureField().clean(upload)
    except ValidationError as error:
        raise Invalid({"file": [f"“{name}”: {sentence}" for sentence in error.messages]}) from error
    file.seek(0)
    with Image.open(file) as picture:
        width, height = picture.size
        small = _small(picture)
    file.seek(0)
    return Content(file, name, kind, file.size, width, height, small)


def _small(picture: Image.Image) -> ContentFile[bytes]:
    """The first frame, in a size that costs readers little."""
    shown = picture.convert("RGBA" if "A" in picture.getbands() or "transparency" in picture.info else "RGB")
    shown.thumbnail(SMALL)
    out = io.BytesIO()
    shown.save(out, "WEBP", quality=80)
    return ContentFile(out.getvalue(), name="small.webp")


def _too_large(name: str, most: int) -> Invalid:
    sentence = _("“%(name)s” is larger than %(most)d MB. Please make it smaller, for example by saving it as a PDF.")
    return _refused(sentence, name, most=most // 2**20)


def _refused(sentence: str, name: str, **more: object) -> Invalid:
    return Invalid({"file": [sentence % {"name": name, **more}]})
