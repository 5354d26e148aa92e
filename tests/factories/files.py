"""Files on the shelves of groups, brought as people bring them."""

from __future__ import annotations

import io

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from cms.accounts.models import User
from plugins.api.actors import actor_for
from workspace.actions.attachments import Attachment, keep_for_post
from workspace.actions.files import upload_file
from workspace.models import GroupFile, WorkingGroup


def make_upload(content: bytes | str = "Vier Treffen.", name: str = "protokoll.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content.encode() if isinstance(content, str) else content)


def make_photo(name: str = "ortstermin.jpg", *, size: tuple[int, int] = (1200, 800)) -> SimpleUploadedFile:
    """A picture as a telephone takes it: it says where it was taken, and by whom."""
    picture = Image.new("RGB", size, (80, 120, 60))
    exif = picture.getexif()
    exif[0x013B] = "Alex Auental"
    exif.get_ifd(0x8825)[2] = (50.0, 7.0, 30.0)
    out = io.BytesIO()
    picture.save(out, "JPEG", exif=exif)
    return SimpleUploadedFile(name, out.getvalue(), "image/jpeg")


def make_attachment(
    content: bytes | str | SimpleUploadedFile = "Anhang", name: str = "anhang.txt", *, by: User, alt: str = ""
) -> Attachment:
    """A file that waits for its post."""
    upload = content if isinstance(content, SimpleUploadedFile) else make_upload(content, name)
    return Attachment(keep_for_post(upload, actor=actor_for(by)), alt)


def put_down(
    group: WorkingGroup, by: User, content: bytes | str = "Vier Treffen.", name: str = "protokoll.txt", **said: str
) -> GroupFile:
    """A file of the group, with the title and note that are given."""
    return upload_file(group, make_upload(content, name), actor=actor_for(by), **said)
