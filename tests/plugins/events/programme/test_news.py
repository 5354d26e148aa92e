"""Organisers hear of what is proposed for their programme, where they decide about it; nobody else does."""

from __future__ import annotations

import pytest

from plugins.api.actors import actor_for
from plugins.events.actions.proposals import withdraw_proposal
from tests.factories import UserFactory, give_role, join_group, make_group
from tests.factories.events import make_event
from tests.factories.programme import make_call, make_proposal
from workspace.models import Notification

pytestmark = pytest.mark.django_db


def told():
    return {one.recipient for one in Notification.objects.filter(kind="events.proposed")}


def test_whoever_organises_is_told_of_a_proposal_and_led_to_it(call, member, office, as_client, mails):
    give_role(UserFactory(), "office")  # has nothing to do with this event
    make_proposal(call, member, title="Kranichbericht")
    assert mails() == []
    assert told() == {office}
    page = as_client(office).get("/mitteilungen/").content.decode()
    assert "Neuer Vorschlag für das Programm von „Netzwerktreffen“: „Kranichbericht“." in page
    (note,) = Notification.objects.filter(kind="events.proposed")
    assert "Kranichbericht" in as_client(office).get(f"/mitteilungen/{note.pk}/", follow=True).content.decode()
    assert "events.proposed" not in as_client(member).get("/mitteilungen/").content.decode()


def test_of_a_group_those_who_coordinate_it_are_told(coordinator, member, office, mails):
    group = make_group("AG Verschwiegen", coordinator=coordinator)
    join_group(group, member)
    make_proposal(make_call(make_event(confidentiality="group", group=group)), member)
    mails()
    assert told() == {coordinator}


def test_nobody_is_told_of_their_own_proposal_or_of_one_that_was_taken_back(call, member, office, mails):
    make_proposal(call, office)
    withdraw_proposal(make_proposal(call, member), actor=actor_for(member))
    mails()
    assert told() == set()
