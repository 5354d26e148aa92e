"""Asking and inviting: an invitation beats a request, and the group alone decides."""

from __future__ import annotations

import pytest

from plugins.api.access import may, visible_to
from plugins.api.actors import actor_for
from plugins.api.errors import Invalid, Missing, Refused
from tests.factories import end_seat
from workspace.actions.admissions import (
    accept_invitation,
    accept_request,
    ask_for_access,
    decline_invitation,
    decline_request,
    give_request_back,
    invite_people,
    pass_request_on,
    withdraw_admission,
)
from workspace.actions.life import close_group
from workspace.models import Admission, AdmissionState, JoinMode, WorkingGroup
from workspace.queries.admissions import people_to_invite
from workspace.queries.groups import group_by_slug

pytestmark = pytest.mark.django_db

WHY = "Wir bauen gerade eine Wohnraumagentur auf."


@pytest.fixture
def asked(group, outsider):
    return ask_for_access(group, text=WHY, actor=actor_for(outsider))


def sees(person, admission):
    return visible_to(actor_for(person), Admission.objects.all()).filter(pk=admission.pk).exists()


def test_who_asks_with_a_sentence_is_let_in_by_who_coordinates(group, asked, outsider, coordinator, member):
    with pytest.raises(Missing):
        accept_request(asked, actor=actor_for(member))
    accept_request(asked, actor=actor_for(coordinator))
    assert actor_for(outsider).has(group.principal)
    with pytest.raises(Refused):
        accept_request(asked, actor=actor_for(coordinator))


def test_a_request_needs_its_sentence_and_is_asked_once(group, asked, outsider, mentor):
    with pytest.raises(Invalid):
        ask_for_access(group, text=" ", actor=actor_for(mentor))
    with pytest.raises(Refused):
        ask_for_access(group, text="Noch einmal.", actor=actor_for(outsider))


def test_declining_needs_a_reason_and_one_can_ask_again(group, asked, outsider, coordinator):
    with pytest.raises(Invalid):
        decline_request(asked, reason="", actor=actor_for(coordinator))
    decline_request(asked, reason="Der Entwurf ist fast fertig.", actor=actor_for(coordinator))
    asked.refresh_from_db()
    assert (asked.state, asked.reason) == (AdmissionState.DECLINED, "Der Entwurf ist fast fertig.")
    assert not actor_for(outsider).has(group.principal)
    ask_for_access(group, text="Und nun?", actor=actor_for(outsider))


def test_who_asked_takes_it_back(asked, outsider, coordinator):
    with pytest.raises(Refused):
        withdraw_admission(asked, actor=actor_for(coordinator))
    withdraw_admission(asked, actor=actor_for(outsider))
    with pytest.raises(Refused):
        accept_request(asked, actor=actor_for(coordinator))


@pytest.mark.parametrize("mode", [JoinMode.OPEN, JoinMode.INVITATION])
def test_nobody_asks_where_there_is_nothing_to_ask(mode, group, outsider):
    group.join = mode
    group.save()
    with pytest.raises(Refused):
        ask_for_access(group, text=WHY, actor=actor_for(outsider))


def test_by_way_of_the_office_the_group_hears_of_it_when_it_is_passed_on(group, outsider, office, coordinator):
    request = ask_for_access(group, text=WHY, via_office=True, actor=actor_for(outsider))
    assert sees(office, request)
    assert not sees(coordinator, request)
    with pytest.raises(Missing):
        accept_request(request, actor=actor_for(coordinator))
    with pytest.raises(Refused):
        accept_request(request, actor=actor_for(office))

    pass_request_on(request, actor=actor_for(office))
    assert sees(coordinator, request)
    with pytest.raises(Refused):
        accept_request(request, actor=actor_for(office))
    with pytest.raises(Refused):
        give_request_back(request, reason="Doch nicht.", actor=actor_for(office))
    accept_request(request, actor=actor_for(coordinator))
    assert actor_for(outsider).has(group.principal)


def test_what_the_office_gives_back_the_group_never_knows_and_she_can_ask_herself(group, outsider, office, coordinator):
    request = ask_for_access(group, text=WHY, via_office=True, actor=actor_for(outsider))
    with pytest.raises(Invalid):
        give_request_back(request, reason=" ", actor=actor_for(office))
    give_request_back(request, reason="Bitte fragen Sie selbst.", actor=actor_for(office))
    assert not sees(coordinator, request)
    assert sees(outsider, request)
    ask_for_access(group, text=WHY, actor=actor_for(outsider))


def test_the_office_reads_no_request_that_did_not_come_through_it(asked, office, mentor, member):
    assert [name for name in (office, mentor, member) if sees(name, asked)] == []


def test_an_invitation_opens_a_hidden_group_until_it_is_answered(group, outsider, mentor, coordinator):
    WorkingGroup.objects.update(visibility="hidden", join=JoinMode.INVITATION)
    (invitation,) = invite_people(group, [outsider], text="Sie fehlen uns.", actor=actor_for(coordinator))
    assert group_by_slug(actor_for(outsider), group.slug) == group
    with pytest.raises(Missing):
        group_by_slug(actor_for(mentor), group.slug)
    with pytest.raises(Missing):
        accept_invitation(invitation, actor=actor_for(mentor))

    decline_invitation(invitation, actor=actor_for(outsider))
    with pytest.raises(Missing):
        group_by_slug(actor_for(outsider), group.slug)


def test_who_accepts_takes_part(group, outsider, coordinator):
    (invitation,) = invite_people(group, [outsider], actor=actor_for(coordinator))
    accept_invitation(invitation, actor=actor_for(outsider))
    assert actor_for(outsider).has(group.principal)
    with pytest.raises(Refused):
        decline_invitation(invitation, actor=actor_for(outsider))


@pytest.mark.parametrize("mode", JoinMode.values)
def test_an_invitation_beats_a_request(mode, group, asked, outsider, coordinator):
    """Also one that waits at the office: that somebody has asked must not show when she is invited."""
    assert outsider in people_to_invite(group)
    (invitation,) = invite_people(group, [outsider], actor=actor_for(coordinator))
    asked.refresh_from_db()
    assert asked.state == AdmissionState.WITHDRAWN
    WorkingGroup.objects.update(join=mode)
    fresh = group_by_slug(actor_for(outsider), group.slug)
    assert not may(actor_for(outsider), "ask_for_access", fresh)
    assert not may(actor_for(outsider), "join", fresh)
    assert may(actor_for(outsider), "accept", invitation)
    assert may(actor_for(outsider), "decline", invitation)


def test_only_coordinators_invite_and_only_members_who_are_not_in_it(group, member, guest, outsider, coordinator):
    with pytest.raises(Refused):
        invite_people(group, [outsider], actor=actor_for(member))
    with pytest.raises(Invalid):
        invite_people(group, [], actor=actor_for(coordinator))
    for nobody in (member, guest):
        with pytest.raises(Refused):
            invite_people(group, [nobody], actor=actor_for(coordinator))
    invite_people(group, [outsider], actor=actor_for(coordinator))
    with pytest.raises(Refused):
        invite_people(group, [outsider], actor=actor_for(coordinator))


def test_an_invitation_is_taken_back_by_the_group_and_not_answered_by_it(group, outsider, coordinator):
    (invitation,) = invite_people(group, [outsider], actor=actor_for(coordinator))
    with pytest.raises(Refused):
        accept_invitation(invitation, actor=actor_for(coordinator))
    with pytest.raises(Refused):
        withdraw_admission(invitation, actor=actor_for(outsider))
    withdraw_admission(invitation, actor=actor_for(coordinator))
    with pytest.raises(Refused):
        accept_invitation(invitation, actor=actor_for(outsider))


def test_a_proposal_takes_the_invited_too(proposal, outsider, coordinator):
    (invitation,) = invite_people(proposal, [outsider], actor=actor_for(coordinator))
    accept_invitation(invitation, actor=actor_for(outsider))
    assert len(WorkingGroup.objects.get(pk=proposal.pk).counties()) == 2


def test_closing_ends_what_is_open(group, asked, outsider, coordinator):
    close_group(group, report="Fertig.", actor=actor_for(coordinator))
    asked.refresh_from_db()
    assert asked.state == AdmissionState.WITHDRAWN


def test_whoever_lost_her_seat_meanwhile_is_not_let_in(asked, outsider, coordinator):
    end_seat(outsider)
    with pytest.raises(Refused):
        accept_request(asked, actor=actor_for(coordinator))
    asked.refresh_from_db()
    assert asked.is_open
