"""Files and tasks of the demo world."""

from __future__ import annotations

from tests.factories import seat_demo_people
from workspace.demo.files import load
from workspace.demo.groups import load as load_groups
from workspace.demo.tasks import load as load_tasks
from workspace.models import GroupFile, StoredFile, Task


def test_four_files_that_can_be_searched_and_four_tasks_and_twice_changes_nothing(in_demo_world):
    load()  # without the group nothing happens
    load_tasks()
    assert not GroupFile.objects.exists()
    seat_demo_people()
    load_groups()
    for _time in range(2):
        load()
        load_tasks()
    assert [file.title for file in GroupFile.objects.order_by("pk")] == [
        "Protokoll der vierten Sitzung",
        "Anschreiben Vermieter",
        "Mustervereinbarung aus Dornfeld",
        "Bild für das Deckblatt",
    ]
    assert StoredFile.objects.count() == 5
    assert all(stored.text for stored in StoredFile.objects.filter(small=""))
    assert (Task.objects.count(), Task.objects.filter(done_at=None).count()) == (4, 3)
