"""Reading on: nothing is skipped and nothing comes twice, whatever is added meanwhile."""

from __future__ import annotations

import pytest

from cms.models import Projection
from tests.cms.rest.conftest import day
from tests.factories import make_entry


@pytest.fixture
def seven(forum):
    return [make_entry(title=f"Eintrag {number}", released=True, at=day(number)) for number in range(7)]


def read_all(client, address):
    """All titles page by page, and the page to which each stands."""
    pages = []
    while address:
        answer = client.json(address)
        pages.append([item["title"] for item in answer["results"]])
        address = answer["next"]
    return pages


def names(*numbers):
    return [f"Eintrag {number}" for number in numbers]


@pytest.mark.parametrize("start", ["entries/?limit=3", "entries/?limit=3&offset=0"])
def test_all_pages_together_are_the_list(seven, api, start):
    assert read_all(api(), start) == [names(6, 5, 4), names(3, 2, 1), names(0)]
    assert read_all(api(), f"{start}&ordering=title") == [names(0, 1, 2), names(3, 4, 5), names(6)]


def test_the_last_page_that_is_full_has_no_next(seven, api):
    assert read_all(api(), "entries/?limit=7") == [names(6, 5, 4, 3, 2, 1, 0)]


def test_while_entries_are_added_a_cursor_neither_skips_nor_repeats(seven, api):
    client = api()
    first = client.json("entries/", limit=3)
    make_entry(title="Neu", released=True, at=day(50))
    second = client.json(first["next"])
    Projection.objects.filter(entry=seven[4].pk).delete()
    third = client.json(second["next"])
    read = [item["title"] for page in (first, second, third) for item in page["results"]]
    assert read == names(6, 5, 4, 3, 2, 1, 0)


def test_entries_of_the_same_moment_are_told_apart(forum, api):
    for number in range(5):
        make_entry(title=f"Eintrag {number}", released=True, at=day(1))
    pages = read_all(api(), "entries/?limit=2")
    assert sorted(title for page in pages for title in page) == names(0, 1, 2, 3, 4)
    assert [len(page) for page in pages] == [2, 2, 1]


def test_moments_are_told_apart_to_the_microsecond(forum, api):
    for number in range(4):
        make_entry(title=f"Eintrag {number}", released=True, at=day(1).replace(microsecond=100 + number))
    assert read_all(api(), "entries/?limit=1") == [names(3), names(2), names(1), names(0)]


def test_back_and_forth(seven, api):
    client = api()
    first = client.json("entries/", limit=3)
    second = client.json(first["next"])
    third = client.json(second["next"])
    back = client.json(third["previous"])
    begin = client.json(back["previous"])
    assert [page["results"] for page in (back, begin)] == [second["results"], first["results"]]
    assert (begin["previous"], third["next"]) == (None, None)
    assert client.json(begin["next"])["results"] == second["results"]


def test_back_and_forth_by_offset(seven, api):
    client = api()
    page = client.json("entries/", limit=3, offset=4)
    assert [page["next"], page["previous"]] == [None, "/api/v1/entries/?limit=3&offset=1"]
    assert client.json("entries/", limit=3, offset=2)["previous"] == "/api/v1/entries/?limit=3&offset=0"
    assert client.json("entries/", limit=3, offset=0)["previous"] is None


def test_beyond_the_end_there_is_nothing_but_a_way_back(seven, api):
    page = api().json("entries/", limit=3, offset=900)
    assert (page["count"], page["results"], page["next"]) == (7, [], None)
    assert page["previous"] == "/api/v1/entries/?limit=3&offset=4"


def test_next_asks_for_the_same_as_before(seven, api):
    answer = api().json("entries/", limit=2, kind="good_practice", ordering="title", fields="title")
    following = api().json(answer["next"])
    assert following["results"] == [{"title": "Eintrag 2"}, {"title": "Eintrag 3"}]
    assert following["count"] == 7


def test_addresses_stay_on_this_server(seven, api):
    assert api().json("entries/", limit=2)["next"].startswith("/api/v1/entries/?limit=2&cursor=")


def test_counties_and_topics_are_read_on_in_the_same_way(forum, api):
    by_cursor, address = [], "/api/v1/counties/?limit=100"
    while address:
        answer = api().json(address)
        by_cursor += [county["key"] for county in answer["results"]]
        address = answer["next"]
    by_offset = [
        county["key"]
        for offset in range(0, 500, 100)
        for county in api().json("counties/", limit=100, offset=offset)["results"]
    ]
    assert by_cursor == by_offset
    assert len(set(by_cursor)) == len(by_cursor) == answer["count"] >= 400
