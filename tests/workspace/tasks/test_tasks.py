"""What a group has to do: who does it, until when, and who is told."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from plugins.api.access import may
from plugins.api.actors import actor_for
from plugins.api.errors import Invalid, Refused
from plugins.api.outbox import dispatch_pending
from tests.factories import end_seat, join_group
from workspace.actions.places import leave_group, remove_person
from workspace.actions.tasks import (
    add_task,
    edit_task,
    finish_task,
    let_go_of_lost_tasks,
    remind_of_tasks,
    remove_task,
    reopen_task,
)
from workspace.models import GroupState, Notification, PastVisibility, Task
from workspace.queries.notifications import kinds, notifications_of, sentence
from workspace.queries.tasks import open_tasks_of, tasks_of

pytestmark = pytest.mark.django_db


def told(person) -> list[str]:
    while dispatch_pending():
        pass
    return [sentence(one) for one in notifications_of(actor_for(person))]


def at(hour: int):
    return timezone.localtime().replace(hour=hour, minute=0)


def test_a_task_is_written_down_with_an_owner_and_a_date(group, member, coordinator):
    day = timezone.localdate() + timedelta(days=9)
    task = add_task(group, title="  Jobcenter   fragen ", owner=member, due=day, actor=actor_for(coordinator))
    assert (task.title, task.owner, task.due, task.is_done) == ("Jobcenter fragen", member, day, False)
    assert list(open_tasks_of(member)) == [task]


@pytest.mark.parametrize("title", ["", "  ", "x" * 201])
def test_it_needs_a_few_words(group, member, title):
    with pytest.raises(Invalid):
        add_task(group, title=title, actor=actor_for(member))


def test_only_who_takes_part_gets_or_gives_a_task(group, member, outsider):
    with pytest.raises(Invalid, match="wer zur Gruppe gehört"):
        add_task(group, title="Fragen", owner=outsider, actor=actor_for(member))
    with pytest.raises(Refused):
        add_task(group, title="Fragen", actor=actor_for(outsider))


def test_who_gets_a_task_from_somebody_else_is_told_once_and_in_the_mail_without_a_word_of_it(
    group, member, coordinator
):
    task = add_task(group, title="Jobcenter fragen", owner=member, actor=actor_for(coordinator))
    assert told(member) == ["„Jobcenter fragen“ ist Ihre Aufgabe in der Arbeitsgruppe „AG Wohnen“."]
    assert told(coordinator) == []
    edit_task(task, title="Jobcenter anrufen", owner=member, due=None, actor=actor_for(coordinator))
    assert len(told(member)) == 1
    row = Notification.objects.get()
    assert (row.rhythm, "Jobcenter" in str(kinds()[row.kind].in_mail)) == ("now", False)


def test_who_takes_a_task_is_not_told_of_it(group, member):
    add_task(group, title="Fragen", owner=member, actor=actor_for(member))
    assert told(member) == []


def test_who_gets_it_back_is_told_again(group, member, coordinator):
    lead = actor_for(coordinator)
    task = add_task(group, title="Fragen", owner=member, actor=lead)
    told(member)
    task = edit_task(task, title="Fragen", owner=coordinator, due=None, actor=lead)
    edit_task(task, title="Fragen", owner=member, due=None, actor=lead)
    assert len(told(member)) == 2


def test_on_the_day_before_its_date_the_owner_is_reminded_once_and_not_at_night(group, member, coordinator):
    tomorrow = timezone.localdate() + timedelta(days=1)
    lead = actor_for(coordinator)
    task = add_task(group, title="Fragen", owner=member, due=tomorrow, actor=actor_for(member))
    add_task(group, title="Später", owner=member, due=tomorrow + timedelta(days=1), actor=actor_for(member))
    finish_task(add_task(group, title="Getan", owner=member, due=tomorrow, actor=actor_for(member)), actor=lead)
    remind_of_tasks(at(6))
    assert told(member) == []
    for hour in (8, 9):
        remind_of_tasks(at(hour))
        assert told(member) == ["Morgen ist der Termin Ihrer Aufgabe „Fragen“ in der Arbeitsgruppe „AG Wohnen“."]
    edit_task(task, title="Fragen", owner=member, due=tomorrow + timedelta(days=1), actor=lead)
    remind_of_tasks(at(10) + timedelta(days=1))
    assert len(told(member)) == 3  # the new date of this one, and the one that was later from the beginning


@pytest.mark.parametrize("way", ["leaves", "is removed"])
def test_when_the_owner_goes_the_task_stays_without_one(group, member, coordinator, way):
    task = add_task(group, title="Fragen", owner=member, actor=actor_for(coordinator))
    done = finish_task(add_task(group, title="Getan", owner=member, actor=actor_for(member)), actor=actor_for(member))
    if way == "leaves":
        leave_group(group, actor=actor_for(member))
    else:
        remove_person(group.memberships.get(user=member), reason="Hat gewechselt.", actor=actor_for(coordinator))
    task.refresh_from_db()
    done.refresh_from_db()
    assert (task.owner, done.owner) == (None, member)
    assert list(open_tasks_of(member)) == []
    assert told(member) == []


def test_when_the_seat_of_the_owner_ends_the_task_is_let_go_by_the_clock(group, member, coordinator):
    task, other = (
        add_task(group, title="Fragen", owner=owner, actor=actor_for(coordinator)) for owner in (member, coordinator)
    )
    end_seat(member)
    let_go_of_lost_tasks()
    task.refresh_from_db()
    other.refresh_from_db()
    assert (task.owner, other.owner) == (None, coordinator)


def test_what_is_done_can_be_taken_up_again(group, member):
    actor = actor_for(member)
    task = finish_task(add_task(group, title="Fragen", actor=actor), actor=actor)
    assert (task.is_done, task.done_by) == (True, member)
    assert not may(actor, "finish", task)
    assert not reopen_task(task, actor=actor).is_done


def test_whoever_wrote_it_down_or_coordinates_deletes_it(group, member, coordinator, mentor):
    join_group(group, mentor)
    task = add_task(group, title="Fragen", actor=actor_for(member))
    with pytest.raises(Refused):
        remove_task(task, actor=actor_for(mentor))
    remove_task(task, actor=actor_for(coordinator))
    assert not Task.objects.exists()


def test_tasks_come_by_date_and_what_is_done_last(group, member):
    actor, today = actor_for(member), timezone.localdate()
    done = finish_task(add_task(group, title="Getan", due=today, actor=actor), actor=actor)
    never = add_task(group, title="Irgendwann", actor=actor)
    later, soon = (add_task(group, title="x", due=today + timedelta(days=days), actor=actor) for days in (9, 2))
    assert list(tasks_of(actor, group)) == [soon, later, never, done]


def test_a_closed_group_has_no_open_tasks_and_changes_none(group, member):
    actor = actor_for(member)
    task = add_task(group, title="Fragen", owner=member, due=timezone.localdate() + timedelta(days=1), actor=actor)
    group.state = GroupState.CLOSED
    group.save()
    task = Task.objects.get()
    assert may(actor, "see", task)
    assert not any(may(actor, verb, task) for verb in ("edit", "finish", "remove"))
    assert not open_tasks_of(member).exists()
    remind_of_tasks(at(9))
    assert told(member) == []


def test_newcomers_see_what_was_given_since_where_the_group_says_so(group, member, coordinator, mentor):
    group.past = PastVisibility.JOINING
    group.save()
    old = add_task(group, title="Alt", owner=member, actor=actor_for(coordinator))
    given = add_task(group, title="Gegeben", actor=actor_for(coordinator))
    join_group(group, mentor)
    edit_task(given, title="Gegeben", owner=mentor, due=None, actor=actor_for(coordinator))
    assert list(tasks_of(actor_for(mentor), group)) == [given]
    assert not may(actor_for(mentor), "see", old)
    assert len(told(mentor)) == 1
