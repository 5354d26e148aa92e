"""What files and tasks hand out about a person, and what stays of them."""

from __future__ import annotations

import pytest

from plugins.api.actors import actor_for
from tests.factories import put_down
from workspace.actions.tasks import add_task
from workspace.models import GroupFile, Task
from workspace.personal_data import files, tasks

pytestmark = pytest.mark.django_db


def test_files_are_handed_out_and_stay_for_the_group(group, member, coordinator):
    put_down(group, member, title="Protokoll", text="Mai")
    told = files.hand_out(member)
    assert told["files"][0]["title"] == "Protokoll"
    assert told["versions_and_attachments"][0]["name"] == "protokoll.txt"
    assert not any(files.hand_out(coordinator).values())
    assert files.erase(member)
    assert files.erase(coordinator) == []
    assert GroupFile.objects.get().title == "Protokoll"


def test_tasks_are_handed_out_and_left_to_nobody(group, member, coordinator):
    add_task(group, title="Fragen", owner=member, actor=actor_for(member))
    told = tasks.hand_out(member)
    assert [row["title"] for row in (*told["own"], *told["written_down"])] == ["Fragen", "Fragen"]
    assert tasks.erase(member)
    assert tasks.erase(coordinator) == []
    assert Task.objects.get().owner is None
