"""Asking the county before something is published: a member reads one version, suggests, answers; the desk decides."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.accounts.models import User
from cms.actions.entries import edit_entry
from cms.blocks.rendering import render_chapters
from cms.facts import ConfirmationAnswered, ConfirmationAsked, SuggestionsDecided
from cms.layers import chapters_of
from cms.locks import insist_on_unlocked
from cms.models import Confirmation, ConfirmationMedia, CountyAnswer, Entry, Suggestion
from cms.queries.confirmations import accepted_in_order, people_to_ask
from cms.suggesting import CannotApply, as_field_value, parts_of, proposed, replaced, value_in
from plugins.api.access import Actor, require
from plugins.api.errors import Invalid, Missing, Refused
from plugins.api.outbox import announce


@transaction.atomic
def ask_for_confirmation(entry: Entry, *, person: User, note: str = "", actor: Actor) -> Confirmation:
    """Let a member read the newest version of an entry, suggest changes to it and say whether it may be published."""
    entry = entry.for_update()
    require(actor, "ask_county", entry)
    if actor.has(f"user:{person.pk}"):
        raise Refused(_("You cannot ask yourself."))
    if not people_to_ask().filter(pk=person.pk).exists():
        raise Refused(_("Only members can be asked."))
    if entry.confirmations.filter(Confirmation.OPEN, person=person).exists():
        raise Refused(_("This person has been asked already and has not answered yet. Withdraw that request first."))

    revision = entry.get_latest_revision() or entry.save_revision(user=actor.user)
    confirmation = Confirmation.objects.create(
        entry=entry,
        revision=revision,
        content=revision.content,
        person=person,
        asked_by=actor.user,
        note=note.strip(),
    )
    _open_media(confirmation, entry.with_content_json(revision.content))
    _log(confirmation, "cms.ask_county", actor)
    announce(ConfirmationAsked(confirmation_id=confirmation.pk))
    return confirmation


@transaction.atomic
def withdraw_confirmation(confirmation: Confirmation, *, actor: Actor) -> Confirmation:
    """She need not answer any more, and no longer reads the version."""
    confirmation = _locked(confirmation)
    require(actor, "withdraw", confirmation)

    confirmation.withdrawn_at, confirmation.withdrawn_by = timezone.now(), actor.user
    confirmation.save(update_fields=["withdrawn_at", "withdrawn_by"])
    _log(confirmation, "cms.withdraw_confirmation", actor)
    return confirmation


@transaction.atomic
def suggest_change(
    confirmation: Confirmation, *, part: str, wording: str, passage: str = "", why: str = "", actor: Actor
) -> Suggestion:
    """Another wording for one part of the version, or for one passage of it. Raises Invalid where it does not fit."""
    confirmation = _locked(confirmation)
    require(actor, "answer", confirmation)
    entry = confirmation.entry.specific
    if part not in {known.name for known in parts_of(entry, confirmation.content)}:
        raise Missing

    try:
        replaced(entry, part, value_in(confirmation.content, part), passage=passage, wording=wording)
    except CannotApply as error:
        raise Invalid({"passage" if passage.strip() else "wording": [error.sentence]}) from error
    return Suggestion.objects.create(
        confirmation=confirmation, part=part, passage=passage.strip(), wording=wording.strip(), why=why.strip()
    )


@transaction.atomic
def take_back_suggestion(suggestion: Suggestion, *, actor: Actor) -> None:
    """As long as she has not answered, she can leave a suggestion out again."""
    require(actor, "answer", _locked(suggestion.confirmation))
    suggestion.delete()


@transaction.atomic
def answer_confirmation(confirmation: Confirmation, *, answer: str, note: str = "", actor: Actor) -> Confirmation:
    """Say whether the county agrees; with this the version is closed to her, and her suggestions go to the desk."""
    confirmation = _locked(confirmation)
    require(actor, "answer", confirmation)
    if answer not in CountyAnswer.values:
        raise Invalid({"answer": [_("Please choose one of the answers.")]})

    confirmation.answer, confirmation.answer_note = answer, note.strip()
    confirmation.answered_at = timezone.now()
    confirmation.save(update_fields=["answer", "answer_note", "answered_at"])
    _log(confirmation, "cms.answer_confirmation", actor, answer=answer)
    announce(ConfirmationAnswered(confirmation_id=confirmation.pk))
    return confirmation


@transaction.atomic
def accept_suggestion(suggestion: Suggestion, *, actor: Actor) -> Suggestion:
    """Write it into a new draft of the entry. Where the part was changed since, it becomes outdated instead."""
    entry, suggestion = _to_decide(suggestion, actor)
    draft = entry.get_latest_revision_as_object()
    insist_on_unlocked(draft, actor)

    content = entry.get_latest_revision().content
    wanted = proposed(entry, suggestion, content, accepted_in_order(suggestion.confirmation))
    if wanted is None:
        return _decide(suggestion, Suggestion.State.STALE, actor)
    setattr(draft, suggestion.part, as_field_value(wanted))
    edit_entry(draft, actor=actor)
    return _decide(suggestion, Suggestion.State.ACCEPTED, actor)


@transaction.atomic
def decline_suggestion(suggestion: Suggestion, *, reason: str, actor: Actor) -> Suggestion:
    """The text stays as it is, and she reads why."""
    _entry, suggestion = _to_decide(suggestion, actor)
    if not reason.strip():
        raise Invalid({"reason": [_("Say in a sentence why: whoever suggested it reads it.")]})
    return _decide(suggestion, Suggestion.State.DECLINED, actor, reason=reason.strip())


def _to_decide(suggestion: Suggestion, actor: Actor) -> tuple[Entry, Suggestion]:
    """Both as they are stored, kept from others; of two people who decide at once the second hears of the first."""
    entry = suggestion.confirmation.entry.for_update()
    confirmation = _locked(suggestion.confirmation)
    require(actor, "decide", confirmation)
    require(actor, "edit", entry)
    suggestion = confirmation.suggestions.get(pk=suggestion.pk)
    if not suggestion.is_open:
        raise Refused(
            _("This suggestion has been decided already: %(state)s.") % {"state": suggestion.get_state_display()}
        )
    return entry, suggestion


def _decide(suggestion: Suggestion, state: str, actor: Actor, *, reason: str = "") -> Suggestion:
    suggestion.state, suggestion.reason = state, reason
    suggestion.decided_at, suggestion.decided_by = timezone.now(), actor.user
    suggestion.save(update_fields=["state", "reason", "decided_at", "decided_by"])
    confirmation = suggestion.confirmation
    _log(confirmation, "cms.decide_suggestion", actor, suggestion=suggestion.pk, part=suggestion.part, state=state)
    if not confirmation.suggestions.filter(state=Suggestion.State.OPEN).exists():
        announce(SuggestionsDecided(confirmation_id=confirmation.pk))
    return suggestion


def _open_media(confirmation: Confirmation, version: Entry) -> None:
    body = render_chapters(chapters_of(version))
    ConfirmationMedia.objects.bulk_create(
        [
            *(ConfirmationMedia(confirmation=confirmation, picture=picture) for picture, _alt in body.pictures),
            *(ConfirmationMedia(confirmation=confirmation, file=file) for file, _title in body.files),
        ]
    )


def _locked(confirmation: Confirmation) -> Confirmation:
    return Confirmation.objects.select_for_update(of=("self",)).select_related("entry").get(pk=confirmation.pk)


def _log(confirmation: Confirmation, action: str, actor: Actor, **data: object) -> None:
    """Beside the entry; what was written stays out of the trail."""
    log(confirmation.entry, action, user=actor.user, data={"confirmation": confirmation.pk, **data})
