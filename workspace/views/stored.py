"""Contents behind the door: whoever reads the file or the post fetches it, and nobody else learns that it is there."""

from __future__ import annotations

from csp.constants import SELF
from csp.decorators import csp_update
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from plugins.api.adapters.contents import send_content
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Missing
from workspace.queries.stored_files import stored_file_for


@answers(Rule.DOOR)
@csp_update({"object-src": [SELF], "frame-src": [SELF]})  # type: ignore[arg-type]  # written for views without parts
def content(request: HttpRequest, pk: int, name: str) -> HttpResponseBase:
    """The whole content under its own name. Pictures and PDF are shown, everything else is saved."""
    stored = stored_file_for(actor_of(request), pk)
    if stored.name != name:
        raise Missing
    return send_content(request, stored.path, stored.kind, name)


@answers(Rule.DOOR)
def small(request: HttpRequest, pk: int) -> HttpResponseBase:
    """A picture in the size in which it stands beside words."""
    stored = stored_file_for(actor_of(request), pk)
    if not stored.small:
        raise Missing
    return send_content(request, stored.small.name or "", "image/webp", "")
