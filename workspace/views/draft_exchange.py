"""Drafts as files: taken along as Word, PDF or Markdown, and read in from Word, Markdown or HTML."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.html import format_html, format_html_join
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from cms.importing.documents import LARGEST_DOCUMENT
from cms.models import County
from plugins.api.access import Actor, require
from plugins.api.adapters.forms import succeeds
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Missing, Refused
from workspace.actions import draft_exchange as doing
from workspace.actions.drafts import LONGEST_TITLE
from workspace.drafting.brought import ACCEPTED
from workspace.drafting.formats.pdf import PdfNotPossible
from workspace.models import Draft, WorkingGroup
from workspace.policies.drafts import starting
from workspace.queries.draft_texts import kept_text, present_text
from workspace.queries.drafts import draft_for
from workspace.queries.files import group_inside
from workspace.views.draft_files import KINDS, TooLong, file_name, file_of
from workspace.views.draft_showing import page, who_reads
from workspace.views.file_forms import FilesField, FilesInput, sent

MOST_REMARKS = 30
"""Sentences about what was left out of a file; nobody reads more."""


class TextInput(FilesInput):
    """Offers files with texts in them."""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        most = LARGEST_DOCUMENT
        sentence = _("“%(name)s” is larger than %(most)d MB.") % {"name": "{}", "most": most >> 20}
        context = super().get_context(name, value, attrs)
        told = {"accept": ACCEPTED, "data-most-bytes": most, "data-too-large": sentence}
        context["widget"]["attrs"] = {**context["widget"]["attrs"], **told}
        return context


class ImportForm(forms.Form):
    """A file with a text."""

    file = FilesField(
        label=gettext_lazy("File with the text"),
        help_text=gettext_lazy("Word (.docx), Markdown, plain text or HTML, up to 20 MB."),
        most=1,
        widget=TextInput(attrs={"multiple": False}),
    )


class StartForm(ImportForm):
    """And what the draft is called."""

    title = forms.CharField(
        label=gettext_lazy("Title"),
        help_text=gettext_lazy("Without a title the draft is called as the file is named."),
        max_length=LONGEST_TITLE,
        required=False,
    )
    field_order = ("title", "file")


@answers(Rule.DOOR)
@login_required
def export(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """The text of this moment, or of a version, as a file."""
    actor = actor_of(request)
    draft = draft_for(actor, pk)
    number = request.GET.get("fassung", "")
    if form not in KINDS or (number and not (number.isascii() and number.isdecimal() and len(number) < 10)):
        raise Missing
    text = kept_text(actor, draft, int(number)) if number else present_text(draft)
    try:
        content = file_of(form, actor, draft, text)
    except (PdfNotPossible, TooLong) as error:
        context = {"why": str(error), "version": text.version, "here": _("No PDF")}
        answer = page(request, "no_pdf", draft, part="text", **context)
        answer.status_code = 422 if isinstance(error, TooLong) else 503
        return answer
    response = private(HttpResponse(content, content_type=KINDS[form]))
    response["Cache-Control"] = "private, no-store"
    response["Content-Disposition"] = content_disposition_header(True, file_name(form, draft, text)) or "attachment"
    return response


@answers(Rule.DOOR)
@login_required
def take_in(request: HttpRequest, pk: int) -> HttpResponse:
    """The text of a file in the place of the present one."""
    actor = actor_of(request)
    draft = draft_for(actor, pk)
    require(actor, "write", draft)
    form = ImportForm(*sent(request))
    remarks: list[str] = []
    if succeeds(form, lambda data: remarks.extend(doing.take_in(draft, data["file"][0], actor=actor))):
        _tell(request, remarks)
        return redirect(draft)
    lead = _("The text of the file takes the place of the present one. What stands there now is kept as a version.")
    context = {"here": _("Read in a file"), "lead": lead, "action": _("Read in the file"), "form": form}
    return page(request, "form", draft, part="text", **context)


@answers(Rule.DOOR)
@login_required
def import_new(request: HttpRequest) -> HttpResponse:
    """A new draft of a group or a county out of a file."""
    actor = actor_of(request)
    owner = _owner(actor, request)
    decision = starting(actor, owner)
    if not decision:
        raise Refused(str(decision.reason))
    form = StartForm(*sent(request))
    made: list[Any] = []

    def start(data: dict[str, Any]) -> None:
        upload: UploadedFile = data["file"][0]
        made.extend(doing.start_from_file(owner, upload, title=data["title"], actor=actor))

    if succeeds(form, start):
        draft, remarks = made
        _tell(request, remarks)
        return redirect(draft)
    group = owner if isinstance(owner, WorkingGroup) else None
    county = None if isinstance(owner, WorkingGroup) else owner
    audience = who_reads(Draft(group=group, county=county))
    context = {"form": form, "owner": owner, "group": group, "audience": audience}
    return private(render(request, "entwuerfe/import_new.html", context))


def _owner(actor: Actor, request: HttpRequest) -> WorkingGroup | County:
    """Whose draft it becomes. Raises Missing for groups and counties that are not the actor's."""
    if slug := request.GET.get("gruppe"):
        return group_inside(actor, slug)
    key = request.GET.get("landkreis", "")
    county = County.objects.filter(key=key).first() if actor.has(f"county:{key}") else None
    if county is None:
        raise Missing
    return county


def _tell(request: HttpRequest, remarks: list[str]) -> None:
    """That it is there, and what of it is not."""
    messages.success(request, _("The file is read in."))
    if not remarks:
        return
    shown = format_html_join("", "<li>{}</li>", ((remark,) for remark in remarks[:MOST_REMARKS]))
    count = ngettext("%(n)d thing to check:", "%(n)d things to check:", len(remarks)) % {"n": len(remarks)}
    messages.warning(request, format_html("<p>{}</p><ul>{}</ul>", count, shown), extra_tags="listed")
