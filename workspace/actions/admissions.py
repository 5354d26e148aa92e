"""Asking to come into a group, inviting somebody, and the answers."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.accounts.models import User
from plugins.api.access import Actor, require
from plugins.api.errors import Invalid, Refused
from plugins.api.outbox import announce
from workspace.actions.activity import locked, note, note_activity
from workspace.actions.places import settle, take_place
from workspace.facts import AdmissionAsked, GroupMembersChanged
from workspace.models import Admission, AdmissionKind, AdmissionState, GroupRole, WorkingGroup
from workspace.queries.admissions import people_to_invite


@transaction.atomic
def ask_for_access(group: WorkingGroup, *, text: str, via_office: bool = False, actor: Actor) -> Admission:
    """Ask with a sentence; by way of the programme office the group hears of it once the office has passed it on."""
    group = locked(group)
    require(actor, "ask_for_access", group)
    if not text.strip():
        raise Invalid({"text": [_("Say in a sentence why you want to take part.")]})

    request = Admission.objects.create(
        group=group,
        person=actor.user,
        kind=AdmissionKind.REQUEST,
        text=text.strip(),
        made_by=actor.user,
        via_office=via_office,
    )
    note(group, "ask_for_access", actor, admission=request.pk)
    announce(AdmissionAsked(admission_id=request.pk))
    return request


@transaction.atomic
def invite_people(group: WorkingGroup, people: Iterable[User], *, text: str = "", actor: Actor) -> list[Admission]:
    """Each of them sees from now on that the group exists, accepts or declines. It takes the place of a request."""
    group = locked(group)
    require(actor, "invite", group)
    chosen = list(people)
    if not chosen:
        raise Invalid({"people": [_("Choose at least one person.")]})
    if people_to_invite(group).filter(pk__in=[person.pk for person in chosen]).count() != len(chosen):
        raise Refused(_("Only members who neither take part nor are invited yet can be invited."))

    for request in Admission.objects.open().filter(group=group, person__in=chosen):
        settle(request, AdmissionState.WITHDRAWN)
    invitations = [
        Admission.objects.create(
            group=group, person=person, kind=AdmissionKind.INVITATION, text=text.strip(), made_by=actor.user
        )
        for person in chosen
    ]
    note_activity(group.pk)
    note(group, "invite", actor, people=[person.pk for person in chosen])
    for invitation in invitations:
        announce(AdmissionAsked(admission_id=invitation.pk))
    announce(GroupMembersChanged(group_id=group.pk, user_ids=tuple(person.pk for person in chosen)))
    return invitations


@transaction.atomic
def accept_invitation(invitation: Admission, *, actor: Actor) -> Admission:
    """The invited person takes part from now on."""
    invitation = _locked(invitation)
    require(actor, "accept", invitation)

    _let_in(invitation, actor)
    note(invitation.group, "accept_invitation", actor, admission=invitation.pk)
    return invitation


@transaction.atomic
def decline_invitation(invitation: Admission, *, reason: str = "", actor: Actor) -> Admission:
    """The invited person stays away; nobody has to say why."""
    invitation = _locked(invitation)
    require(actor, "decline", invitation)

    settle(invitation, AdmissionState.DECLINED, by=actor.user, reason=reason)
    note(invitation.group, "decline_invitation", actor, admission=invitation.pk)
    return invitation


@transaction.atomic
def accept_request(request: Admission, *, actor: Actor) -> Admission:
    """Whoever asked takes part from now on."""
    request = _locked(request)
    require(actor, "decide", request)

    _let_in(request, actor)
    note(request.group, "accept_request", actor, admission=request.pk)
    return request


@transaction.atomic
def decline_request(request: Admission, *, reason: str, actor: Actor) -> Admission:
    """Whoever asked reads why."""
    request = _locked(request)
    require(actor, "decide", request)
    _insist_on_reason(reason)

    settle(request, AdmissionState.DECLINED, by=actor.user, reason=reason)
    note_activity(request.group_id)
    note(request.group, "decline_request", actor, admission=request.pk)
    return request


@transaction.atomic
def pass_request_on(request: Admission, *, actor: Actor) -> Admission:
    """From the programme office to the group, which decides."""
    request = _locked(request)
    require(actor, "pass_on", request)

    request.passed_on_at = timezone.now()
    request.save(update_fields=["passed_on_at"])
    note(request.group, "pass_request_on", actor, admission=request.pk)
    announce(AdmissionAsked(admission_id=request.pk))
    return request


@transaction.atomic
def give_request_back(request: Admission, *, reason: str, actor: Actor) -> Admission:
    """The office does not pass it on and says why. The group never knew; the person can still ask it herself."""
    request = _locked(request)
    require(actor, "pass_on", request)
    _insist_on_reason(reason)

    settle(request, AdmissionState.RETURNED, by=actor.user, reason=reason)
    note(request.group, "give_request_back", actor, admission=request.pk)
    return request


@transaction.atomic
def withdraw_admission(admission: Admission, *, actor: Actor) -> Admission:
    """Taken back by whoever took the first step, as if nothing had been asked."""
    admission = _locked(admission)
    require(actor, "withdraw", admission)

    settle(admission, AdmissionState.WITHDRAWN, by=actor.user)
    note(admission.group, "withdraw_admission", actor, admission=admission.pk)
    return admission


def _let_in(admission: Admission, actor: Actor) -> None:
    settle(admission, AdmissionState.ACCEPTED, by=actor.user)
    take_place(admission.group, admission.person, GroupRole.WRITER)


def _insist_on_reason(reason: str) -> None:
    if not reason.strip():
        raise Invalid({"reason": [_("Say in a sentence why: whoever asked reads it.")]})


def _locked(admission: Admission) -> Admission:
    """With its group locked first, as everywhere."""
    group = locked(admission.group)
    fresh = Admission.objects.select_related("person").get(pk=admission.pk)
    fresh.group = group
    return fresh
