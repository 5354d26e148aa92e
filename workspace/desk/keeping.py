"""A page whose text is being checked is not deleted: the text is published, or it is sent back with a reason."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page

from workspace.queries.publications import publication_of_entry


@hooks.register("before_delete_page")
def kept_while_it_is_checked(request: HttpRequest, page: Page) -> HttpResponse | None:
    if publication_of_entry(page) is None:
        return None
    messages.error(request, _("The text of this page is being checked. Please give it back to the group instead."))
    return redirect("wagtailadmin_pages:edit", page.pk)


@hooks.register("before_bulk_action")
def kept_among_many(request: HttpRequest, action: str, objects: Iterable[Any], instance: Any) -> HttpResponse | None:
    pages = objects if action == "delete" else ()
    answers = (kept_while_it_is_checked(request, page) for page in pages if isinstance(page, Page))
    return next((answer for answer in answers if answer is not None), None)
