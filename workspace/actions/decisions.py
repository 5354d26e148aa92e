"""Deciding about a draft: its text is frozen, those who write in it are asked, and what they answer is kept."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.accounts.models import User
from cms.models import County
from plugins.api.access import Actor, require
from plugins.api.errors import Invalid, Missing
from plugins.api.outbox import announce
from workspace.actions.drafts import changed_draft, keep_version, locked
from workspace.drafting.store import load
from workspace.facts import DecisionAnswered, DecisionCalled, DecisionDue, DecisionEnded
from workspace.models import Answer, Decision, DecisionOutcome, Draft, DraftState, Voice
from workspace.queries.decisions import result_of, share_of, voters_of

SHORTEST, LONGEST, USUAL = 1, 60, 7
"""Days in which people can answer."""
REMIND_BEFORE: Final = timedelta(days=1)
MOST_CHARACTERS: Final = 5000


@transaction.atomic
def call_decision(draft: Draft, *, days: int, actor: Actor) -> Decision:
    """Freeze the text and ask those who write or coordinate. Raises Invalid at `days`."""
    draft = locked(draft)
    require(actor, "call_decision", draft)
    if not SHORTEST <= days <= LONGEST:
        raise Invalid({"days": [_("Between 1 and 60 days.")]})

    text, _rows = load(draft.pk)
    asked = voters_of(draft)
    now = timezone.now()
    decision = Decision.objects.create(
        draft=draft,
        version=keep_version(draft, text, _("For the decision"), actor),
        quorum=share_of(len(asked), draft),
        called_by=actor.user,
        called_at=now,
        ends_at=end_of_day(now + timedelta(days=days)),
    )
    Voice.objects.bulk_create(_voice(decision, person, county) for person, county in asked.items())
    draft.state = DraftState.DECIDING
    changed_draft(draft, "call_decision", actor, "state")
    announce(DecisionCalled(decision.pk))
    return decision


@transaction.atomic
def answer_decision(decision: Decision, answer: str, *, actor: Actor, reason: str = "") -> Voice:
    """Agree, abstain or object; until the end somebody can answer otherwise. Raises Invalid at `answer` or `reason`."""
    decision = _locked(decision)
    require(actor, "answer", decision)
    reason = reason.strip()
    if answer not in Answer.values:
        raise Invalid({"answer": [_("Choose one of the answers.")]})
    if answer == Answer.OBJECT and not reason:
        raise Invalid({"reason": [_("Say why you object: it stays beside the result.")]})
    if len(reason) > MOST_CHARACTERS:
        raise Invalid({"reason": [_("At most 5,000 characters.")]})

    voice = Voice.objects.get(decision=decision, person=actor.user)
    voice.answer, voice.reason, voice.answered_at = answer, reason, timezone.now()
    voice.save(update_fields=["answer", "reason", "answered_at"])
    announce(DecisionAnswered(decision.pk))
    return voice


@transaction.atomic
def call_decision_off(decision: Decision, *, reason: str, actor: Actor) -> Decision:
    """The text is written on; what was answered stays. Raises Invalid without a reason."""
    decision = _locked(decision)
    require(actor, "call_off", decision)
    if not reason.strip():
        raise Invalid({"reason": [_("Say in a sentence why: those who were asked read it.")]})

    decision.end_reason = reason.strip()[:MOST_CHARACTERS]
    _end(decision, DecisionOutcome.CALLED_OFF)
    changed_draft(decision.draft, "call_decision_off", actor)
    return decision


@transaction.atomic
def finish_decision(decision: Decision, *, actor: Actor) -> Decision:
    """Before its time, once everybody has answered."""
    decision = _locked(decision)
    require(actor, "finish", decision)
    _end(decision, result_of(decision).outcome)
    changed_draft(decision.draft, "finish_decision", actor)
    return decision


@transaction.atomic
def take_text_up_again(draft: Draft, *, actor: Actor) -> Draft:
    """After a decision: the text is written on, and needs a new decision once it reads otherwise."""
    draft = locked(draft)
    require(actor, "resume", draft)
    draft.state = DraftState.WRITING
    return changed_draft(draft, "take_text_up_again", actor, "state")


def end_due_decisions() -> None:
    """Whose time is over."""
    due = Decision.objects.filter(outcome=DecisionOutcome.OPEN, ends_at__lte=timezone.now())
    for found in due.select_related("draft"):
        with transaction.atomic():
            decision = _locked(found)
            if decision.is_open:
                _end(decision, result_of(decision).outcome)


@transaction.atomic
def remind_of_decisions() -> None:
    """Once, a day before the end, where somebody has not answered."""
    now = timezone.now()
    soon = Decision.objects.filter(
        outcome=DecisionOutcome.OPEN, reminded_at=None, ends_at__lte=now + REMIND_BEFORE, ends_at__gt=now
    )
    for decision in soon.select_for_update():
        decision.reminded_at = now
        decision.save(update_fields=["reminded_at"])
        if decision.voices.filter(answer="").exists():
            announce(DecisionDue(decision.pk))


def call_off_in_closing(draft: Draft) -> None:
    """Whose group closes, in its transaction: nobody is there to decide."""
    for decision in Decision.objects.filter(draft=draft, outcome=DecisionOutcome.OPEN):
        decision.draft = draft
        decision.end_reason = _("The working group was closed.")
        _end(decision, DecisionOutcome.CALLED_OFF)


def _end(decision: Decision, outcome: DecisionOutcome) -> None:
    decision.outcome, decision.ended_at = outcome, timezone.now()
    decision.save(update_fields=["outcome", "ended_at", "end_reason"])
    draft = decision.draft
    draft.state = DraftState.DECIDED if outcome == DecisionOutcome.ADOPTED else DraftState.WRITING
    changed_draft(draft, None, None, "state")
    announce(DecisionEnded(decision.pk))


def _voice(decision: Decision, person: User, county: County | None) -> Voice:
    return Voice(decision=decision, person=person, county=county)


def _locked(decision: Decision) -> Decision:
    draft = locked(decision.draft)
    found = Decision.objects.select_related("version").filter(pk=decision.pk).first()
    if found is None:
        raise Missing
    found.draft = draft
    return found


def end_of_day(moment: datetime) -> datetime:
    """People think in days."""
    return timezone.localtime(moment).replace(hour=23, minute=59, second=59, microsecond=0)
