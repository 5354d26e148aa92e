"""What members of a group do with its files, and what stays of it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone
from PIL import Image

from plugins.api.access import may, visible_to
from plugins.api.actors import actor_for
from plugins.api.errors import Invalid, Missing, Refused
from tests.factories import join_group, make_group, make_photo, make_upload, put_down
from workspace.actions.files import move_file, remove_file, rename_file, replace_file, upload_file
from workspace.actions.places import leave_group
from workspace.models import GroupFile, GroupState, PastVisibility, StoredFile
from workspace.queries.files import file_in, group_inside, versions_for, who_gains_file
from workspace.queries.readers import sign_of

pytestmark = pytest.mark.django_db


def test_a_file_is_called_as_it_is_named_unless_somebody_gives_it_a_title(group, member):
    assert put_down(group, member, name="Protokoll_vom_Mai.txt").title == "Protokoll vom Mai"
    assert put_down(group, member, title="  Unser   Protokoll ").title == "Unser Protokoll"


def test_where_it_lies_tells_nothing(group, member):
    stored = put_down(group, member, name="geheim.txt").versions.get()
    assert "geheim" not in stored.path
    assert len(Path(stored.path).stem) == 32


def test_a_group_that_is_quiet_is_no_longer_quiet(group, member):
    group.active_at = timezone.now() - timedelta(days=90)
    group.save()
    put_down(group, member)
    group.refresh_from_db()
    assert group.active_at > timezone.now() - timedelta(minutes=1)


def test_pictures_leave_behind_where_they_were_taken(group, member):
    stored = upload_file(group, make_photo(), actor=actor_for(member)).versions.get()
    with (
        Image.open(default_storage.open(stored.path)) as kept,
        Image.open(default_storage.open(stored.small.name)) as small,
    ):
        assert (kept.size, dict(kept.getexif())) == ((1200, 800), {})
        assert (small.format, max(small.size)) == ("WEBP", 640)


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("seite.html", b"<html></html>", "von einer Art, die wir nicht annehmen"),
        ("bild.svg", b"<svg/>", "von einer Art, die wir nicht annehmen"),
        ("lauf.exe", b"MZ", "von einer Art, die wir nicht annehmen"),
        ("bericht.pdf", b"<html><script>", "passt nicht zur Endung"),
        ("brief.docx", b"PK\x03\x04", "passt nicht zur Endung"),
        ("liste.csv", b"<!doctype html>", "passt nicht zur Endung"),
        ("nichts.txt", b"", "ist leer"),
    ],
)
def test_what_is_not_taken_is_named_with_a_reason(group, member, name, content, sentence):
    with pytest.raises(Invalid, match=sentence) as refused:
        put_down(group, member, content, name)
    assert name in str(refused.value)
    assert not GroupFile.objects.exists()


def test_a_broken_picture_and_a_large_file_are_not_taken(group, member, monkeypatch):
    with pytest.raises(Invalid, match="ortstermin.jpg"):
        put_down(group, member, b"\xff\xd8\xff\xe0 no picture", "ortstermin.jpg")
    monkeypatch.setattr("workspace.contents.MOST_BYTES", 2**20)
    with pytest.raises(Invalid, match="größer als 1 MB"):
        put_down(group, member, b"x" * (2**20 + 1))


def test_a_new_version_stands_in_front_and_the_earlier_one_stays(group, member, coordinator):
    file = put_down(group, member, "Erste Fassung")
    replace_file(file, make_upload("Zweite Fassung", "neu.txt"), actor=actor_for(coordinator))
    file.refresh_from_db()
    newest, earlier = versions_for(actor_for(member), file)
    assert (newest.name, newest.uploaded_by, file.newest_at) == ("neu.txt", coordinator, newest.uploaded_at)
    assert (earlier.name, earlier.uploaded_by) == ("protokoll.txt", member)


def test_a_removed_file_leaves_a_trace_and_no_content(group, member, django_capture_on_commit_callbacks):
    file = put_down(group, member, title="Wortlaut")
    path = file.versions.get().path
    with django_capture_on_commit_callbacks(execute=True):
        remove_file(file, actor=actor_for(member))
    file.refresh_from_db()
    assert (file.title, file.note, file.removed_by, file.versions.count()) == ("", "", member, 0)
    assert not default_storage.exists(path)


def test_only_who_brought_it_or_coordinates_removes_it_and_every_member_renames_it(group, member, coordinator, mentor):
    join_group(group, mentor)
    file = put_down(group, member)
    with pytest.raises(Refused, match="abgelegt hat oder die Gruppe koordiniert"):
        remove_file(file, actor=actor_for(mentor))
    assert rename_file(file, title="Neu", text="Notiz", actor=actor_for(mentor)).title == "Neu"
    assert remove_file(file, actor=actor_for(coordinator)).is_removed


def test_without_a_title_it_is_not_renamed(group, member):
    with pytest.raises(Invalid, match="Titel"):
        rename_file(put_down(group, member), title=" ", text="", actor=actor_for(member))


def test_whoever_leaves_reads_nothing_any_more(group, member):
    file = put_down(group, member)
    leave_group(group, actor=actor_for(member))
    actor = actor_for(member)
    assert not may(actor, "see", file)
    assert not visible_to(actor, StoredFile.objects.all()).exists()
    with pytest.raises(Missing):
        group_inside(actor, group.slug)


def test_a_closed_group_is_only_read(group, member):
    file = put_down(group, member)
    group.state = GroupState.CLOSED
    group.save()
    file = GroupFile.objects.get()
    assert may(actor_for(member), "see", file)
    for verb in ("rename", "replace", "move", "remove"):
        assert "abgeschlossen" in str(may(actor_for(member), verb, file).reason)
    with pytest.raises(Refused):
        put_down(group, member)


def test_newcomers_read_what_came_since_where_the_group_says_so(group, member, mentor):
    group.past = PastVisibility.JOINING
    group.save()
    old, replaced = put_down(group, member, title="Alt"), put_down(group, member, title="Ersetzt")
    join_group(group, mentor)
    new = put_down(group, member, title="Neu")
    replace_file(replaced, make_upload("Neue Fassung"), actor=actor_for(member))
    actor = actor_for(mentor)
    seen = visible_to(actor, GroupFile.objects.all())
    assert set(seen) == {new, replaced}
    assert [one.is_picture for one in versions_for(actor, replaced)] == [False]
    with pytest.raises(Missing):
        file_in(actor, group_inside(actor, group.slug), old.pk)


def test_moving_names_who_would_read_it_and_asks(group, member, coordinator, outsider, mentor):
    there = make_group("AG Arbeit", coordinator=mentor)
    join_group(there, member)
    join_group(there, outsider)
    file = put_down(group, member)
    gains = who_gains_file(file, there)
    assert set(gains) == {mentor, outsider}
    for sign in ("", sign_of([mentor])):
        with pytest.raises(Invalid):
            move_file(file, there, actor=actor_for(member), agreed_to=sign)
    assert not may(actor_for(outsider), "see", file)
    moved = move_file(file, there, actor=actor_for(member), agreed_to=sign_of(gains))
    assert may(actor_for(outsider), "see", moved)
    assert not may(actor_for(coordinator), "see", moved)


def test_nobody_moves_into_a_group_of_others(group, member, mentor):
    theirs = make_group("AG Arbeit", coordinator=mentor)
    with pytest.raises(Refused):
        move_file(put_down(group, member), theirs, actor=actor_for(member), agreed_to=sign_of([mentor]))


def test_moving_to_where_newcomers_read_all_asks_for_earlier_versions_too(group, member, mentor):
    """The newest version is read by both already; the earlier one is older than the newcomer."""
    group.past = PastVisibility.JOINING
    group.save()
    file = put_down(group, member)
    join_group(group, mentor)
    replace_file(file, make_upload("Neu"), actor=actor_for(member))
    there = make_group("AG Arbeit", coordinator=mentor)
    join_group(there, member)
    assert who_gains_file(GroupFile.objects.get(), there) == [mentor]
