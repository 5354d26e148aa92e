"""The files of a group: the list with what brings more, one file with its versions, and what becomes of it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plugins.api.access import Actor, abilities, may, require
from plugins.api.adapters.forms import succeeds
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Invalid
from workspace.actions import files as doing
from workspace.models import WorkingGroup
from workspace.policies.files import working_in
from workspace.queries.files import (
    file_in,
    files_of,
    group_inside,
    groups_to_move_to,
    newest_of,
    versions_for,
    who_gains_file,
)
from workspace.queries.readers import sign_of
from workspace.views.file_forms import MoveForm, RenameForm, ReplaceForm, UploadForm, sent
from workspace.views.file_words import pages_of, to_the_top, who_reads_files, who_reads_this
from workspace.views.showing import page

LINES = 50
VERBS = ("rename", "replace", "move", "remove")


@answers(Rule.DOOR)
def of_group(request: HttpRequest, slug: str) -> HttpResponse:
    """All files of a group; a POST brings more. Each is kept by itself, so one that is not taken costs no other."""
    actor = actor_of(request)
    group = group_inside(actor, slug)
    decision = working_in(actor, group)
    form = UploadForm(*sent(request))
    if request.method == "POST" and not decision:
        form.add_error(None, str(decision.reason))
    elif form.is_valid():
        if _upload(request, group, form, actor):
            return to_the_top("group_files", slug)
    elif request.FILES and "file" not in form.errors:
        form.add_error("file", _("Please choose the files once more: browsers do not keep them in a form."))
    rows = files_of(actor, group)
    part = Paginator(rows, LINES).get_page(request.GET.get("page"))
    context = {
        "files": [{"file": file, "newest": newest_of(file)} for file in part],
        "count": rows.filter(removed_at=None).count(),
        "pages": pages_of(part),
        "form": form if decision or form.errors else None,
        "why_not": decision.reason,
        "audience": who_reads_files(group),
    }
    return page(request, "files", group, tab="files", here=_("Files"), **context)


@answers(Rule.DOOR)
def one(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """A file as it can be looked at, with its earlier versions."""
    actor = actor_of(request)
    group = group_inside(actor, slug)
    file = file_in(actor, group, pk)
    context = {
        "file": file,
        "newest": newest_of(file),
        "earlier": versions_for(actor, file)[1:],
        "may": {verb: answer is True for verb, answer in abilities(actor, file, VERBS).items()},
        "may_move": may(actor, "move", file) and groups_to_move_to(actor, file).exists(),
        "audience": who_reads_this(file),
    }
    return page(request, "file", group, tab="files", here=str(file), **context)


@answers(Rule.DOOR)
def rename(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Title and note."""
    actor = actor_of(request)
    group = group_inside(actor, slug)
    file = file_in(actor, group, pk)
    require(actor, "rename", file)
    form = RenameForm(sent(request)[0], initial={"title": file.title, "text": file.note})
    if succeeds(form, lambda data: doing.rename_file(file, **data, actor=actor)):
        messages.success(request, _("Title and note are saved."))
        return redirect(file)
    context = {"here": _("Title and note"), "lead": file.title, "action": _("Save title and note"), "back": file}
    return page(request, "form", group, form=form, tab="files", **context)


@answers(Rule.DOOR)
def replace(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """A new version in the place of the present one."""
    actor = actor_of(request)
    group = group_inside(actor, slug)
    file = file_in(actor, group, pk)
    require(actor, "replace", file)
    form = ReplaceForm(*sent(request))
    if succeeds(form, lambda data: doing.replace_file(file, data["file"][0], actor=actor)):
        messages.success(request, _("The new version is there. Earlier ones stay below it."))
        return redirect(file)
    lead = _("“%(title)s” keeps its title, and earlier versions stay, with date and name.") % {"title": file.title}
    context = {"here": _("New version"), "lead": lead, "action": _("Upload the version"), "back": file}
    return page(request, "form", group, form=form, tab="files", audience=who_reads_this(file), **context)


@answers(Rule.DOOR)
def remove(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Asks first."""
    actor = actor_of(request)
    group = group_inside(actor, slug)
    file = file_in(actor, group, pk)
    require(actor, "remove", file)
    if request.method == "POST":
        doing.remove_file(file, actor=actor)
        messages.success(request, _("The file is removed."))
        return redirect("group_files", slug)
    return page(request, "file_remove", group, tab="files", here=_("Remove a file"), file=file)


@answers(Rule.DOOR)
def move(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """To another group: whoever would read it in addition is shown first and has to be agreed to."""
    actor = actor_of(request)
    group = group_inside(actor, slug)
    file = file_in(actor, group, pk)
    require(actor, "move", file)
    form = MoveForm(sent(request)[0], actor=actor, file=file)
    gains: list[Any] = []
    if form.is_bound and form.is_valid():
        there = form.cleaned_data["group"]
        try:
            doing.move_file(file, there, actor=actor, agreed_to=form.cleaned_data["agreed_to"])
        except Invalid:
            gains = who_gains_file(file, there)
            form.data = {**form.data.dict(), "agreed_to": sign_of(gains)}  # type: ignore[attr-defined]
        else:
            messages.success(request, _("The file stands in “%(group)s” now.") % {"group": there})
            return redirect("group_files", there.slug)
    context = {"file": file, "form": form, "gains": gains, "audience": who_reads_this(file)}
    return page(request, "file_move", group, tab="files", here=_("Move a file"), **context)


def _upload(request: HttpRequest, group: WorkingGroup, form: UploadForm, actor: Actor) -> bool:
    """Whether all were taken. What was taken is said; what was not, with the reason, at the field."""
    taken = 0
    for upload in form.cleaned_data["file"]:
        try:
            doing.upload_file(group, upload, text=form.cleaned_data["text"], actor=actor)
            taken += 1
        except Invalid as invalid:
            form.add_error("file", invalid.errors["file"])
    if taken:
        sentence = ngettext("%(n)d file is put down.", "%(n)d files are put down.", taken)
        messages.success(request, sentence % {"n": taken})
    return not form.errors
