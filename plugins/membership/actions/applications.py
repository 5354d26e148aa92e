"""What an applicant does with her application. Nothing but a receipt and a link that she asked for is ever mailed."""

from __future__ import annotations

import secrets
from collections.abc import Mapping

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.log_actions import log

from plugins.api.access import SYSTEM, Actor, require
from plugins.api.errors import Invalid, Missing, Refused
from plugins.api.outbox import announce
from plugins.api.states import moved
from plugins.membership.actions.application_links import send_link
from plugins.membership.actions.office_decisions import note_decision
from plugins.membership.facts import ApplicationWaits
from plugins.membership.models import Application, ApplicationQuestion, DecisionKind
from plugins.membership.models.applications import FIELDS
from plugins.membership.periods import CHECKED_WITHIN
from plugins.membership.policies.applications import NOT_NOW
from plugins.membership.queries.application_pages import label_of
from plugins.membership.queries.applications import missing_fields, open_under
from plugins.membership.queries.rounds import open_round
from plugins.membership.states.applications import ApplicationMachine


@transaction.atomic
def begin_application(email: str, *, actor: Actor) -> None:
    """A link to the application of this address, or to a new one, is mailed there. The caller does not learn which."""
    require(actor, "create", Application)

    application = open_under(email)
    if application is None:
        application = new_application(email)
        note(application, "begin_application", actor)
    send_link(application, "begun")


def new_application(email: str) -> Application:
    """Empty, with a reference of its own."""
    application = Application.objects.create(reference=secrets.token_hex(8), email=email.lower())
    application.reference = f"{timezone.localdate().year}-{application.pk:04}"
    application.save(update_fields=["reference"])
    return application


@transaction.atomic
def save_part(application: Application, part: str, values: Mapping[str, object], *, actor: Actor) -> Application:
    """Keep one part, half filled too. Once handed in only the part that was asked about. Raises Invalid."""
    application = locked(application)
    require(actor, "write", application)
    insist_on_open(application, part)

    names = FIELDS[part]
    for name in names:
        setattr(application, name, values[name])
    others = {field.name for field in Application._meta.fields} - set(names)
    try:
        application.full_clean(exclude=others, validate_unique=False)
    except ValidationError as error:
        raise Invalid(error.message_dict) from error
    application.saved_at = timezone.now()
    application.save(update_fields=[*names, "saved_at"])
    return application


@transaction.atomic
def hand_in(application: Application, *, actor: Actor) -> Application:
    """The office has it, and the applicant a receipt with the next dates. Raises Invalid naming what is missing."""
    application = locked(application)
    require(actor, "hand_in", application)
    missing = missing_fields(application)
    if missing:
        labels = ", ".join(label_of(name) for name in missing)
        raise Invalid({"__all__": [_("This is still missing: %(fields)s") % {"fields": labels}]})

    application.state = moved(ApplicationMachine, application.state, "hand_in", NOT_NOW)
    application.received_at = timezone.now()
    application.round = open_round()
    application.next_step_by = timezone.localdate() + CHECKED_WITHIN
    application.save(update_fields=["state", "received_at", "round", "next_step_by"])
    note(application, "hand_in_application", actor)
    send_link(application, "received")
    announce(ApplicationWaits(application.pk, "received", str(timezone.localdate())))
    return application


@transaction.atomic
def answer_question(application: Application, answer: str, *, actor: Actor) -> Application:
    """The question is answered and the application closed again. Raises Invalid without an answer."""
    application = locked(application)
    require(actor, "reply", application)
    if not answer.strip():
        raise Invalid({"answer": [_("Please answer in a sentence, even if you only say that it is done.")]})

    question = open_question(application)
    question.answer, question.answered_at = answer.strip(), timezone.now()
    question.save(update_fields=["answer", "answered_at"])
    application.state = moved(ApplicationMachine, application.state, "reply", NOT_NOW)
    application.next_step_by = timezone.localdate() + CHECKED_WITHIN
    application.save(update_fields=["state", "next_step_by"])
    note(application, "answer_question", actor)
    announce(ApplicationWaits(application.pk, "answered", str(question.pk)))
    return application


@transaction.atomic
def withdraw(application: Application, *, actor: Actor) -> Application:
    """At any time before the decision was sent. Members read that a county withdrew, not which."""
    application = locked(application)
    require(actor, "withdraw", application)

    application.state = moved(ApplicationMachine, application.state, "withdraw", NOT_NOW)
    application.ended_at, application.next_step_by = timezone.now(), None
    application.save(update_fields=["state", "ended_at", "next_step_by"])
    note(application, "withdraw_application", actor)
    if application.received_at:
        with override(settings.LANGUAGE_CODE):  # all members read it
            reason = _("Whoever applies may withdraw at any time and gives no reason.")
            note_decision(DecisionKind.OTHER, _("A county withdrew its application."), reason, actor=SYSTEM)
    return application


def insist_on_open(application: Application, part: str) -> None:
    """Before it is handed in every part is open, afterwards the one that was asked about. Raises Refused."""
    if part not in FIELDS:
        raise Missing
    if application.state == "asked" and open_question(application).part != part:
        raise Refused(_("Only the part that the programme office asked about can be changed now."))


def open_question(application: Application) -> ApplicationQuestion:
    """What waits for an answer. Raises Missing."""
    question = application.questions.filter(answered_at=None).first()
    if question is None:
        raise Missing
    return question


def locked(application: Application) -> Application:
    """As it is stored, kept from others until the transaction ends. Raises Missing when it has gone."""
    rows = Application.objects.select_for_update(of=("self",)).select_related("county", "round")
    found = rows.filter(pk=application.pk).first()
    if found is None:
        raise Missing
    return found


def note(application: Application, action: str, actor: Actor) -> None:
    """The audit trail knows applications by number: a county in it would outlive the period."""
    log(application, f"membership.{action}", user=actor.user, title=f"#{application.pk}")
