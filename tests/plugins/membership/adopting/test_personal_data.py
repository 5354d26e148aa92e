"""What somebody wrote for their county is handed out; erased, it stays with the county and names nobody."""

from __future__ import annotations

import pytest

from plugins.membership.models import AdoptionStep
from plugins.membership.personal_data import adoptions
from tests.factories.adopting import make_adoption

pytestmark = pytest.mark.django_db


def test_handed_out(entry, member, mentor):
    make_adoption(entry, member, "tried", "adopted", changed="Im Pfarrheim", contact=member)
    told = adoptions.hand_out(member)
    assert [row["changed"] for row in told["recorded"]] == ["Im Pfarrheim"]
    assert [step["state"] for step in told["steps"]] == ["tried", "adopted"]
    assert [row["county__name"] for row in told["contact_of"]] == ["Auental"]
    assert adoptions.hand_out(mentor) == {"recorded": [], "steps": [], "contact_of": []}


def test_erased(entry, member, mentor):
    adoption = make_adoption(entry, member, "tried", "adopted", changed="Im Pfarrheim", contact=member)
    assert adoptions.erase(mentor) == []
    (sentence,) = adoptions.erase(member)
    assert "bleibt beim Landkreis" in sentence
    adoption.refresh_from_db()
    assert (adoption.recorded_by, adoption.contact, adoption.changed) == (None, None, "Im Pfarrheim")
    assert set(AdoptionStep.objects.values_list("recorded_by", flat=True)) == {None}
