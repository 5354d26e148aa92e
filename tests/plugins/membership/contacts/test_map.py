"""The map of the member counties with its table."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from plugins.api.actors import actor_for
from plugins.api.errors import Missing
from plugins.membership.models import Seat
from plugins.membership.queries.counties import member_counties, since
from tests.factories import UserFactory, give_seat, make_county, tell_members

pytestmark = pytest.mark.django_db

MAP = "/mitglieder/karte/"


@pytest.mark.parametrize("who", ["member", "editor", "office"])
def test_who_has_a_directory_has_the_map(as_client, request, member, who):
    county = make_county("99001")
    county.latitude, county.longitude = 50.6, 9.1
    county.save()
    page = as_client(request.getfixturevalue(who)).get(MAP)
    assert page.status_code == 200
    shown = page.content.decode()
    assert shown.count('href="/mitglieder/?county=99001"') == 2, "a house on the map and a name in the table"


@pytest.mark.parametrize("who", [None, "guest", "author", "applicant", "former_member"])
def test_for_everybody_else_there_is_none(as_client, request, forum, who):
    person = request.getfixturevalue(who) if who else None
    assert as_client(person).get(MAP).status_code == as_client(person).get("/mitglieder/").status_code == 404
    with pytest.raises(Missing):
        member_counties(actor_for(person))


def test_a_county_whose_people_do_not_show_themselves_is_a_member_without_a_link(as_client, member, coordinator):
    tell_members(coordinator, is_listed=False)
    rows = {county.key: county for county in member_counties(actor_for(member))}
    assert (rows["99001"].people, rows["99002"].people, rows["99002"].url) == (1, 0, "")
    page = as_client(member).get(MAP).content.decode()
    assert str(make_county("99002")) in page and "county=99002" not in page
    assert coordinator.last_name not in page


def test_counties_are_sorted_and_people_counted(member):
    give_seat(UserFactory(email="vertretung@example.org"), "99001")
    give_seat(UserFactory(email="weg@example.org"), "99003", end=timezone.localdate() - timedelta(days=1))
    rows = member_counties(actor_for(member))
    assert [(row.key, row.people) for row in rows] == [("99001", 2)]


@pytest.mark.parametrize(
    ("spans", "first"),
    [
        ([((2025, 1, 1), None)], (2025, 1, 1)),
        ([((2024, 1, 1), (2024, 12, 31)), ((2025, 1, 1), None)], (2024, 1, 1)),
        ([((2023, 1, 1), (2023, 12, 31)), ((2025, 1, 1), None)], (2025, 1, 1)),
        ([((2024, 6, 1), (2025, 6, 1)), ((2025, 1, 1), None)], (2024, 6, 1)),
    ],
)
def test_a_county_is_a_member_since_its_last_gap(spans, first):
    seats = [Seat(start=date(*start), end=date(*end) if end else None) for start, end in spans]
    assert since(seats) == date(*first)


def test_many_counties_cost_no_more_queries(as_client, member, django_assert_max_num_queries):
    for number in range(2, 6):
        give_seat(UserFactory(email=f"kreis{number}@example.org"), f"9900{number}")
    with django_assert_max_num_queries(7):
        member_counties(actor_for(member))
