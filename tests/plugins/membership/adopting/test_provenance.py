"""What became of a recommendation is a step of what it grew out of; visitors read that it happened."""

from __future__ import annotations

import pytest

from cms.queries.provenance import provenance_of
from plugins.api.access import ANONYMOUS
from plugins.api.actors import actor_for
from tests.factories import make_entry
from tests.factories.adopting import make_adoption

pytestmark = pytest.mark.django_db


def test_it_is_told_to_members_and_outlined_for_others(forum, member, mentor, outsider, kind_guest):
    entry = make_entry("recommendation", title="Kosten", released=True)
    assert provenance_of(actor_for(member), entry.pk, "recommendation") == []
    first = make_adoption(entry, mentor)
    make_adoption(entry, outsider, "dropped")
    (step,) = provenance_of(actor_for(member), entry.pk, "recommendation")
    assert (step.kind, step.title, step.url) == ("adopted", "1 Landkreis arbeitet damit", "/wissen/kosten/uebernahmen/")
    assert step.date == first.recorded_at
    for actor in (ANONYMOUS, actor_for(kind_guest)):
        (step,) = provenance_of(actor, entry.pk, "recommendation")
        assert (step.label, step.title, step.url) == ("In der Praxis aufgegriffen", "", "")
