"""`check_index` names every stored layer that is not what its source gives, and repairs it."""

from __future__ import annotations

import pytest

from cms.consistency import differences, differences_of_files, repair, repair_files
from cms.models import County, Entry, File, FileText, Projection
from plugins.api.outbox import dispatch_pending
from tests.factories import make_entry, make_file


@pytest.fixture
def entry(forum):
    make_entry(title="Unbeteiligt", released=True)
    return make_entry(released=True, county="99001")


def test_nothing_differs_after_ordinary_work(entry):
    assert list(differences()) == []


@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        (lambda entry: entry.projections.filter(layer="members").delete(), "its members layer is missing"),
        (lambda entry: entry.releases.update(withdrawn_at="2024-01-01T00:00Z"), "its public layer should not be there"),
        (lambda entry: Entry.objects.filter(pk=entry.pk).update(title="Vorbei"), "its members layer is not what"),
        (lambda entry: entry.projections.update(superseded=False), "its public layer is not what"),
        (lambda entry: Entry.objects.filter(pk=entry.pk).update(summary="Vorbei"), "its members layer is not what"),
        (lambda entry: County.objects.filter(key="99001").update(inhabitants=1), "layer is not what"),
    ],
    ids=["missing", "too many", "changed", "not superseded", "summary", "figures of the county"],
)
def test_every_difference_is_named_and_repaired(damage, sentence, entry):
    damage(entry)
    named = list(differences())
    assert [line for line in named if str(entry.pk) in line and sentence in line]
    assert all(f"entry {entry.pk}:" in line for line in named)
    repair()
    assert list(differences()) == []


def test_an_entry_that_is_not_live_has_nothing(entry):
    Entry.objects.filter(pk=entry.pk).update(live=False)
    assert len(list(differences())) == 2
    repair()
    assert Projection.objects.filter(entry=entry).count() == 0


@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        (lambda: FileText.objects.all().delete(), "its text is missing"),
        (lambda: FileText.objects.update(reader=FileText.READER - 1), "its text is not that of its present content"),
        (lambda: FileText.objects.update(digest="0" * 40), "its text is not that of its present content"),
        (lambda: File.objects.update(file=make_file(content=b"Anderes").file.name), "its text is not that of its"),
    ],
    ids=["missing", "read by an older reader", "of another content", "replaced"],
)
def test_every_file_that_is_not_read_is_named_and_repaired(damage, sentence, forum):
    file = make_file()
    dispatch_pending()
    assert list(differences_of_files()) == []
    damage()
    assert f"file {file.pk}: {sentence}" in "\n".join(differences_of_files())
    repair_files()
    assert list(differences_of_files()) == []


def test_a_file_that_cannot_be_read_is_no_difference(forum):
    make_file(content=b"\x7fELF")
    repair_files()
    assert (FileText.objects.get().failure, list(differences_of_files())) == ("unknown", [])
