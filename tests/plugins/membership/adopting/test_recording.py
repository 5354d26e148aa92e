"""A county says what it does with an entry: once, for itself, in every state, with all that it said before."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from cms.actions.entries import unpublish_entry
from cms.models import County
from plugins.api.access import SYSTEM, may, visible_to
from plugins.api.actors import actor_for
from plugins.api.errors import Invalid, Missing, Refused
from plugins.membership.actions.adoptions import change_adoption, move_adoption, record_adoption
from plugins.membership.models import Adoption, AdoptionState, Seat, this_month
from plugins.membership.queries.adoptions import counted, in_words
from tests.factories import UserFactory, give_seat, make_county, make_entry
from tests.factories.adopting import make_adoption

pytestmark = pytest.mark.django_db


def record(entry, person, county="99001", **said):
    usual = {"state": "tried", "month": this_month(), **said}
    return record_adoption(entry, County.objects.get(key=county), actor=actor_for(person), **usual)


def test_a_county_stands_in_the_register_as_trying(entry, member):
    adoption = record(entry, member, month=date(2026, 5, 17), changed=" Ein anderer Raum. ", contact=member)
    assert (adoption.state, adoption.month, adoption.changed) == ("tried", date(2026, 5, 1), "Ein anderer Raum.")
    assert (adoption.contact, adoption.recorded_by) == (member, member)
    step = adoption.steps.get()
    assert (step.state, step.month, step.stays, step.is_answer) == ("tried", date(2026, 5, 1), False, False)


def test_only_for_the_own_county_and_once(entry, member, mentor, office, guest):
    with pytest.raises(Refused, match="nur für Ihren eigenen Landkreis"):
        record(entry, member, "99003")
    record(entry, member)
    with pytest.raises(Refused, match="steht schon im Register"):
        record(entry, member)
    for person in (office, guest):
        with pytest.raises(Refused):
            record(entry, person)
    assert Adoption.objects.count() == 1


def test_not_for_what_comes_from_the_own_county_or_cannot_be_read(entry, coordinator, member):
    with pytest.raises(Refused, match="aus Ihrem eigenen Landkreis"):
        record(entry, coordinator, "99002")
    with pytest.raises(Missing):
        record(make_entry(title="Entwurf", published=False), member)


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"state": "begeistert"}, "state"),
        ({"state": "dropped", "text": "  "}, "text"),
        ({"state": "adopted", "month": "ahead"}, "month"),
        ({"month": "far ahead"}, "month"),
        ({"changed": "x" * 2001}, "changed"),
        ({"text": "x" * 2001}, "text"),
    ],
)
def test_what_makes_no_sense_is_said_at_its_field(entry, member, said, field):
    days = {"ahead": 62, "far ahead": 430}
    if said.get("month") in days:
        said = {**said, "month": timezone.localdate() + timedelta(days=days[said["month"]])}
    with pytest.raises(Invalid) as invalid:
        record(entry, member, **said)
    assert list(invalid.value.errors) == [field]
    assert not Adoption.objects.exists()


def test_trying_may_begin_in_the_coming_months(entry, member):
    assert record(entry, member, month=timezone.localdate() + timedelta(days=62)).state == "tried"


def test_the_contact_sits_for_the_county(entry, member, mentor):
    with pytest.raises(Invalid, match="Sitz für Ihren Landkreis"):
        record(entry, member, contact=mentor)


def test_every_state_leads_on_and_what_was_said_is_kept(entry, member):
    adoption = make_adoption(entry, member, "tried", "adapted", "adopted", "dropped", "tried")
    assert [step.state for step in adoption.steps.all()] == ["tried", "adapted", "adopted", "dropped", "tried"]
    with pytest.raises(Refused):
        adoption = make_adoption(make_entry(title="Zwei"), member, "adapted", "tried")


def test_what_was_stopped_cannot_still_be_stopped(entry, member):
    adoption = make_adoption(entry, member, "dropped")
    with pytest.raises(Refused, match="kann nur neu beginnen"):
        move_adoption(adoption, state="dropped", month=this_month(), text="Noch immer.", actor=actor_for(member))


def test_still_so_keeps_the_month_in_which_it_began(entry, member):
    adoption = make_adoption(entry, member, "adopted", month=date(2025, 3, 1))
    adoption = move_adoption(adoption, state="adopted", month=this_month(), text="", actor=actor_for(member))
    assert adoption.month == date(2025, 3, 1)
    assert [step.stays for step in adoption.steps.all()] == [False, True]


def test_both_holders_of_the_county_change_it_and_nobody_else(entry, member, mentor, office, admin):
    adoption = make_adoption(entry, member)
    second = give_seat(UserFactory(email="zweite@example.org"), "99001").person
    words = {"changed": "Neu", "effort": "Zwei Stunden", "result": "Elf Personen", "contact": second}
    changed = change_adoption(adoption, actor=actor_for(second), **words)
    assert (changed.effort, changed.result, changed.contact) == ("Zwei Stunden", "Elf Personen", second)
    for person in (mentor, office, admin):
        with pytest.raises(Refused, match="Nur der Landkreis selbst"):
            change_adoption(adoption, actor=actor_for(person), **words)


def test_whoever_leaves_loses_it_and_the_county_keeps_it(entry, member, mentor):
    adoption = make_adoption(entry, member)
    Seat.objects.filter(person=member).update(end=timezone.localdate() - timedelta(days=1))
    with pytest.raises(Missing):
        move_adoption(adoption, state="adopted", month=this_month(), text="", actor=actor_for(member))
    assert may(actor_for(mentor), "see", adoption)


def test_what_was_taken_back_rests_with_its_entry(entry, member, mentor):
    adoption = make_adoption(entry, member)
    unpublish_entry(entry, actor=SYSTEM)
    assert not may(actor_for(mentor), "see", adoption)
    assert not visible_to(actor_for(mentor), Adoption.objects.all()).exists()


def test_the_sum_in_words(entry, member, mentor, outsider):
    assert in_words(counted(entry.pk)) == ""
    make_adoption(entry, member, "tried", "adopted")
    assert in_words(counted(entry.pk)) == "1 Landkreis hat damit gearbeitet: 1 übernommen."
    make_adoption(entry, mentor, "adapted")
    make_adoption(entry, outsider, "dropped")
    assert in_words(counted(entry.pk)) == "3 Landkreise haben damit gearbeitet: 1 übernommen, 1 angepasst, 1 beendet."
    make_county("99005")
    assert in_words({"tried": 2, "dropped": 1}) == "3 Landkreise haben damit gearbeitet: 2 in Erprobung, 1 beendet."


def test_every_state_has_a_way_out():
    from plugins.api.states import allows
    from plugins.membership.states.adoptions import EVENTS, AdoptionMachine, event_between

    assert set(EVENTS) == set(AdoptionState.values)
    assert allows(AdoptionMachine, "dropped", event_between("dropped", "tried"))
    assert not allows(AdoptionMachine, "dropped", event_between("dropped", "dropped"))
