"""Stored contents behind the door: one way of sending them. Whether somebody may have one, the caller has asked."""

from __future__ import annotations

import hashlib
from typing import Final

from django.core.files.storage import default_storage
from django.http import FileResponse, HttpRequest, HttpResponseNotModified
from django.http.response import HttpResponseBase

from plugins.api.errors import Missing

SHOWN_IN_THE_BROWSER: Final = ("application/pdf", "image/jpeg", "image/png", "image/webp", "image/gif")


def send_content(request: HttpRequest, path: str, kind: str, name: str) -> HttpResponseBase:
    """Pictures and PDF are shown, everything else is saved under this name. Raises Missing when the content is gone.

    A content never changes under its path, so the path is its tag.
    """
    etag = f'"{hashlib.blake2b(path.encode(), digest_size=12).hexdigest()}"'
    response: HttpResponseBase
    if etag in request.headers.get("If-None-Match", ""):
        response = HttpResponseNotModified()
    else:
        try:
            opened = default_storage.open(path)
        except FileNotFoundError as error:
            raise Missing from error
        is_saved = kind not in SHOWN_IN_THE_BROWSER
        response = FileResponse(opened, content_type=kind, as_attachment=is_saved, filename=name)
    response["ETag"] = etag
    response["Cache-Control"] = "private, no-cache"
    response["Vary"] = "Cookie"
    return response
