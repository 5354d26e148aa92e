"""The letter of the county: looked at before it is kept, and gone from the disk when it goes."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Final

import filetype
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from plugins.api.access import Actor, require
from plugins.api.errors import Invalid
from plugins.membership.actions.applications import insist_on_open, locked
from plugins.membership.models import Application, ApplicationLetter, ApplicationPart

KINDS: Final = {"application/pdf": ".pdf", "image/jpeg": ".jpg", "image/png": ".png"}
"""What is taken, as the content itself says it, and the ending it then gets."""
ACCEPTED: Final = ".pdf,.jpg,.jpeg,.png"
MOST_BYTES: Final = 10 * 2**20
BEGINNING: Final = 8192
LONGEST_STEM: Final = 120


@transaction.atomic
def upload_letter(application: Application, upload: UploadedFile, *, actor: Actor) -> ApplicationLetter:
    """The letter, in the place of one that was there. Raises Invalid at `file`."""
    application = locked(application)
    require(actor, "write", application)
    insist_on_open(application, ApplicationPart.LETTER)
    kind = _examined(upload)

    remove(application)
    letter = ApplicationLetter(
        application=application,
        name=_name(upload.name or "", KINDS[kind]),
        content_type=kind,
        size=upload.size or 0,
    )
    letter.file.save(letter.name, upload, save=False)
    letter.save()
    _saved(application)
    return letter


@transaction.atomic
def remove_letter(application: Application, *, actor: Actor) -> None:
    """There is none any more."""
    application = locked(application)
    require(actor, "write", application)
    insist_on_open(application, ApplicationPart.LETTER)
    remove(application)
    _saved(application)


def remove(application: Application) -> None:
    """Row and content go together."""
    for letter in ApplicationLetter.objects.filter(application=application):
        path = letter.file.name or ""
        letter.delete()
        transaction.on_commit(lambda path=path: default_storage.delete(path))  # type: ignore[misc]


def _saved(application: Application) -> None:
    application.saved_at = timezone.now()
    application.save(update_fields=["saved_at"])


def _examined(upload: UploadedFile) -> str:
    """The kind that the content has, whatever its name says."""
    if not upload.size:
        raise _refused(_("The file is empty. Please choose it again."))
    if upload.size > MOST_BYTES:
        raise _refused(
            _("The file is larger than %(most)d MB. Please scan the letter in a lower resolution.")
            % {"most": MOST_BYTES // 2**20}
        )
    upload.seek(0)
    found = filetype.guess(upload.read(BEGINNING))
    upload.seek(0)
    if found is None or found.mime not in KINDS:
        raise _refused(_("This is neither a PDF nor a picture (JPG, PNG). Please save the letter as a PDF."))
    return str(found.mime)


def _refused(sentence: str) -> Invalid:
    return Invalid({"file": [sentence]})


def _name(name: str, ending: str) -> str:
    """What it is called when somebody saves it: no folders, nothing invisible, the ending of its content."""
    visible = "".join(sign for sign in unicodedata.normalize("NFC", name) if unicodedata.category(sign)[0] != "C")
    stem = Path(visible.replace("\\", "/").rpartition("/")[2]).stem.strip()[:LONGEST_STEM]
    return f"{stem or 'Schreiben'}{ending}"
