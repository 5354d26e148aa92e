"""What members of a group do with its files."""

from __future__ import annotations

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from plugins.api.access import Actor, require
from plugins.api.errors import Invalid, Missing, Refused
from plugins.api.outbox import announce
from workspace.actions.activity import note, note_activity
from workspace.actions.stored_files import forget, keep
from workspace.contents import Content, examined, title_of
from workspace.facts import FilesChanged
from workspace.models import GroupFile, StoredFile, WorkingGroup
from workspace.policies.files import working_in
from workspace.queries.files import who_gains_file
from workspace.queries.readers import sign_of

LONGEST_TITLE = 150
LONGEST_NOTE = 300


@transaction.atomic
def upload_file(
    group: WorkingGroup, upload: UploadedFile, *, actor: Actor, title: str = "", text: str = ""
) -> GroupFile:
    """Put a file down for the group. Without a title it is called as it is named. Raises Invalid at `file`."""
    require(actor, "see", group)
    _insist_on_working_in(actor, group)
    return put_down(group, examined(upload), actor=actor, title=title, text=text)[0]


@transaction.atomic
def put_down(
    group: WorkingGroup, content: Content, *, actor: Actor, title: str = "", text: str = ""
) -> tuple[GroupFile, StoredFile]:
    """The same for what was examined already; the file with its first version."""
    require(actor, "see", group)
    _insist_on_working_in(actor, group)

    file = GroupFile.objects.create(
        group=group,
        title=_line(title, LONGEST_TITLE) or title_of(content.name),
        note=_line(text, LONGEST_NOTE),
        uploaded_by=actor.user,
    )
    stored = keep(content, actor=actor, shelved=file)
    _newest(file, stored)
    return _noted(file, "upload_file", actor), stored


@transaction.atomic
def replace_file(file: GroupFile, upload: UploadedFile, *, actor: Actor) -> GroupFile:
    """A new version; the earlier ones stay with their dates. Raises Invalid at `file`."""
    file = _locked(file)
    require(actor, "replace", file)

    stored = keep(examined(upload), actor=actor, shelved=file)
    earlier = tuple(file.versions.exclude(pk=stored.pk).values_list("pk", flat=True))
    _newest(file, stored)
    announce(FilesChanged(earlier))
    return _noted(file, "replace_file", actor)


@transaction.atomic
def rename_file(file: GroupFile, *, title: str, text: str, actor: Actor) -> GroupFile:
    """Another title or note. Raises Invalid without a title."""
    file = _locked(file)
    require(actor, "rename", file)

    file.title, file.note = _line(title, LONGEST_TITLE), _line(text, LONGEST_NOTE)
    if not file.title:
        raise Invalid({"title": [_("Give the file a title, so that others find it again.")]})
    file.save(update_fields=["title", "note"])
    _announce(file)
    return _noted(file, "rename_file", actor)


@transaction.atomic
def remove_file(file: GroupFile, *, actor: Actor) -> GroupFile:
    """Title, note and all versions go; a trace stays that says who removed a file, and when."""
    file = _locked(file)
    require(actor, "remove", file)

    forget(file.versions.all())
    file.title = file.note = ""
    file.removed_at, file.removed_by = timezone.now(), actor.user
    file.save(update_fields=["title", "note", "removed_at", "removed_by"])
    return _noted(file, "remove_file", actor)


@transaction.atomic
def move_file(file: GroupFile, group: WorkingGroup, *, actor: Actor, agreed_to: str = "") -> GroupFile:
    """To another group in which the actor works. Whoever would read it in addition has been shown beforehand.

    `agreed_to` is the sign of those people (`sign_of`); raises Invalid at `agreed_to` when it names others or nobody.
    """
    file = _locked(file)
    require(actor, "move", file)
    _insist_on_working_in(actor, group)

    gains = who_gains_file(file, group)
    if gains and agreed_to != sign_of(gains):
        raise Invalid({"agreed_to": [_("Please check who would read this in addition, and agree.")]})
    _noted(file, "move_file", actor)
    file.group = group
    file.save(update_fields=["group"])
    _announce(file)
    note_activity(group.pk)
    return file


def _newest(file: GroupFile, stored: StoredFile) -> None:
    file.newest_at = stored.uploaded_at
    file.save(update_fields=["newest_at"])


def _announce(file: GroupFile) -> None:
    announce(FilesChanged(tuple(file.versions.values_list("pk", flat=True))))


def _noted(file: GroupFile, action: str, actor: Actor) -> GroupFile:
    """The trail has the number: titles are for the group."""
    note_activity(file.group_id)
    note(file.group, action, actor, file=file.pk)
    return file


def _insist_on_working_in(actor: Actor, group: WorkingGroup) -> None:
    decision = working_in(actor, group)
    if not decision:
        raise Refused(str(decision.reason))


def _line(text: str, longest: int) -> str:
    return " ".join(text.split())[:longest]


def _locked(file: GroupFile) -> GroupFile:
    """As it is stored, kept from others until the transaction ends."""
    files = GroupFile.objects.select_for_update(of=("self",)).select_related("group")
    found = files.filter(pk=file.pk).first()
    if found is None:
        raise Missing
    return found
