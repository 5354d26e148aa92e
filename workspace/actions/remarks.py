"""Commenting on a passage, suggesting other words for it, and what becomes of both."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final, TypeVar

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.models import County
from plugins.api.access import Actor, require
from plugins.api.errors import Invalid, Missing
from plugins.api.outbox import announce
from workspace.actions.activity import note_activity
from workspace.actions.drafts import locked
from workspace.drafting.document import SharedText
from workspace.drafting.passages import Passage, found_in
from workspace.drafting.store import append, load
from workspace.facts import DraftCommented, DraftRemarksChanged, SuggestionDecided, SuggestionMade
from workspace.models import (
    Draft,
    DraftComment,
    DraftState,
    DraftSuggestion,
    GroupMembership,
    SuggestionState,
)

R = TypeVar("R", DraftComment, DraftSuggestion)

LONGEST: Final = 5000
"""Characters of a comment, of new words and of a reason."""


@dataclass(frozen=True)
class Words:
    """What somebody suggests."""

    replacement: str
    reason: str = ""


@transaction.atomic
def comment_on_draft(draft: Draft, text: str, *, actor: Actor, passage: Passage | None = None) -> DraftComment:
    """Say something about a passage, or about the whole. Raises Invalid at `text` or `quote`."""
    draft = locked(draft)
    require(actor, "comment", draft)

    comment = DraftComment.objects.create(
        draft=draft, author=actor.user, county=_county(draft, actor), text=_words(text, "text")
    )
    if passage is not None:
        comment.quote = passage.quote
        comment.save(update_fields=["quote"])
        _mark(draft, "comment", comment.mark, passage, actor)
    announce(DraftCommented(draft.pk, comment.pk))
    return _active(comment)


@transaction.atomic
def answer_comment(comment: DraftComment, text: str, *, actor: Actor) -> DraftComment:
    """Say something to a comment. Raises Invalid at `text`."""
    comment = _comment(comment)
    require(actor, "answer", comment)

    answer = DraftComment.objects.create(
        draft=comment.draft,
        author=actor.user,
        county=_county(comment.draft, actor),
        answers_to=comment.answers_to or comment,
        text=_words(text, "text"),
    )
    announce(DraftCommented(comment.draft_id, answer.pk))
    return _active(answer)


@transaction.atomic
def resolve_comment(comment: DraftComment, *, actor: Actor) -> DraftComment:
    """It is settled, and its passage is marked no longer."""
    comment = _comment(comment)
    require(actor, "resolve", comment)
    return _settle(comment, timezone.now(), actor)


@transaction.atomic
def reopen_comment(comment: DraftComment, *, actor: Actor) -> DraftComment:
    """It is not settled after all."""
    comment = _comment(comment)
    require(actor, "reopen", comment)
    return _settle(comment, None, actor)


@transaction.atomic
def delete_comment(comment: DraftComment, *, actor: Actor) -> DraftComment:
    """Its words go; a trace stays as long as it has answers."""
    comment = _comment(comment)
    require(actor, "delete", comment)

    comment.text, comment.deleted_at = "", timezone.now()
    comment.save(update_fields=["text", "deleted_at"])
    _unmark(comment.draft, "comment", comment.mark, actor)
    announce(DraftRemarksChanged(comment.draft_id))
    return comment


@transaction.atomic
def suggest(draft: Draft, passage: Passage, words: Words, *, actor: Actor) -> DraftSuggestion:
    """Other words for a passage. Raises Invalid at `quote` or `replacement`."""
    draft = locked(draft)
    require(actor, "suggest", draft)

    replacement, reason = words.replacement.strip("\n"), words.reason.strip()
    if replacement == passage.quote:
        raise Invalid({"replacement": [_("These are the same words. Write how it should read.")]})
    if len(replacement) > LONGEST or len(reason) > LONGEST:
        raise Invalid({"replacement": [_("At most 5,000 characters.")]})
    suggestion = DraftSuggestion.objects.create(
        draft=draft,
        author=actor.user,
        county=_county(draft, actor),
        quote=passage.quote,
        replacement=" ".join(replacement.splitlines()),
        reason=reason,
    )
    _mark(draft, "suggestion", suggestion.mark, passage, actor)
    announce(SuggestionMade(draft.pk, suggestion.pk))
    return _active(suggestion)


@transaction.atomic
def accept_suggestion(suggestion: DraftSuggestion, *, actor: Actor, reason: str = "") -> DraftSuggestion:
    """The passage reads as suggested. Raises Invalid where it no longer reads as it did: then it is stale."""
    suggestion = _suggestion(suggestion)
    require(actor, "accept", suggestion)

    text = load(suggestion.draft_id)[0]
    if text.marked("suggestion", suggestion.mark) != suggestion.quote:
        raise Invalid({"stale": [_("The passage was changed since. The suggestion has to be renewed.")]})
    change = text.of(suggestion.author_id).replace_marked("suggestion", suggestion.mark, suggestion.replacement)
    append(suggestion.draft_id, [(suggestion.author_id, change)])
    return _decide(suggestion, SuggestionState.ACCEPTED, actor, reason)


@transaction.atomic
def decline_suggestion(suggestion: DraftSuggestion, *, actor: Actor, reason: str) -> DraftSuggestion:
    """The passage stays. Raises Invalid without a reason: whoever suggested it reads why."""
    suggestion = _suggestion(suggestion)
    require(actor, "decline", suggestion)
    if not reason.strip():
        raise Invalid({"reason": [_("Say in a sentence why not.")]})
    _unmark(suggestion.draft, "suggestion", suggestion.mark, actor)
    return _decide(suggestion, SuggestionState.DECLINED, actor, reason)


@transaction.atomic
def withdraw_suggestion(suggestion: DraftSuggestion, *, actor: Actor) -> DraftSuggestion:
    """Its author takes it back."""
    suggestion = _suggestion(suggestion)
    require(actor, "withdraw", suggestion)
    _unmark(suggestion.draft, "suggestion", suggestion.mark, actor)
    return _decide(suggestion, SuggestionState.WITHDRAWN, actor, "")


@transaction.atomic
def renew_suggestion(suggestion: DraftSuggestion, passage: Passage, words: Words, *, actor: Actor) -> DraftSuggestion:
    """The same once more, for the passage as it reads now; the old one is taken back. Raises Invalid as `suggest`."""
    renewed = suggest(suggestion.draft, passage, words, actor=actor)
    withdraw_suggestion(suggestion, actor=actor)
    return renewed


def _decide(suggestion: DraftSuggestion, state: str, actor: Actor, reason: str) -> DraftSuggestion:
    suggestion.state = state
    suggestion.decided_at, suggestion.decided_by = timezone.now(), actor.user
    suggestion.decision_reason = reason.strip()[:LONGEST]
    suggestion.save(update_fields=["state", "decided_at", "decided_by", "decision_reason"])
    announce(SuggestionDecided(suggestion.draft_id, suggestion.pk))
    return _active(suggestion)


def _settle(comment: DraftComment, at: datetime | None, actor: Actor) -> DraftComment:
    comment.resolved_at = at
    comment.resolved_by = actor.user if at else None
    comment.save(update_fields=["resolved_at", "resolved_by"])
    announce(DraftRemarksChanged(comment.draft_id))
    return _active(comment)


def _mark(draft: Draft, name: str, value: str, passage: Passage, actor: Actor) -> None:
    """Where the text is settled it takes no marks; the quote says which passage is meant."""
    text = load(draft.pk)[0]
    place = found_in(text.as_json(), passage)
    if place is None:
        raise Invalid({"quote": [_("This passage is not found in the text, or not only once. Choose it once more.")]})
    if draft.state == DraftState.WRITING:
        append(draft.pk, [(actor.user.pk, text.mark(name, value, *place))])


def _unmark(draft: Draft, name: str, value: str, actor: Actor) -> None:
    if draft.state == DraftState.WRITING:
        text: SharedText = load(draft.pk)[0]
        append(draft.pk, [(actor.user.pk, text.unmark(name, value))])


def _county(draft: Draft, actor: Actor) -> County | None:
    """For which county the person speaks: in a group the one for which they came."""
    if draft.group:
        places = GroupMembership.objects.in_force().filter(group=draft.group, user=actor.user)
        if place := places.select_related("county").first():
            return place.county
    return County.objects.filter(key__in=actor.keys("county")).first()


def _words(text: str, field: str) -> str:
    text = text.strip()
    if not text:
        raise Invalid({field: [_("Write something first.")]})
    if len(text) > LONGEST:
        raise Invalid({field: [_("At most 5,000 characters.")]})
    return text


def _active(remark: R) -> R:
    if remark.draft.group_id:
        note_activity(remark.draft.group_id)
    return remark


def _comment(comment: DraftComment) -> DraftComment:
    draft = locked(comment.draft)
    found = DraftComment.objects.select_related("answers_to").filter(pk=comment.pk).first()
    if found is None:
        raise Missing
    found.draft = draft
    return found


def _suggestion(suggestion: DraftSuggestion) -> DraftSuggestion:
    draft = locked(suggestion.draft)
    found = DraftSuggestion.objects.filter(pk=suggestion.pk).first()
    if found is None:
        raise Missing
    found.draft = draft
    return found
