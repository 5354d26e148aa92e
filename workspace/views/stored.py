"""Contents behind the door: whoever reads the file or the post fetches it, and nobody else learns that it is there."""

from __future__ import annotations

import hashlib

from csp.constants import SELF
from csp.decorators import csp_update
from django.core.files.storage import default_storage
from django.http import FileResponse, HttpRequest, HttpResponseNotModified
from django.http.response import HttpResponseBase

from plugins.api.adapters.http import actor_of
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Missing
from workspace.queries.stored_files import stored_file_for

SHOWN_IN_THE_BROWSER = ("application/pdf", "image/jpeg", "image/png", "image/webp", "image/gif")


@answers(Rule.DOOR)
@csp_update({"object-src": [SELF], "frame-src": [SELF]})  # type: ignore[arg-type]  # written for views without parts
def content(request: HttpRequest, pk: int, name: str) -> HttpResponseBase:
    """The whole content under its own name. Pictures and PDF are shown, everything else is saved."""
    stored = stored_file_for(actor_of(request), pk)
    if stored.name != name:
        raise Missing
    return _send(request, stored.path, stored.kind, name, inline=stored.kind in SHOWN_IN_THE_BROWSER)


@answers(Rule.DOOR)
def small(request: HttpRequest, pk: int) -> HttpResponseBase:
    """A picture in the size in which it stands beside words."""
    stored = stored_file_for(actor_of(request), pk)
    if not stored.small:
        raise Missing
    return _send(request, stored.small.name or "", "image/webp", "", inline=True)


def _send(request: HttpRequest, path: str, kind: str, name: str, *, inline: bool) -> HttpResponseBase:
    """A content never changes under its path, so the path is its tag."""
    etag = f'"{hashlib.blake2b(path.encode(), digest_size=12).hexdigest()}"'
    response: HttpResponseBase
    if etag in request.headers.get("If-None-Match", ""):
        response = HttpResponseNotModified()
    else:
        try:
            opened = default_storage.open(path)
        except FileNotFoundError as error:
            raise Missing from error
        response = FileResponse(opened, content_type=kind, as_attachment=not inline, filename=name)
    response["ETag"] = etag
    response["Cache-Control"] = "private, no-cache"
    response["Vary"] = "Cookie"
    return response
