"""Bringing in documents in the admin: choose files, read what came of each, go on in the drafts."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin.menu import MenuItem

from cms.actions.imports import Outcome
from cms.importing.documents import LARGEST_DOCUMENT, NotReadable
from cms.importing.taking_in import Taken, key_of_upload, take_in
from cms.models import KINDS, Entry
from plugins.api.access import Actor, may, require
from plugins.api.adapters.admin_pages import AdminPage
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Refused

logger = logging.getLogger(__name__)

MOST_FILES = 10
ENDINGS = ".docx,.md,.markdown,.html,.htm"


@dataclass(frozen=True)
class Line:
    """One file of the report: what it became, or why nothing came of it."""

    name: str
    taken: Taken | None = None
    problem: str = ""

    @property
    def was_here(self) -> bool:
        return self.taken is not None and self.taken.outcome == Outcome.UNCHANGED


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Some files, of which bad ones do not keep the good ones out: each is judged when it is read."""

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        files = [file for file in data or [] if file]
        if not files:
            raise ValidationError(_("Please choose at least one file."), code="required")
        if len(files) > MOST_FILES:
            raise ValidationError(_("Please choose at most %d files at once.") % MOST_FILES, code="too_many")
        return files


class DocumentsForm(forms.Form):
    documents = FilesField(
        label=gettext_lazy("Files"),
        widget=FilesInput(attrs={"accept": ENDINGS}),
        help_text=gettext_lazy(
            "Word (.docx), Markdown or HTML; up to 10 files of at most 20 MB each. Hold the Ctrl key to choose several."
        ),
    )

    kind = forms.ChoiceField(
        label=gettext_lazy("Kind"),
        required=False,
        choices=lambda: [("", _("propose one from the text")), *_kinds()],
        help_text=gettext_lazy("For all these files. The kind of an entry cannot be changed later."),
    )


def _kinds() -> list[tuple[str, str]]:
    return [(kind, str(model._meta.verbose_name)) for kind, model in KINDS.items()]


class BringInItem(MenuItem):
    """For whoever may create entries."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(may(actor_of(request), "create", Entry))


@answers(Rule.STAFF)
class BringInView(AdminPage, View):
    """Each file becomes a draft of the person who uploads it; sent twice it is found and not doubled."""

    template_name = "editing/bring_in.html"
    page_title = gettext_lazy("Bring in a document")
    header_icon = "doc-full-inverse"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        require(actor_of(request), "create", Entry)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._page(DocumentsForm(), [])

    def post(self, request: HttpRequest) -> HttpResponse:
        form = DocumentsForm(request.POST, request.FILES)
        if not form.is_valid():
            return self._page(form, [])
        kind = form.cleaned_data["kind"]
        lines = [_bring_in(file, kind, actor_of(request)) for file in form.cleaned_data["documents"]]
        return self._page(DocumentsForm(), lines)

    def _page(self, form: DocumentsForm, lines: list[Line]) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form, lines=lines))


def _bring_in(file: UploadedFile, kind: str, actor: Actor) -> Line:
    """One file after the other, each whole or not at all."""
    name = file.name or ""
    content = file.read(LARGEST_DOCUMENT + 1)
    try:
        return Line(name, take_in(name, content, key=key_of_upload(content), actor=actor, kind=kind))
    except NotReadable as error:
        return Line(name, problem=str(error))
    except Refused as refusal:
        return Line(name, problem=str(refusal.reason))
    except ValidationError as error:
        return Line(name, problem=" ".join(error.messages))
    except DatabaseError:
        logger.exception("The database refused an uploaded document")
        return Line(name, problem=_("The database refused it. Nothing of it was kept; please try again later."))
