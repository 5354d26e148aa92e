"""Asking for contact from outside, and answering as a member who was asked."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.models import Topic
from plugins.api.access import Actor, require, visible_to
from plugins.api.errors import Invalid
from plugins.api.outbox import announce
from plugins.api.states import moved
from plugins.membership.facts import ContactAsked, ContactConfirmed
from plugins.membership.models import ContactInvitation, ContactRequest
from plugins.membership.policies.contacts import NOT_NOW
from plugins.membership.states.contacts import ContactMachine

LONGEST = timedelta(days=365)
"""A request has an end that people can foresee."""


@transaction.atomic
def ask_for_contact(
    *,
    kind: str,
    name: str,
    institution: str,
    email: str,
    topics: Iterable[Topic],
    purpose: str,
    expected: str,
    until: date,
    actor: Actor,
) -> ContactRequest:
    """A request that the office does not see before its address is confirmed. Raises Invalid."""
    require(actor, "create", ContactRequest)
    request = ContactRequest(
        reference=secrets.token_hex(8),
        kind=kind,
        name=" ".join(name.split()),
        institution=" ".join(institution.split()),
        email=email.strip(),
        purpose=purpose.strip(),
        expected=expected.strip(),
        until=until,
    )
    _check(request)
    today = timezone.localdate()
    if not today < until <= today + LONGEST:
        raise Invalid({"until": [_("Please name a day from tomorrow on, at most a year ahead.")]})
    request.save()
    request.reference = f"K-{today.year}-{request.pk:04}"
    request.save(update_fields=["reference"])
    request.topics.set(visible_to(actor, Topic.objects.filter(pk__in=[topic.pk for topic in topics])))
    announce(ContactAsked(request_id=request.pk))
    return request


@transaction.atomic
def confirm_contact_request(request: ContactRequest, *, actor: Actor) -> ContactRequest:
    """Whoever reads the mails of this address asked: now the office has the request, and the requester a receipt."""
    request = ContactRequest.objects.select_for_update().get(pk=request.pk)
    require(actor, "confirm", request)
    request.state = moved(ContactMachine, request.state, "confirm", NOT_NOW)
    request.confirmed_at = timezone.now()
    request.save(update_fields=["state", "confirmed_at"])
    log(request, "membership.confirm_contact", user=actor.user, title=request.reference)
    announce(ContactConfirmed(request_id=request.pk))
    return request


@transaction.atomic
def answer_invitation(
    invitation: ContactInvitation, answer: str, *, address: str = "", sentence: str = "", actor: Actor
) -> ContactInvitation:
    """Opt in with the address that is passed on, or say no; the last answer before the introduction counts.

    Without the address of a yes it raises Invalid. A no keeps no address.
    """
    ContactRequest.objects.select_for_update().get(pk=invitation.request_id)
    invitation = ContactInvitation.objects.select_for_update().select_related("request").get(pk=invitation.pk)
    require(actor, "answer", invitation)
    is_yes = answer == ContactInvitation.Answer.YES
    if is_yes and not address.strip():
        raise Invalid({"address": [_("Please say which address is passed on.")]})
    invitation.answer, invitation.address = answer, address.strip() if is_yes else ""
    invitation.sentence, invitation.answered_at = " ".join(sentence.split()), timezone.now()
    _check(invitation, exclude=("request", "member", "asked_by"))
    invitation.save()
    log(invitation, "membership.answer_contact", user=actor.user, title=f"#{invitation.pk}")
    return invitation


def _check(row: Model, exclude: Iterable[str] = ()) -> None:
    try:
        row.full_clean(exclude=set(exclude))
    except ValidationError as error:
        raise Invalid(error.message_dict) from error
