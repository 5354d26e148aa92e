"""Whom the office is proposed, and what is said for each."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from cms.models import County
from plugins.api.actors import actor_for
from plugins.api.errors import Refused
from plugins.membership.actions.mentor_offers import end_offer
from plugins.membership.actions.mentorships import accept_mentorship, end_mentorship
from plugins.membership.models import MentorOffer, Mentorship, Seat
from plugins.membership.queries.mentor_proposals import proposals_for
from tests.factories import UserFactory, give_seat, tell_members
from tests.factories.mentoring import make_mentorship, offer_of

pytestmark = pytest.mark.django_db


def proposed(mentee, office):
    return [one.person for one in proposals_for(mentee, actor_for(office))]


def reasons(mentee, office, person):
    return next(one.reasons for one in proposals_for(mentee, actor_for(office)) if one.person == person)


def inhabitants(**numbers):
    for key, number in numbers.items():
        County.objects.filter(key=key.removeprefix("county_")).update(inhabitants=number)


def test_common_topics_size_and_state_are_said_and_order_the_proposals(mentor, coordinator, outsider, office):
    inhabitants(county_99003=110_000, county_99004=100_000, county_99002=400_000)
    tell_members(outsider, topics=["Wohnen", "Bildung"])
    offer_of(coordinator, topics=("Sprache",))
    offer_of(mentor, topics=("Bildung",))
    assert proposed(outsider, office) == [mentor, coordinator]
    assert reasons(outsider, office, mentor) == [
        "Gemeinsame Themen: Bildung.",
        f"Ähnlich großer Landkreis: {County.objects.get(key='99003')} mit 110.000 Einwohner:innen.",
        "Hat noch niemanden begleitet.",
    ]
    assert reasons(outsider, office, coordinator) == ["Hat noch niemanden begleitet."]


def test_the_same_state_is_a_reason(outsider, office):
    one, other = UserFactory(email="a@example.org"), UserFactory(email="b@example.org")
    give_seat(one, "09772")
    give_seat(other, "09773")
    offer_of(other)
    assert "Gleiches Bundesland: Bayern." in reasons(one, office, other)


def test_nobody_of_the_same_county_nobody_paused_nobody_without_a_seat_or_a_free_place(
    mentor, coordinator, member, outsider, office
):
    neighbour = UserFactory(email="nachbar@example.org")
    give_seat(neighbour, "99004")
    for person in (neighbour, mentor, coordinator, member):
        offer_of(person)
    assert set(proposed(outsider, office)) == {mentor, coordinator, member}
    MentorOffer.objects.filter(pk=mentor.pk).update(paused_until=timezone.localdate())
    Seat.objects.filter(person=coordinator).update(end=timezone.localdate() - timedelta(days=1))
    assert proposed(outsider, office) == [member]
    make_mentorship(member, neighbour, office=office, state="asked")
    assert proposed(outsider, office) == []
    MentorOffer.objects.filter(pk=mentor.pk).update(paused_until=timezone.localdate() - timedelta(days=1))
    assert proposed(outsider, office) == [mentor]


def test_who_just_had_one_is_left_out_while_others_are_free(mentor, coordinator, member, outsider, office):
    offer_of(mentor, capacity=2)
    make_mentorship(mentor, member, office=office)
    assert proposed(outsider, office) == [mentor]
    assert "Begleitet zurzeit jemanden und hat noch einen Platz frei." in reasons(outsider, office, mentor)
    offer_of(coordinator)
    assert proposed(outsider, office) == [coordinator]
    end_mentorship(Mentorship.objects.get(), actor=actor_for(office))
    assert proposed(outsider, office) == [coordinator]
    long_ago = timezone.localdate() - timedelta(weeks=13)
    Mentorship.objects.update(ended_on=long_ago)
    assert set(proposed(outsider, office)) == {coordinator, mentor}
    assert any("Hat seit dem" in reason for reason in reasons(outsider, office, mentor))


def test_who_declined_this_person_is_not_proposed_for_them_again(mentor, coordinator, member, outsider, office):
    offer_of(mentor)
    make_mentorship(mentor, outsider, office=office, state="declined")
    assert proposed(outsider, office) == []
    assert proposed(member, office) == [mentor]


def test_whom_the_office_took_back_by_mistake_it_can_ask_again(mentor, outsider, office):
    end_mentorship(make_mentorship(mentor, outsider, office=office, state="asked"), actor=actor_for(office))
    assert proposed(outsider, office) == [mentor]


def test_whoever_leaves_the_pool_is_proposed_no_more_but_goes_on_accompanying(mentor, member, outsider, office):
    mentorship = make_mentorship(mentor, outsider, office=office, state="agreed")
    end_offer(MentorOffer.objects.get(), actor=actor_for(mentor))
    assert proposed(member, office) == []
    assert accept_mentorship(mentorship, actor=actor_for(outsider)).state == "running"


def test_only_the_office_is_proposed_anybody(mentor, member, outsider):
    with pytest.raises(Refused):
        proposals_for(outsider, actor_for(member))


def test_many_mentors_cost_as_many_queries_as_one(mentor, outsider, office, django_assert_num_queries):
    offer_of(mentor, topics=("Wohnen",))
    actor = actor_for(office)
    with django_assert_num_queries(8):
        assert len(proposals_for(outsider, actor)) == 1
    for number in range(3):
        person = UserFactory(email=f"mentor{number}@example.org")
        give_seat(person, "99002")
        offer_of(person, topics=("Wohnen", "Sprache"))
    with django_assert_num_queries(8):
        assert len(proposals_for(outsider, actor)) == 4
