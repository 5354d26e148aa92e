"""From the bytes of a document to a draft, and to what somebody has to know who checks it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from cms.actions.bringing_in import DraftText, bring_in_draft, draft_as_it_was, kind_of_draft
from cms.actions.imports import Outcome
from cms.importing.documents import digest_of, read_document
from cms.importing.fields import answered, without_lead
from cms.importing.proposals import proposed_kind, proposed_summary, proposed_topics
from cms.importing.sections import divided
from cms.importing.shaping import shape_of
from cms.layers import section_title
from cms.models import KINDS, Entry
from plugins.api.access import Actor

LONGEST_KEY = 200


@dataclass
class Taken:
    """What came of one document."""

    name: str
    outcome: Outcome
    entry: Entry | None
    remarks: list[str] = field(default_factory=list)
    """What was not understood, or is to be checked; of a document that changed nothing none are known."""
    proposals: list[tuple[str, str]] = field(default_factory=list)
    """(what, how it is filed) for kind, topics, summary and what else the document answers."""
    beside: Iterable[Path] = ()
    """Files that the document shows."""


def key_of_file(name: str) -> str:
    """The key under which the next import finds the draft of this file again: its name, from the given folder on."""
    key = f"file:{name}"
    if len(key) <= LONGEST_KEY:
        return key
    return f"{key[: LONGEST_KEY - 17]}#{hashlib.sha256(key.encode()).hexdigest()[:16]}"


def key_of_upload(content: bytes) -> str:
    """Uploads are known by their content: two people may have a “Konzept.docx”, and a form may be sent twice."""
    return f"upload:{hashlib.sha256(content).hexdigest()}"


def take_in(name: str, content: bytes, *, key: str, actor: Actor, folder: Path | None = None, kind: str = "") -> Taken:
    """Make a draft of a document, of this kind or of the one that its words propose.

    Raises NotReadable, or Refused where people have the say.
    """
    document = read_document(name, content, folder=folder)
    shape = shape_of(document)
    digest = digest_of(content, document)
    found = draft_as_it_was(key, digest)
    if found and (found.entry is not None or actor.is_system):
        return Taken(name, found.outcome, found.entry, beside=document.beside)
    kind = kind_of_draft(key) or kind or proposed_kind(shape.title, shape.headings)
    told = answered(kind, shape.blocks)
    summary = told.fields.pop("summary", "") or proposed_summary(shape.paragraphs)
    body = divided(kind, without_lead(told.blocks, summary))
    text = DraftText(
        key=key,
        digest=digest,
        kind=kind,
        title=shape.title,
        summary=summary,
        body=body.rest,
        sections=body.sections,
        fields=told.fields,
        topics=proposed_topics(shape.title, shape.headings, shape.words),
    )
    draft = bring_in_draft(text, actor=actor)
    return Taken(name, draft.outcome, draft.entry, shape.remarks, _proposals(draft.entry, text), document.beside)


def _proposals(entry: Entry | None, text: DraftText) -> list[tuple[str, str]]:
    filed_as: Any = KINDS[text.kind] if entry is None else type(entry)
    nothing = _("none found")
    return [
        (_("Kind"), str(filed_as._meta.verbose_name)),
        (_("Topics"), ", ".join(topic.title for topic in text.topics) or nothing),
        (_("Summary"), text.summary or nothing),
        *((section_title(KINDS[text.kind](), name), words) for name, words in text.fields.items()),
    ]
