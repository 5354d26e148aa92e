"""What the office does with a request for contact. Mail leaves only by a press that says so."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from plugins.api.access import Actor, require, visible_to
from plugins.api.errors import Invalid, Refused
from plugins.api.outbox import announce
from plugins.api.states import moved
from plugins.membership.facts import ContactIntroduced, ContactMemberAsked, ContactRefusalSent
from plugins.membership.models import ContactInvitation, ContactNote, ContactRequest, MemberProfile
from plugins.membership.policies.contacts import NOT_NOW
from plugins.membership.queries.contacts import agreed_invitations
from plugins.membership.states.contacts import ContactMachine


@transaction.atomic
def invite_members(request: ContactRequest, people: Collection[int], *, actor: Actor) -> list[ContactInvitation]:
    """Ask these members, each once. Raises Invalid where one of them is not in the directory."""
    request = _locked(request)
    require(actor, "invite", request)
    found = visible_to(actor, MemberProfile.objects.in_directory()).filter(pk__in=people)
    chosen = set(found.values_list("pk", flat=True))
    if not chosen or chosen != set(people):
        raise Invalid({"people": [_("Please choose members who stand in the directory.")]})
    asked = set(request.invitations.values_list("member", flat=True))
    invitations = [
        ContactInvitation.objects.create(request=request, member_id=pk, asked_by=actor.user)
        for pk in sorted(chosen - asked)
    ]
    request.state = moved(ContactMachine, request.state, "invite", NOT_NOW)
    request.save(update_fields=["state"])
    log(request, "membership.invite_to_contact", user=actor.user, title=request.reference)
    for invitation in invitations:
        announce(ContactMemberAsked(invitation_id=invitation.pk))
    return invitations


@transaction.atomic
def note_contact(request: ContactRequest, text: str, *, actor: Actor) -> ContactNote:
    """For the office alone."""
    request = _locked(request)
    require(actor, "check", request)
    if not text.strip():
        raise Invalid({"text": [_("Please write something.")]})
    if request.emptied_at:
        raise Refused(_("The words of this request have been erased."))
    note = ContactNote.objects.create(request=request, text=text.strip(), written_by=actor.user)
    log(request, "membership.note_contact", user=actor.user, title=request.reference)
    return note


@transaction.atomic
def introduce(request: ContactRequest, *, actor: Actor) -> ContactRequest:
    """The requester gets the addresses of those who opted in, each of them the requester's; nobody else is named.

    Raises Refused while nobody has opted in.
    """
    request = _locked(request)
    require(actor, "introduce", request)
    agreed = list(agreed_invitations(request))
    if not agreed:
        raise Refused(_("Nobody has agreed yet."))
    request.state = moved(ContactMachine, request.state, "introduce", NOT_NOW)
    request.introduced_at = timezone.now()
    request.save(update_fields=["state", "introduced_at"])
    log(request, "membership.introduce", user=actor.user, title=request.reference)
    announce(ContactIntroduced(request_id=request.pk))
    for invitation in agreed:
        announce(ContactIntroduced(request_id=request.pk, invitation_id=invitation.pk))
    return request


@transaction.atomic
def decline_contact(request: ContactRequest, reason: str, *, actor: Actor) -> ContactRequest:
    """It is over inside. The requester learns it only by `send_reason`."""
    request = _locked(request)
    require(actor, "decline", request)
    if not reason.strip():
        raise Invalid({"reason": [_("Please give a reason. The requester reads it.")]})
    request.state = moved(ContactMachine, request.state, "decline", NOT_NOW)
    request.reason, request.ended_at = reason.strip(), timezone.now()
    request.save(update_fields=["state", "reason", "ended_at"])
    log(request, "membership.decline_contact", user=actor.user, title=request.reference)
    return request


@transaction.atomic
def send_reason(request: ContactRequest, *, actor: Actor) -> ContactRequest:
    """The requester reads why, once."""
    request = _locked(request)
    require(actor, "send_reason", request)
    request.reason_sent_at = timezone.now()
    request.save(update_fields=["reason_sent_at"])
    log(request, "membership.send_contact_reason", user=actor.user, title=request.reference)
    announce(ContactRefusalSent(request_id=request.pk))
    return request


@transaction.atomic
def close_contact(request: ContactRequest, *, actor: Actor) -> ContactRequest:
    """Those who were introduced need the office no more."""
    request = _locked(request)
    require(actor, "close", request)
    request.state = moved(ContactMachine, request.state, "close", NOT_NOW)
    request.ended_at = timezone.now()
    request.save(update_fields=["state", "ended_at"])
    log(request, "membership.close_contact", user=actor.user, title=request.reference)
    return request


def _locked(request: ContactRequest) -> ContactRequest:
    return ContactRequest.objects.select_for_update().get(pk=request.pk)
