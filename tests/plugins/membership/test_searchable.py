"""People as hits of the search: for whom, by what, and that every change is heard."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from cms.accounts.actions import change_profile, erase_person
from cms.models import County, Topic
from plugins.api import generation
from plugins.api.access import SYSTEM
from plugins.api.actors import actor_for
from plugins.api.outbox import dispatch_pending
from plugins.membership.models import MemberProfile, Seat
from plugins.membership.schedules import follow_seats
from search.consistency import differences
from tests.cast import yesterday
from tests.factories import UserFactory, give_seat, make_county, make_entry, make_topic, tell_members
from tests.search.conftest import index

__all__ = ["index"]


def tomorrow():
    return timezone.localdate() + timedelta(days=1)


@pytest.fixture
def eva(index, forum):
    person = UserFactory(
        email="quitte@example.org", first_name="Eva", last_name="Neumann", function="Leiterin der Stabsstelle"
    )
    give_seat(person, "99002")
    tell_members(person, competences="Wohnungslotsen aufbauen", topics=["Mobilität"], telephone="0171 3920042")
    dispatch_pending()
    return person


@pytest.fixture
def found(api, member):
    """`found("words")` gives titles of the people whom a member finds, or somebody else."""

    def ask(words: str, by=member, **parameters):
        dispatch_pending()
        answer = api(by).json("search/", q=words, type="person", exact="1", **parameters)
        return [hit["title"] for hit in answer["results"]]

    return ask


@pytest.mark.parametrize("words", ["Neumann", "Eva", "Stabsstelle", "Bergheide", "Wohnungslotsen", "Mobilität"])
def test_a_member_finds_people_by_what_they_show(words, eva, found):
    assert found(words) == ["Eva Neumann"]


@pytest.mark.parametrize("words", ["quitte", "quitte@example.org", "0171 3920042", "3920042"])
def test_e_mail_and_telephone_are_never_in_the_index_even_when_shown(words, eva, found):
    tell_members(eva, shows_email=True, telephone="0171 3920042", shows_telephone=True)
    assert found(words) == []


@pytest.mark.parametrize("reader", ["editor", "office", "admin"])
def test_editors_and_office_find_people(reader, eva, found, request):
    assert found("Neumann", by=request.getfixturevalue(reader)) == ["Eva Neumann"]


@pytest.mark.parametrize("reader", ["applicant", "former_member", "guest", "kind_guest", "author"])
def test_nobody_else_does(reader, eva, found, api, request):
    person = request.getfixturevalue(reader)
    assert found("Neumann", by=person) == []
    assert api(person).json("suggest/", q="neum") == []
    assert api(person).json("search/", q="Bergheide")["facets"]["type"] == []


def test_a_visitor_and_a_token_for_public_things_do_not(eva, member, api):
    for program in (api(), api(member, "read:public")):
        assert program.json("search/", q="Neumann") == {
            "count": 0,
            "results": [],
            "facets": {name: [] for name in ("type", "kind", "topic", "county")},
            "did_you_mean": None,
            "next": None,
        }


def test_a_hit_shows_name_function_and_county_and_leads_to_the_person(eva, member, as_client):
    page = as_client(member).get("/suche/?q=Neumann").content.decode()
    line = page.partition('<li class="line">')[2].partition("</li>")[0]
    assert f'<a href="/mitglieder/{eva.pk}/">Eva Neumann</a>' in line
    for words in ("Person", "Leiterin der Stabsstelle", "Landkreis Bergheide", "Alle Mitglieder"):
        assert words in line


def test_the_function_stands_there_even_where_the_excerpt_begins_later(eva, member, as_client):
    tell_members(eva, competences="Erste Schritte begleiten, Ehrenamtliche gewinnen und schulen, dazu Quitten")
    dispatch_pending()
    page = as_client(member).get("/suche/?q=Quitten").content.decode()
    assert "<mark>Quitten</mark>" in page
    assert '<p class="line__summary">Leiterin der Stabsstelle</p>' in page


def test_people_are_a_type_with_a_name_and_counted_by_county_and_topic(eva, api, member):
    facets = api(member).json("search/", q="Neumann")["facets"]
    assert facets["type"] == [{"value": "person", "label": "Personen", "count": 1}]
    assert facets["county"] == [{"value": "99002", "label": "Landkreis Bergheide", "count": 1}]
    assert facets["topic"] == [{"value": "mobilitat", "label": "Mobilität", "count": 1}]


def test_a_new_name_and_function_are_found_and_the_old_ones_are_not(eva, found):
    change_profile(eva, actor=actor_for(eva), first_name="Eva", last_name="Sommer", function="Dezernat", language="de")
    assert found("Sommer") == found("Dezernat") == ["Eva Sommer"]
    assert found("Neumann") == found("Stabsstelle") == []


def test_opting_out_and_in_again(eva, found):
    tell_members(eva, is_listed=False)
    assert found("Neumann") == []
    tell_members(eva)
    assert found("Neumann") == ["Eva Neumann"]


def test_a_closed_account_is_not_found(eva, found):
    eva.is_active = False
    eva.save()
    assert found("Neumann") == []


def test_a_seat_that_is_ended_or_given_to_somebody_else(eva, found, applicant):
    seat = Seat.objects.get(person=eva)
    seat.person = applicant
    seat.save()
    assert found("Bergheide") == [str(applicant)]
    assert found("Neumann") == []
    seat.end = yesterday()
    seat.save()
    assert found("Bergheide") == []


def test_a_seat_for_another_county(eva, found):
    seat = Seat.objects.get(person=eva)
    seat.county = make_county("99003")
    seat.save()
    assert (found("Dornfeld"), found("Bergheide")) == (["Eva Neumann"], [])


def test_renamed_counties_and_topics_and_topics_that_are_gone(eva, found):
    county = County.objects.get(key="99002")
    county.name = "Lindenau"
    county.save()
    topic = Topic.objects.get(title="Mobilität")
    topic.title = "Fahrdienste"
    topic.save()
    assert found("Lindenau") == found("Fahrdienste") == ["Eva Neumann"]
    topic.delete()
    assert (found("Fahrdienste"), found("Neumann")) == ([], ["Eva Neumann"])


def test_a_topic_stands_in_it_while_every_member_sees_the_topic(eva, found):
    topic = make_topic("Quittenanbau")
    MemberProfile.objects.get(person=eva).topics.add(topic)
    assert found("Quittenanbau") == []
    entry = make_entry(title="Ernte", topics=[topic])
    assert found("Quittenanbau") == ["Eva Neumann"]
    entry.delete()
    assert found("Quittenanbau") == []


def test_an_erased_person_is_gone_and_their_seat_stays(eva, found):
    erase_person(eva, actor=SYSTEM)
    assert found("Neumann") == found("Bergheide") == []
    assert Seat.objects.filter(person=eva).exists()


def test_a_seat_begins_by_the_clock(index, forum, found):
    person = UserFactory(first_name="Eva", last_name="Neumann")
    give_seat(person, start=tomorrow())
    assert found("Neumann") == []
    Seat.objects.update(start=timezone.localdate())  # as if it were tomorrow: nothing is saved at midnight
    before = generation.current()
    follow_seats()
    assert found("Neumann") == ["Eva Neumann"]
    assert generation.current() != before  # the home page names counties by their seats


def test_a_seat_ends_by_the_clock(eva, found):
    Seat.objects.filter(person=eva).update(end=yesterday())
    follow_seats()
    assert found("Neumann") == []


def test_a_clock_that_stood_still_for_weeks_catches_up_and_then_has_nothing_to_do(
    eva, found, django_assert_num_queries
):
    give_seat(UserFactory(first_name="Ida", last_name="Frei"), start=tomorrow())
    Seat.objects.filter(person=eva).update(end=timezone.localdate() - timedelta(days=30))
    Seat.objects.exclude(person=eva).update(start=timezone.localdate() - timedelta(days=40))
    follow_seats()
    assert (found("Neumann"), found("Ida")) == ([], ["Ida Frei"])
    before = generation.current()
    follow_seats()
    assert (generation.current(), dispatch_pending()) == (before, 0)


def test_seats_from_before_there_was_a_directory_are_taken_in(eva, found):
    MemberProfile.objects.all().delete()
    Seat.objects.update(was_in_force=False)
    follow_seats()
    assert found("Neumann") == ["Eva Neumann"]


def test_index_and_database_say_the_same(eva, member, former_member):
    dispatch_pending()
    assert list(differences()) == []
