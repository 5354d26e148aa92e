"""Common interests are shown among those who take part, with reasons; nobody else is compared or named."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.accounts.models import User
from cms.models import County
from plugins.api.actors import actor_for
from plugins.api.errors import Missing
from plugins.membership.actions.matching import join_matching, leave_matching, refuse_match
from plugins.membership.models import MatchRefusal, MatchWish, Seat
from plugins.membership.personal_data import matching as personal_data
from plugins.membership.queries.matching import matches_for
from tests.factories import join_group, make_entry, make_group, tell_members
from tests.factories.adopting import make_adoption

pytestmark = pytest.mark.django_db
PAGE = "/mitglieder/gemeinsam/"


@pytest.fixture(autouse=True)
def no_figures(forum, member, mentor, outsider, coordinator):
    """Only what a test says is common."""
    County.objects.update(inhabitants=None)


def take_part(*people: User) -> None:
    for person in people:
        join_matching(actor=actor_for(person))


def shown(person) -> dict[str, list[str]]:
    return {match.member.name: match.reasons for match in matches_for(actor_for(person))}


def test_nobody_is_shown_who_did_not_choose_it(member, mentor):
    for person in (member, mentor):
        tell_members(person, topics=["Sprache"])
    assert shown(member) == {}
    take_part(member)
    assert shown(member) == shown(mentor) == {}
    take_part(mentor)
    assert shown(member) == {"Alex Mentor": ["Sie kennen sich beide aus mit: Sprache."]}
    leave_matching(actor=actor_for(mentor))
    assert shown(member) == shown(mentor) == {}


def test_every_reason_is_said_and_whoever_has_more_stands_first(member, mentor, outsider, coordinator):
    take_part(member, mentor, outsider, coordinator)
    for person, topics in ((member, ["Sprache", "Arbeit"]), (mentor, ["Sprache"]), (coordinator, ["Sprache"])):
        tell_members(person, topics=topics)
    entry = make_entry(title="Fahrdienst")
    make_adoption(entry, member)
    make_adoption(entry, mentor, "adopted")
    make_adoption(entry, outsider, "dropped")
    group = make_group("AG Wohnen", coordinator=member)
    join_group(group, mentor)
    County.objects.filter(key="99001").update(inhabitants=100_000)
    County.objects.filter(key="99003").update(inhabitants=118_000)
    County.objects.filter(key="99002").update(inhabitants=180_000)
    assert shown(member) == {
        "Alex Mentor": [
            "Sie kennen sich beide aus mit: Sprache.",
            "Beide Landkreise arbeiten mit „Fahrdienst“.",
            "Sie arbeiten beide mit in „AG Wohnen“.",
            "Beide Landkreise haben ähnlich viele Einwohner:innen: 100.000 und 118.000.",
        ],
        "Alex Coordinator": ["Sie kennen sich beide aus mit: Sprache."],
    }
    assert list(shown(member)) == ["Alex Mentor", "Alex Coordinator"]


def test_a_group_of_one_of_them_is_no_reason_and_not_named(member, mentor, coordinator):
    take_part(member, mentor)
    make_group("AG Geheim", coordinator=mentor)
    assert shown(member) == {}


def test_one_click_says_no_for_good_and_only_to_oneself(member, mentor, as_client):
    take_part(member, mentor)
    for person in (member, mentor):
        tell_members(person, topics=["Sprache"])
    client = as_client(member)
    assert "Alex Mentor" in client.get(PAGE).content.decode()
    page = client.post(PAGE, {"do": "refuse", "person": mentor.pk}, follow=True).content.decode()
    assert "Alex Mentor" not in page
    leave_matching(actor=actor_for(member))
    take_part(member)
    assert shown(member) == {}
    assert list(shown(mentor)) == ["Alex Member"]
    client.post(PAGE, {"do": "anew"})
    assert list(shown(member)) == ["Alex Mentor"]


def test_who_is_no_match_is_not_there(member, mentor, as_client):
    """Else a refusal would tell who takes part."""
    take_part(member)
    for number in (mentor.pk, 987_654, "x", "9" * 30, ""):
        assert as_client(member).post(PAGE, {"do": "refuse", "person": number}).status_code == 404
    assert as_client(member).post(PAGE, {"do": "guess"}).status_code == 404
    assert not MatchRefusal.objects.exists()


def test_the_page_is_off_by_default_and_for_members(member, guest, office, as_client):
    client = as_client(member)
    assert "Mitmachen" in client.get(PAGE).content.decode()
    client.post(PAGE, {"do": "join"})
    assert MatchWish.objects.filter(person=member).exists()
    client.post(PAGE, {"do": "leave"})
    assert not MatchWish.objects.exists()
    for person in (guest, office):
        assert as_client(person).get(PAGE).status_code == 404
        with pytest.raises(Missing):
            matches_for(actor_for(person))


def test_whoever_is_hidden_or_left_is_not_shown(member, mentor, outsider):
    take_part(member, mentor, outsider)
    for person in (member, mentor, outsider):
        tell_members(person, topics=["Sprache"])
    tell_members(mentor, topics=["Sprache"], is_listed=False)
    Seat.objects.filter(person=outsider).update(end=timezone.localdate() - timedelta(days=1))
    assert shown(member) == {}


def test_it_costs_the_same_for_many(member, mentor, outsider, coordinator):
    take_part(member, mentor)
    for person in (member, mentor, outsider, coordinator):
        tell_members(person, topics=["Sprache"])
    with CaptureQueriesContext(connection) as one:
        shown(member)
    take_part(outsider, coordinator)
    with CaptureQueriesContext(connection) as many:
        assert len(shown(member)) == 3
    assert len(one) == len(many)


def test_handed_out_and_erased(member, mentor):
    take_part(member, mentor)
    refuse_match(mentor, actor=actor_for(member))
    told = personal_data.hand_out(member)
    assert told["takes_part_since"] and [row["other"] for row in told["refused"]] == [mentor.pk]
    assert personal_data.hand_out(mentor)["refused"] == []
    personal_data.erase(mentor)
    assert not MatchRefusal.objects.exists()
    assert MatchWish.objects.get().person == member
