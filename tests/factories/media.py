"""Pictures and files with real content on disk."""

from __future__ import annotations

import io

from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from PIL import Image

from cms.models import File, Picture


def make_picture(title: str = "Dorfstraße", *, name: str = "dorf.png", size: tuple[int, int] = (900, 600)) -> Picture:
    """A picture of one colour, in pixels."""
    content = io.BytesIO()
    Image.new("RGB", size, (80, 120, 60)).save(content, "PNG")
    return Picture.objects.create(title=title, file=ImageFile(content, name=name))


def make_file(
    title: str = "Muster", *, name: str = "muster.txt", content: bytes = b"Muster einer Vereinbarung"
) -> File:
    return File.objects.create(title=title, file=ContentFile(content, name=name))
