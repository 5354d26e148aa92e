"""What somebody leaves in the adoption register and in mentorships is part of the hand-over."""

from __future__ import annotations

import pytest

from cms.accounts.models import User
from cms.actions.people import NewPerson
from plugins.membership.queries.seats import left_behind
from tests.factories import make_entry
from tests.factories.adopting import make_adoption
from tests.factories.mentoring import make_mentorship
from tests.factories.seats import hand_over

TONI = NewPerson("toni@example.org", "Toni", "Nachfolge")


@pytest.fixture
def adoption(member):
    return make_adoption(make_entry(title="Lotsen"), by=member, contact=member)


@pytest.fixture
def mentorship(member, outsider, office):
    return make_mentorship(member, outsider, office=office)


def test_both_stand_in_the_list_with_what_can_be_done(seat, adoption, mentorship):
    found = {left.thing.title: left.thing.choices for left in left_behind(seat)}
    assert found["Lotsen"] == ("successor", "county")
    assert found[f"Begleitet {mentorship.mentee}"] == ("close",)


def test_the_successor_is_asked_about_it_and_the_mentorship_ends(seat, adoption, mentorship, office):
    hand_over(seat, TONI, by=office)
    adoption.refresh_from_db()
    mentorship.refresh_from_db()
    assert adoption.contact == User.objects.get(email=TONI.email)
    assert (mentorship.state, mentorship.end_reason) == ("ended", "seat")


def test_without_a_successor_whoever_sits_for_the_county_is_asked(seat, adoption, office):
    hand_over(seat, None, by=office)
    adoption.refresh_from_db()
    assert adoption.contact is None
