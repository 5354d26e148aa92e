"""Texts of drafts out of files: a new draft, or another text in the place of the present one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from cms.importing.documents import NotReadable
from cms.models import County
from plugins.api.access import Actor, require
from plugins.api.errors import Invalid, Refused
from workspace.actions.drafts import changed_draft, keep_version, locked, start_draft
from workspace.actions.files import put_down
from workspace.actions.stored_files import erase
from workspace.contents import tidy_name, title_of
from workspace.drafting.brought import Brought, Node, read_file, with_numbers
from workspace.drafting.formats.shapes import plain_text
from workspace.drafting.store import append, load
from workspace.models import Draft, WorkingGroup
from workspace.policies.drafts import starting


def start_from_file(
    owner: WorkingGroup | County, upload: UploadedFile, *, title: str = "", actor: Actor
) -> tuple[Draft, list[str]]:
    """A new draft with the text of a file, called as the file is named unless said otherwise, and what was not taken.

    Raises Invalid at `file`. Either everything is stored or nothing.
    """
    decision = starting(actor, owner)
    if not decision:
        raise Refused(str(decision.reason))

    group = owner if isinstance(owner, WorkingGroup) else None
    brought = _read(upload, group)
    with _all_or_nothing() as paths:
        document = _with_pictures(brought, group, actor, paths)
        title = title.strip() or title_of(tidy_name(upload.name or ""))
        return start_draft(owner, title=title, document=document, actor=actor), brought.remarks


def take_in(draft: Draft, upload: UploadedFile, *, actor: Actor) -> list[str]:
    """The text of a file takes the place of the present one, which is kept as a version. Returns what was not taken.

    Raises Invalid at `file`. Either everything is stored or nothing; the file is read before the draft is locked.
    """
    require(actor, "write", draft)

    brought = _read(upload, draft.group)
    name = {"name": tidy_name(upload.name or "")[:60]}
    with _all_or_nothing() as paths:
        draft = locked(draft)
        require(actor, "write", draft)
        text = load(draft.pk)[0]
        if plain_text(before := text.as_json()).strip() or len(before["content"]) > 1:
            keep_version(draft, text, _("Before “%(name)s” was read in") % name, actor)
        document = _with_pictures(brought, draft.group, actor, paths)
        append(draft.pk, [(actor.user.pk, text.of(actor.user.pk).write(document))])
        keep_version(draft, text, _("As read from “%(name)s”") % name, actor)
        changed_draft(draft, "take_in", actor)
    return brought.remarks


def _read(upload: UploadedFile, group: WorkingGroup | None) -> Brought:
    try:
        return read_file(tidy_name(upload.name or ""), upload.read(), with_pictures=group is not None)
    except NotReadable as error:
        raise Invalid({"file": [str(error)]}) from error


def _with_pictures(brought: Brought, group: WorkingGroup | None, actor: Actor, paths: list[str]) -> Node:
    """Pictures are files of the group from now on; where their contents lie is written into `paths`."""
    numbers: dict[int, int] = {}
    for number, (content, alt) in enumerate(brought.pictures, 1):
        assert group is not None
        title = alt or _("Picture %(number)d of a draft") % {"number": number}
        stored = put_down(group, content, title=title, actor=actor)[1]
        paths += [stored.content.name or "", stored.small.name or ""]
        numbers[number] = stored.pk
    return with_numbers(brought.document, numbers)


@contextmanager
def _all_or_nothing() -> Iterator[list[str]]:
    """A transaction; when it fails, the contents that were stored meanwhile go as well."""
    paths: list[str] = []
    try:
        with transaction.atomic():
            yield paths
    except BaseException:
        erase(path for path in paths if path)
        raise
