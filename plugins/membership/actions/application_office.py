"""What the office does with an application. Only `ask_back` and `send_decision` say anything to the applicant."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from plugins.api.access import Actor, require
from plugins.api.errors import Invalid
from plugins.api.states import moved
from plugins.api.tokens import hash_of, new_token
from plugins.membership.actions.application_links import send_link
from plugins.membership.actions.applications import locked, note
from plugins.membership.actions.office_decisions import note_decision
from plugins.membership.models import (
    Application,
    ApplicationDecision,
    ApplicationNote,
    ApplicationOutcome,
    ApplicationPart,
    ApplicationQuestion,
    DecisionKind,
    SeatOffer,
)
from plugins.membership.periods import ANSWERED_WITHIN
from plugins.membership.policies.applications import NOT_NOW
from plugins.membership.queries.applications import decided_by
from plugins.membership.states.applications import ApplicationMachine


@transaction.atomic
def note_application(application: Application, text: str, *, actor: Actor) -> ApplicationNote:
    """For the office alone. Raises Invalid without words."""
    application = locked(application)
    require(actor, "check", application)
    if not text.strip():
        raise Invalid({"text": [_("Please write what you want to note.")]})
    written = ApplicationNote.objects.create(application=application, text=text.strip(), written_by=actor.user)
    note(application, "note_application", actor)
    return written


@transaction.atomic
def find_complete(application: Application, *, actor: Actor) -> Application:
    """Nothing is missing. The applicant reads the same as before."""
    application = locked(application)
    require(actor, "find_complete", application)

    _move(application, "find_complete")
    application.next_step_by = decided_by(application)
    application.save(update_fields=["next_step_by"])
    note(application, "find_complete", actor)
    return application


@transaction.atomic
def ask_back(application: Application, part: str, text: str, *, actor: Actor) -> ApplicationQuestion:
    """One question about one part: a link goes out, and only this part is open until she answers. Raises Invalid."""
    application = locked(application)
    require(actor, "ask_back", application)
    if part not in ApplicationPart.values:
        raise Invalid({"part": [_("Please choose the part that you ask about.")]})
    if not text.strip():
        raise Invalid({"text": [_("Please write the question.")]})

    question = ApplicationQuestion.objects.create(
        application=application, part=part, text=text.strip(), asked_by=actor.user
    )
    _move(application, "ask_back")
    application.next_step_by = timezone.localdate() + ANSWERED_WITHIN
    application.save(update_fields=["next_step_by"])
    note(application, "ask_back", actor)
    send_link(application, "asked")
    return question


@transaction.atomic
def decide(
    application: Application, *, outcome: str, reason: str, conditions: str = "", way_back: str = "", actor: Actor
) -> ApplicationDecision:
    """Write the decision down; it can be changed until it is sent, and nobody outside learns of it. Raises Invalid."""
    application = locked(application)
    require(actor, "decide", application)
    words = {"reason": reason.strip(), "conditions": conditions.strip(), "way_back": way_back.strip()}
    _insist_on_words(outcome, words)

    decision, _made = ApplicationDecision.objects.update_or_create(
        application=application,
        defaults={"outcome": outcome, **words, "decided_by": actor.user, "decided_at": timezone.now()},
    )
    _move(application, "decide")
    note(application, "decide_application", actor)
    return decision


@transaction.atomic
def send_decision(application: Application, *, actor: Actor) -> Application:
    """The applicant gets a link to the decision, and members read of it: of a refusal without the county."""
    application = locked(application)
    require(actor, "tell", application)

    decision = application.decision
    decision.sent_by, decision.sent_at = actor.user, timezone.now()
    decision.save(update_fields=["sent_by", "sent_at"])
    is_declined = decision.outcome == ApplicationOutcome.DECLINED
    _move(application, "tell_declined" if is_declined else "tell_accepted")
    application.ended_at, application.next_step_by = timezone.now(), None
    application.save(update_fields=["ended_at", "next_step_by"])
    _tell_members(application, is_declined, actor)
    if not is_declined:
        _keep_seat(application)
    note(application, "send_decision", actor)
    send_link(application, "told")
    return application


def _move(application: Application, event: str) -> None:
    """To the next state, and nothing else: no state tells anybody anything."""
    application.state = moved(ApplicationMachine, application.state, event, NOT_NOW)
    application.save(update_fields=["state"])


def _insist_on_words(outcome: str, words: dict[str, str]) -> None:
    errors = {}
    if outcome not in ApplicationOutcome.values:
        errors["outcome"] = [_("Please choose the decision.")]
    if not words["reason"]:
        errors["reason"] = [_("Please give the reason: the applicant reads it.")]
    if outcome == ApplicationOutcome.CONDITIONS and not words["conditions"]:
        errors["conditions"] = [_("Please name the conditions.")]
    if outcome == ApplicationOutcome.DECLINED and not words["way_back"]:
        errors["way_back"] = [_("Please say how and when the county can apply again.")]
    if errors:
        raise Invalid(errors)


def _tell_members(application: Application, is_declined: bool, actor: Actor) -> None:
    """The log is read by all members, in the language of the forum."""
    with override(settings.LANGUAGE_CODE):
        if is_declined:
            text, kind = _("A county that applied was not accepted."), DecisionKind.REFUSAL
            reason = _("The county got the reasons in writing, and the way to apply again.")
        else:
            text, kind = _("%(county)s is a member.") % {"county": application.county}, DecisionKind.ADMISSION
            reason = _("The county applied, and its application was read by the criteria that hold for all.")
        note_decision(kind, text, reason, actor=actor)


def _keep_seat(application: Application) -> None:
    """The first of the two seats is kept for whoever applied."""
    SeatOffer.objects.get_or_create(
        application=application,
        email=application.email,
        defaults={"name": application.name, "token_hash": hash_of(new_token())},
    )
