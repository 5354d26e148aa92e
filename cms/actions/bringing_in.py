"""Documents become drafts: unpublished entries that an editor checks, completes and publishes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Revision
from wagtail.utils.file import hash_filelike

from cms.actions.entries import create_entry, edit_entry
from cms.actions.imports import Outcome, free_address
from cms.models import KINDS, Entry, ImportedFile, KnowledgeIndex, Picture, Topic
from plugins.api.access import Actor, require
from plugins.api.errors import Refused


@dataclass(frozen=True)
class NewPicture:
    """A picture of a document, checked already. It stands in a body in the place of a stored one."""

    file: UploadedFile
    title: str


@dataclass(frozen=True)
class DraftText:
    """What a document says, and as what it could be filed. `digest` changes with the file, `key` never."""

    key: str
    digest: str
    kind: str
    title: str
    summary: str
    body: list[tuple[str, Any]]
    topics: tuple[Topic, ...] = ()
    sections: dict[str, list[tuple[str, Any]]] = field(default_factory=dict)
    """Sections of this kind, by name."""
    fields: dict[str, str] = field(default_factory=dict)
    """`legal_basis`, `contact` and `sources` as far as the document says them."""


@dataclass(frozen=True)
class Draft:
    """What came of a document; `entry` is None where somebody has deleted it since."""

    outcome: Outcome
    entry: Entry | None


def draft_as_it_was(key: str, digest: str) -> Draft | None:
    """The draft of a file that has not changed since it was brought in; None for all others."""
    file = ImportedFile.objects.select_related("entry").filter(key=key, digest=digest).first()
    return Draft(Outcome.UNCHANGED, file.entry) if file else None


def kind_of_draft(key: str) -> str:
    """The kind of the draft that this file became; it stays what it was. Empty for a file that is new."""
    file = ImportedFile.objects.select_related("entry").filter(key=key).first()
    return file.entry.specific_class.kind if file and file.entry else ""


def bring_in_draft(text: DraftText, *, actor: Actor) -> Draft:
    """Keep a document as an unpublished draft of the actor, or its new version in the draft that it became.

    Nothing of it stays behind when something goes wrong, neither pictures nor their files. Raises Refused where people
    have the say: somebody has edited, published, locked or (if nobody asks for it by hand) deleted the draft.
    """
    pictures = StoredPictures(actor)
    try:
        with transaction.atomic():
            return _bring_in(text, pictures, actor)
    except BaseException:
        pictures.remove_files()
        raise


def _bring_in(text: DraftText, pictures: StoredPictures, actor: Actor) -> Draft:
    require(actor, "create", KINDS[text.kind])
    # held until the end: of two who bring in the same at once, the second finds what the first has made
    file, _is_new = ImportedFile.objects.select_for_update().get_or_create(key=text.key)
    if file.digest == text.digest and (file.entry_id or actor.is_system):
        return Draft(Outcome.UNCHANGED, file.entry)
    if file.digest and not file.entry_id and actor.is_system:
        raise Refused(_("Somebody has deleted the draft since the last import."))

    if file.entry is None:
        outcome, entry = Outcome.NEW, KINDS[text.kind]()
        _fill(entry, text, pictures)
        entry.slug = free_address(KnowledgeIndex.objects.get(), text.title)
        create_entry(entry, actor=actor)
        revision = entry.latest_revision
    else:
        outcome, entry = Outcome.CHANGED, file.entry.specific
        _refuse_where_people_decide(entry, file)
        pictures.know(entry)
        _fill(entry, text, pictures)
        revision = edit_entry(entry, actor=actor)
    _remember(file, text.digest, entry, revision)
    return Draft(outcome, entry)


def _fill(entry: Entry, text: DraftText, pictures: StoredPictures) -> None:
    entry.title = text.title
    entry.summary = text.summary
    for name in entry.sections:
        setattr(entry, name, pictures.in_text(text.sections.get(name, [])))
    entry.body = pictures.in_text(text.body)
    entry.topics = list(text.topics)
    for name in ("legal_basis", "contact", "sources"):
        setattr(entry, name, text.fields.get(name, ""))


def _remember(file: ImportedFile, digest: str, entry: Entry, revision: Revision) -> None:
    file.digest, file.entry_id, file.revision = digest, entry.pk, revision
    file.save()


def _refuse_where_people_decide(entry: Entry, file: ImportedFile) -> None:
    if entry.live or entry.first_published_at is not None:
        raise Refused(_("Somebody has published the entry since the last import."))
    if file.revision_id is None or entry.latest_revision_id != file.revision_id:
        raise Refused(_("Somebody has edited the entry since the last import."))
    if entry.locked:
        raise Refused(_("Somebody has locked the entry since the last import."))


class StoredPictures:
    """Stores the pictures of one text, each once, and takes them away again when it does not come in."""

    def __init__(self, actor: Actor) -> None:
        self.actor = actor
        self.known: dict[str, Picture] = {}
        """By the hash of their content."""
        self.new: list[Picture] = []

    def know(self, entry: Entry) -> None:
        """Pictures that the version before shows already are not stored a second time."""
        parts = (part for name in (*entry.sections, "body") for part in getattr(entry, name))
        shown = (part.value["image"] for part in parts if part.block_type == "picture")
        self.known = {picture.file_hash: picture for picture in shown if picture and picture.file_hash}

    def in_text(self, parts: list[tuple[str, Any]]) -> list[tuple[str, Any]]:
        """The same parts, with stored pictures."""
        return [(kind, self.stored(value) if kind == "picture" else value) for kind, value in parts]

    def stored(self, value: dict[str, Any]) -> dict[str, Any]:
        """The value of a picture block with a stored picture instead of a new one."""
        found: NewPicture = value["image"]
        content_hash = hash_filelike(found.file)
        if content_hash not in self.known:
            self.known[content_hash] = self._store(found, content_hash)
        return {**value, "image": self.known[content_hash]}

    def _store(self, found: NewPicture, content_hash: str) -> Picture:
        require(self.actor, "create", Picture)
        found.file.seek(0)
        picture = Picture(
            title=found.title,
            file=found.file,
            file_size=found.file.size,
            file_hash=content_hash,
            uploaded_by_user=self.actor.user,
        )
        self.new.append(picture)
        picture.save()
        return picture

    def remove_files(self) -> None:
        for picture in self.new:
            if picture.file and picture.file._committed:
                picture.file.storage.delete(picture.file.name)
