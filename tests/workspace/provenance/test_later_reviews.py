"""The review of a recommendation is due: whose task it is, and who is proposed once the group has closed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from cms.models import Entry
from cms.queries.due import what_is_due
from plugins.api.actors import actor_for
from plugins.api.outbox import dispatch_pending
from tests.factories import UserFactory, end_seat, give_seat, join_group
from workspace.actions.later_reviews import tell_of_due_reviews
from workspace.models import DraftVersion, GroupMembership, GroupVisibility, WorkingGroup
from workspace.queries.notifications import notifications_of, sentence

pytestmark = pytest.mark.django_db


@pytest.fixture
def due(publication):
    Entry.objects.filter(pk=publication.entry_id).update(review_by=timezone.localdate())
    return publication


def told(person) -> list[str]:
    tell_of_due_reviews()
    while dispatch_pending():
        pass
    return [sentence(one) for one in notifications_of(actor_for(person)) if one.kind == "workspace.review"]


def who(person) -> str:
    (row,) = what_is_due(actor_for(person)).review
    return row.who


def close(group) -> None:
    WorkingGroup.objects.filter(pk=group.pk).update(state="closed", closed_at=timezone.now())


def test_those_who_coordinate_the_group_are_told_once_and_nobody_else(due, coordinator, member, office):
    assert len(told(coordinator)) == 1
    assert len(told(coordinator)) == 1
    assert told(member) == told(office) == []
    assert "AG Wohnen" in who(office)


def test_before_its_date_nobody_is_told(due, coordinator):
    Entry.objects.filter(pk=due.entry_id).update(review_by=timezone.localdate() + timedelta(days=1))
    assert told(coordinator) == []


def test_the_office_is_told_of_those_of_a_closed_group_with_three_former_members(
    due, group, coordinator, member, mentor, office, editor
):
    late, gone = (give_seat(UserFactory(first_name=name, last_name="Frei"), "99004").person for name in ("Ina", "Udo"))
    for number, person in enumerate((gone, late, mentor)):
        join_group(group, person, left_at=timezone.now() - timedelta(days=9 - number))
    end_seat(gone)
    GroupMembership.objects.filter(group=group, user=coordinator).update(left_at=timezone.now() - timedelta(days=30))
    DraftVersion.objects.filter(pk=due.version_id).update(authors=[[[5, coordinator.pk], [90, late.pk]]])
    close(group)
    assert len(told(office)) == 1 and told(coordinator) == []
    names = who(office).rpartition(": ")[2].rstrip(".")
    assert names == f"{late}, {coordinator}, {member}"
    assert str(late) not in who(editor)


def test_a_hidden_group_is_named_to_no_editor(due, group, editor, office):
    WorkingGroup.objects.filter(pk=group.pk).update(visibility=GroupVisibility.HIDDEN)
    assert "AG Wohnen" not in who(editor) and who(editor)
    assert "AG Wohnen" in who(office)
