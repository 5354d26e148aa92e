"""Asking all members about a draft, what they say, and the answer of the group to each of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.models import County
from plugins.api.access import Actor, require
from plugins.api.errors import Invalid, Missing
from plugins.api.outbox import announce
from workspace.actions.decisions import end_of_day
from workspace.actions.drafts import changed_draft, keep_version, locked
from workspace.drafting.passages import Passage, found_in
from workspace.drafting.store import load
from workspace.facts import (
    ConsultationDue,
    ConsultationEnded,
    ConsultationOpened,
    ContributionAnswered,
    ContributionMade,
)
from workspace.models import (
    Consultation,
    ConsultationQuestion,
    Contribution,
    ContributionOutcome,
    Draft,
    DraftState,
    Reaction,
)

SHORTEST, LONGEST, USUAL = 3, 90, 21
"""Days in which members can contribute."""
MOST_QUESTIONS: Final = 10
MOST_CHARACTERS: Final = 5000
REMIND_BEFORE: Final = timedelta(days=3)


@dataclass(frozen=True)
class Said:
    """What a member says: to a question, to a passage of the version, or to the whole."""

    text: str
    question: ConsultationQuestion | None = None
    passage: Passage | None = None
    is_of_county: bool = False


@transaction.atomic
def open_consultation(
    draft: Draft, *, days: int, questions: Sequence[str] = (), introduction: str = "", actor: Actor
) -> Consultation:
    """Freeze the text and ask all members. Raises Invalid at `days`, `questions` or `introduction`."""
    draft = locked(draft)
    require(actor, "open_consultation", draft)
    asked = [" ".join(question.split()) for question in questions if question.strip()]
    if not SHORTEST <= days <= LONGEST:
        raise Invalid({"days": [_("Between 3 and 90 days.")]})
    if len(asked) > MOST_QUESTIONS or any(len(question) > 300 for question in asked):
        raise Invalid({"questions": [_("At most ten questions of 300 characters.")]})
    if len(introduction) > MOST_CHARACTERS:
        raise Invalid({"introduction": [_("At most 5,000 characters.")]})

    now = timezone.now()
    consultation = Consultation.objects.create(
        draft=draft,
        version=keep_version(draft, load(draft.pk)[0], _("For the consultation"), actor),
        introduction=introduction.strip(),
        opened_by=actor.user,
        opened_at=now,
        was_decided=draft.state == DraftState.DECIDED,
        ends_at=end_of_day(now + timedelta(days=days)),
    )
    for number, question in enumerate(asked, 1):
        ConsultationQuestion.objects.create(consultation=consultation, number=number, text=question)
    draft.state = DraftState.CONSULTING
    changed_draft(draft, "open_consultation", actor, "state")
    announce(ConsultationOpened(consultation.pk))
    return consultation


@transaction.atomic
def contribute(consultation: Consultation, said: Said, *, actor: Actor) -> Contribution:
    """Say something. Raises Invalid at `text`, `quote` or `is_of_county`."""
    consultation = _locked(consultation)
    require(actor, "contribute", consultation)
    text = said.text.strip()
    if not text or len(text) > MOST_CHARACTERS:
        raise Invalid({"text": [_("Write something first.") if not text else _("At most 5,000 characters.")]})
    if said.question and said.question.consultation_id != consultation.pk:
        raise Missing
    county = County.objects.filter(key__in=actor.keys("county")).order_by("pk").first()
    if said.is_of_county:
        _insist_on_once(consultation, said, county)
    place = found_in(consultation.version.content, said.passage) if said.passage else None
    if said.passage and place is None:
        raise Invalid({"quote": [_("This passage is not found in the text, or not only once. Choose it once more.")]})

    contribution = Contribution.objects.create(
        consultation=consultation,
        author=actor.user,
        county=county,
        is_of_county=said.is_of_county,
        question=said.question,
        quote=said.passage.quote if said.passage else "",
        block=place[0] if place else None,
        start=place[1] if place else None,
        text=text,
    )
    announce(ContributionMade(consultation.pk, contribution.pk))
    return contribution


@transaction.atomic
def nothing_to_add(consultation: Consultation, *, actor: Actor) -> None:
    """Somebody has read it; nobody reminds them."""
    require(actor, "contribute", consultation)
    Reaction.objects.get_or_create(consultation=consultation, person=actor.user)


@transaction.atomic
def end_consultation(consultation: Consultation, *, actor: Actor) -> Consultation:
    """Before its time."""
    consultation = _locked(consultation)
    require(actor, "end", consultation)
    _end(consultation)
    changed_draft(consultation.draft, "end_consultation", actor)
    return consultation


def end_due_consultations() -> None:
    """Whose time is over."""
    due = Consultation.objects.filter(ended_at=None, ends_at__lte=timezone.now())
    for found in due.select_related("draft"):
        with transaction.atomic():
            consultation = _locked(found)
            if consultation.is_open:
                _end(consultation)


@transaction.atomic
def remind_of_consultations() -> None:
    """Once, before the end."""
    now = timezone.now()
    soon = Consultation.objects.filter(
        ended_at=None, reminded_at=None, ends_at__lte=now + REMIND_BEFORE, ends_at__gt=now
    )
    for consultation in soon.select_for_update():
        consultation.reminded_at = now
        consultation.save(update_fields=["reminded_at"])
        announce(ConsultationDue(consultation.pk))


@transaction.atomic
def answer_contribution(contribution: Contribution, outcome: str, answer: str, *, actor: Actor) -> Contribution:
    """What the group made of it, with the reason. Raises Invalid at `outcome` or `answer`."""
    consultation = _locked(contribution.consultation)
    require(actor, "answer", consultation)
    answer = answer.strip()
    if outcome not in ContributionOutcome.values:
        raise Invalid({"outcome": [_("Choose what became of it.")]})
    if not answer or len(answer) > MOST_CHARACTERS:
        raise Invalid({"answer": [_("Say why: whoever contributed reads it.")]})

    contribution.outcome, contribution.answer = outcome, answer
    contribution.answered_by, contribution.answered_at = actor.user, timezone.now()
    contribution.save(update_fields=["outcome", "answer", "answered_by", "answered_at"])
    announce(ContributionAnswered(consultation.pk, contribution.pk))
    return contribution


def end_in_closing(draft: Draft) -> None:
    """Whose group closes, in its transaction: nobody is there to answer."""
    for consultation in Consultation.objects.filter(draft=draft, ended_at=None):
        consultation.draft = draft
        _end(consultation)


def _insist_on_once(consultation: Consultation, said: Said, county: County | None) -> None:
    if county is None:
        raise Invalid({"is_of_county": [_("Only those who sit for a county answer for it.")]})
    before = consultation.contributions.filter(county=county, is_of_county=True, question=said.question)
    if before.exists():
        raise Invalid({"is_of_county": [_("Your county has answered this already.")]})


def _end(consultation: Consultation) -> None:
    consultation.ended_at = timezone.now()
    consultation.save(update_fields=["ended_at"])
    draft = consultation.draft
    draft.state = DraftState.DECIDED if consultation.was_decided else DraftState.WRITING
    changed_draft(draft, None, None, "state")
    announce(ConsultationEnded(consultation.pk))


def _locked(consultation: Consultation) -> Consultation:
    draft = locked(consultation.draft)
    found = Consultation.objects.select_related("version").filter(pk=consultation.pk).first()
    if found is None:
        raise Missing
    found.draft = draft
    return found
