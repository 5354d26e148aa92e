"""Two drafts become one, and a part of a draft becomes a draft of its own. What came from where is kept."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from plugins.api.access import Actor, require
from plugins.api.errors import Invalid
from workspace.actions.drafts import changed_draft, keep_version, locked, start_draft
from workspace.drafting.formats.shapes import checked, textblocks, without_remarks
from workspace.drafting.sections import sections_of
from workspace.drafting.store import append, load
from workspace.models import Draft, DraftOrigin, DraftState, DraftVersion, OriginKind
from workspace.queries.consultations import unanswered
from workspace.queries.draft_joining import people_gained_by_merging
from workspace.queries.readers import sign_of

Authors = list[list[list[int | None]]]


@transaction.atomic
def merge_draft(into: Draft, source: Draft, *, actor: Actor, agreed_to: str = "") -> Draft:
    """The text of `source` stands at the end of the other, and `source` is closed; both are kept as versions.

    Whoever would read its words in addition was shown: `agreed_to` is the sign of those people. Raises Invalid at
    `source` and `agreed_to`.
    """
    into, source = _both_locked(into, source)
    require(actor, "merge", into)
    require(actor, "merge", source)
    if into == source or DraftOrigin.objects.filter(draft=into, source=source, kind=OriginKind.MERGED).exists():
        raise Invalid({"source": [_("Choose another draft that was not merged into this one yet.")]})
    _insist_on_answers(source, "source")
    gains = people_gained_by_merging(into, source)
    if gains and agreed_to != sign_of(gains):
        raise Invalid({"agreed_to": [_("Please check who would read this in addition, and agree.")]})

    text, added = load(into.pk)[0], load(source.pk)[0]
    keep_version(into, text, _("Before another draft was merged into it"), actor)
    merged = keep_version(source, added, _("As it was merged into another draft"), actor)
    authors = [*text.authors_of_blocks(), *merged.authors]
    append(into.pk, [(actor.user.pk, text.of(actor.user.pk).add(merged.content))])
    _with_authors(keep_version(into, text, _("With the text of another draft"), actor), authors)

    DraftOrigin.objects.create(draft=into, source=source, version=merged, kind=OriginKind.MERGED, by=actor.user)
    into.challenges.add(*source.challenges.all())
    source.state = DraftState.CLOSED
    changed_draft(source, None, None, "state")
    return changed_draft(into, "merge_drafts", actor)


@transaction.atomic
def split_draft(draft: Draft, section: str, *, title: str, actor: Actor) -> Draft:
    """The words under a heading become a draft of the same group or county; in this one they are gone.

    `section` is the key of one of `sections_of` its text. Raises Invalid at `section` and `title`.
    """
    draft = locked(draft)
    require(actor, "split", draft)
    _insist_on_answers(draft, "section")
    text = load(draft.pk)[0]
    blocks = text.blocks()
    chosen = next((one for one in sections_of(blocks) if one.key == section), None)
    if chosen is None:
        raise Invalid({"section": [_("This heading is not in the text any more. Please choose again.")]})

    authors = text.authors_of_blocks()
    before = keep_version(draft, text, _("Before “%(name)s” was taken out") % {"name": chosen.words[:60]}, actor)
    part = without_remarks(checked({"type": "doc", "content": blocks[chosen.first : chosen.last]}))
    append(draft.pk, [(actor.user.pk, text.of(actor.user.pk).take_out(chosen.first, chosen.last))])
    keep_version(draft, text, _("Without “%(name)s”") % {"name": chosen.words[:60]}, actor)

    begun = start_draft(draft.owner, title=title, document=part, actor=actor)
    skipped = len(textblocks({"type": "doc", "content": blocks[: chosen.first]}))
    _with_authors(begun.versions.get(), authors[skipped : skipped + len(textblocks(part))])
    DraftOrigin.objects.create(draft=begun, source=draft, version=before, kind=OriginKind.SPLIT, by=actor.user)
    begun.challenges.set(draft.challenges.all())
    changed_draft(draft, "split_draft", actor)
    return begun


def _insist_on_answers(draft: Draft, field: str) -> None:
    """What members said about a text is answered before its words go elsewhere, from where they could be published."""
    if unanswered(draft).exists():
        raise Invalid({field: [_("Please answer the contributions to the consultation about this text first.")]})


def _both_locked(into: Draft, source: Draft) -> tuple[Draft, Draft]:
    """In the order of their numbers, so that two people never wait for each other."""
    found = {draft.pk: locked(draft) for draft in sorted((into, source), key=lambda draft: draft.pk)}
    return found[into.pk], found[source.pk]


def _with_authors(version: DraftVersion, authors: Authors) -> None:
    """Whose words are whose, where each paragraph has somebody."""
    if len(authors) == len(textblocks(version.content)):
        version.authors = authors
        version.save(update_fields=["authors"])
