"""The letter of a county, for whoever sees the application."""

from __future__ import annotations

from django.core.files.storage import default_storage
from django.http import FileResponse

from plugins.api.access import Actor, require
from plugins.api.errors import Missing
from plugins.membership.models import Application
from plugins.membership.queries.application_pages import letter_of


def letter_file(actor: Actor, application: Application) -> FileResponse:
    """To be saved, never shown inside a page of ours. Raises Missing where there is none."""
    require(actor, "see", application)
    letter = letter_of(application)
    if letter is None:
        raise Missing
    try:
        opened = default_storage.open(letter.file.name or "")
    except FileNotFoundError as error:
        raise Missing from error
    response = FileResponse(opened, content_type=letter.content_type, as_attachment=True, filename=letter.name)
    response["Cache-Control"] = "private, no-store"
    return response
