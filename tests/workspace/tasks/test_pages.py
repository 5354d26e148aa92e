"""Tasks of a group in the browser, without a script."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from plugins.api.actors import actor_for
from workspace.actions.tasks import add_task, finish_task
from workspace.models import GroupState, Task

pytestmark = pytest.mark.django_db
LIST = "/arbeitsgruppen/ag-wohnen/aufgaben/"


def test_from_giving_to_done(group, member, coordinator, as_client):
    day = timezone.localdate() + timedelta(days=3)
    sent = {"title": "Jobcenter fragen", "owner": member.pk, "due": day.isoformat()}
    page = as_client(coordinator).post(LIST, sent, follow=True).content.decode()
    assert "1 offene Aufgabe" in page
    task = Task.objects.get()
    client = as_client(member)
    mine = client.get(LIST).content.decode()
    assert f"{member.get_full_name()} (Sie)" in mine
    assert (
        "Erledigt: Jobcenter fragen" in client.post(f"{LIST}{task.pk}/zustand/erledigt/", follow=True).content.decode()
    )
    page = client.get(LIST).content.decode()
    assert "1 erledigte Aufgabe" in page
    assert f"erledigt von {member.get_full_name()} am" in page
    client.post(f"{LIST}{task.pk}/zustand/offen/")
    assert not Task.objects.get().is_done


def test_a_task_that_is_late_says_so(group, member, as_client):
    add_task(group, title="Fragen", due=timezone.localdate() - timedelta(days=1), actor=actor_for(member))
    assert "war fällig am" in as_client(member).get(LIST).content.decode()


def test_changing_and_deleting(group, member, as_client):
    task = add_task(group, title="Fragen", owner=member, actor=actor_for(member))
    client = as_client(member)
    answer = client.post(f"{LIST}{task.pk}/", {"title": "Anrufen", "owner": "", "due": ""})
    assert answer["Location"] == f"{LIST}#aufgabe-{task.pk}"
    task.refresh_from_db()
    assert (task.title, task.owner) == ("Anrufen", None)
    assert "Anrufen" in client.get(f"{LIST}{task.pk}/loeschen/").content.decode()
    client.post(f"{LIST}{task.pk}/loeschen/")
    assert not Task.objects.exists()


def test_what_makes_no_sense_is_said_and_nothing_is_lost(group, member, outsider, as_client):
    page = as_client(member).post(LIST, {"title": "Fragen", "owner": outsider.pk, "due": "bald"}).content.decode()
    assert 'value="Fragen"' in page
    assert page.count('class="form__error"') == 2
    assert not Task.objects.exists()


@pytest.mark.parametrize("name", ["outsider", "office", "visitor"])
def test_who_is_not_in_the_group_meets_nothing(group, member, as_client, name, people):
    task = add_task(group, title="Fragen", actor=actor_for(member))
    client = as_client(people[name])
    assert {client.get(address).status_code for address in (LIST, f"{LIST}{task.pk}/")} == {404}
    assert client.post(f"{LIST}{task.pk}/zustand/erledigt/").status_code == 404


def test_a_closed_group_shows_tasks_without_buttons(group, member, as_client):
    add_task(group, title="Fragen", actor=actor_for(member))
    group.state = GroupState.CLOSED
    group.save()
    page = as_client(member).get(LIST).content.decode()
    assert "Fragen" in page
    assert f"{LIST}1/zustand" not in page


def test_thirty_tasks_cost_as_many_questions_as_three(group, member, as_client):
    client, numbers = as_client(member), []
    for count in (3, 27):
        for _number in range(count):
            task = add_task(group, title="Fragen", owner=member, actor=actor_for(member))
        finish_task(task, actor=actor_for(member))
        client.get(LIST)
        with CaptureQueriesContext(connection) as asked:
            client.get(LIST)
        numbers.append(len(asked))
    assert numbers[0] == numbers[1]
