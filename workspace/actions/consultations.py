"""Asking all members about a draft, what they say, and the answer of the group to each of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
    ContributionChanged,
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
        title=draft.title,
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
    text = _something(said.text)
    if said.question and said.question.consultation_id != consultation.pk:
        raise Missing
    county = County.objects.filter(key__in=actor.keys("county")).order_by("pk").first()
    contribution = Contribution(
        consultation=consultation,
        author=actor.user,
        county=county,
        is_of_county=said.is_of_county,
        question=said.question,
        text=text,
    )
    if said.passage:
        place = found_in(consultation.version.content, said.passage)
        if place is None:
            sentence = _("This passage is not found in the text, or not only once. Choose it once more.")
            raise Invalid({"quote": [sentence]})
        contribution.quote, contribution.block, contribution.start = said.passage.quote, place[0], place[1]
    if said.is_of_county:
        _insist_on_once(contribution)
    contribution.save()
    announce(ContributionMade(consultation.pk, contribution.pk))
    return contribution


@transaction.atomic
def contribute_all(consultation: Consultation, said: Mapping[str, Said], *, actor: Actor) -> list[Contribution]:
    """Several things at once, all of them or none. Raises Invalid at the names in `said`: `name_text`, `name_quote`."""
    made: list[Contribution] = []
    errors: dict[str, list[str]] = {}
    for name, one in said.items():
        try:
            made.append(contribute(consultation, one, actor=actor))
        except Invalid as invalid:
            errors |= {f"{name}_{field}": sentences for field, sentences in invalid.errors.items()}
    if errors:
        raise Invalid(errors)
    return made


@transaction.atomic
def change_contribution(
    contribution: Contribution, *, text: str, is_of_county: bool = False, actor: Actor
) -> Contribution:
    """Its author says it otherwise, until the end. Raises Invalid at `text` or `is_of_county`."""
    contribution = _contribution_locked(contribution)
    require(actor, "change", contribution)
    contribution.text, contribution.is_of_county = _something(text), is_of_county
    if is_of_county:
        _insist_on_once(contribution)
    contribution.save(update_fields=["text", "is_of_county"])
    announce(ContributionChanged(contribution.consultation_id, contribution.pk))
    return contribution


@transaction.atomic
def withdraw_contribution(contribution: Contribution, *, actor: Actor) -> None:
    """Its author takes it back, until the end; nothing of it stays."""
    contribution = _contribution_locked(contribution)
    require(actor, "withdraw", contribution)
    announce(ContributionChanged(contribution.consultation_id, contribution.pk))
    contribution.delete()


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
        if consultation.ends_at - now > (consultation.ends_at - consultation.opened_at) / 2:
            continue  # a short one was opened just now
        consultation.reminded_at = now
        consultation.save(update_fields=["reminded_at"])
        announce(ConsultationDue(consultation.pk))


@transaction.atomic
def answer_contribution(contribution: Contribution, outcome: str, answer: str, *, actor: Actor) -> Contribution:
    """What the group made of it, with the reason. Raises Invalid at `outcome` or `answer`."""
    contribution = _contribution_locked(contribution)
    require(actor, "answer", contribution)
    answer = answer.strip()
    if outcome not in ContributionOutcome.values:
        raise Invalid({"outcome": [_("Choose what became of it.")]})
    if not answer or len(answer) > MOST_CHARACTERS:
        raise Invalid({"answer": [_("Say why: whoever contributed reads it.")]})

    contribution.outcome, contribution.answer = outcome, answer
    contribution.answered_by, contribution.answered_at = actor.user, timezone.now()
    contribution.save(update_fields=["outcome", "answer", "answered_by", "answered_at"])
    announce(ContributionAnswered(contribution.consultation_id, contribution.pk))
    return contribution


def end_in_closing(draft: Draft) -> None:
    """Whose group closes, in its transaction: nobody is there to answer."""
    for consultation in Consultation.objects.filter(draft=draft, ended_at=None):
        consultation.draft = draft
        _end(consultation)


def _something(text: str) -> str:
    text = text.strip()
    if not text or len(text) > MOST_CHARACTERS:
        raise Invalid({"text": [_("Write something first.") if not text else _("At most 5,000 characters.")]})
    return text


def _insist_on_once(contribution: Contribution) -> None:
    """A county says one thing to a question, and one to the whole; to passages people speak for themselves."""
    if contribution.county is None:
        raise Invalid({"is_of_county": [_("Only those who sit for a county answer for it.")]})
    if contribution.quote:
        raise Invalid({"is_of_county": [_("A county answers questions, or says something to the whole.")]})
    others = Contribution.objects.filter(consultation=contribution.consultation_id, is_of_county=True)
    before = others.filter(county=contribution.county, question=contribution.question).exclude(pk=contribution.pk)
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


def _contribution_locked(contribution: Contribution) -> Contribution:
    """As it is stored, while nobody ends the consultation. Raises Missing where it was taken back."""
    consultation = _locked(contribution.consultation)
    found = consultation.contributions.select_related("county", "question").filter(pk=contribution.pk).first()
    if found is None:
        raise Missing
    found.consultation = consultation
    return found
