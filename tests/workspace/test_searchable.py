"""Groups are found by whoever knows of them, once the outbox has been heard."""

from __future__ import annotations

import pytest

from plugins.api.access import audience_of
from plugins.api.actors import actor_for
from tests.factories import make_topic
from workspace.actions.admissions import decline_invitation, invite_people
from workspace.actions.groups import edit_group
from workspace.actions.life import close_group
from workspace.searchable import group_documents

pytestmark = pytest.mark.django_db


def document(group):
    (found,) = group_documents([group.pk])
    return found


def opens(person, group):
    return bool(actor_for(person).principals & document(group).audience)


def test_what_a_group_says_is_found(group, coordinator):
    topic = make_topic("Wohnen")
    edit_group(group, {"mandate": "Ein Mietbegleitvertrag."}, topics=[topic], actor=actor_for(coordinator))
    found = document(group)
    assert (found.type, found.title, found.url) == ("group", "AG Wohnen", "/arbeitsgruppen/ag-wohnen/")
    assert group.question in found.summary
    assert "Mietbegleitvertrag" in found.body
    assert found.keywords["topic"] == (("wohnen", "Wohnen"),)


def test_it_is_found_by_whoever_knows_of_it(group, coordinator, member, outsider, guest, office, mentor):
    assert document(group).audience == audience_of(group)
    assert [person for person in (member, outsider, office) if not opens(person, group)] == []
    assert not opens(guest, group)

    edit_group(group, {"visibility": "hidden"}, actor=actor_for(coordinator))
    assert (opens(member, group), opens(outsider, group)) == (True, False)
    (invitation,) = invite_people(group, [outsider], actor=actor_for(coordinator))
    assert (opens(outsider, group), opens(mentor, group)) == (True, False)
    decline_invitation(invitation, actor=actor_for(outsider))
    assert not opens(outsider, group)


def test_closed_groups_are_found_by_their_members(group, coordinator, member, outsider):
    close_group(group, report="Fertig.", actor=actor_for(coordinator))
    assert (opens(member, group), opens(outsider, group)) == (True, False)
