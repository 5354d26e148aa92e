"""`check_index` names every stored layer that is not what its source gives, and repairs it."""

from __future__ import annotations

import pytest

from cms.consistency import differences, repair
from cms.models import County, Entry, Projection
from tests.factories import make_entry


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
