from __future__ import annotations

from tests.cms.rest.conftest import REFUSED
from tests.factories import make_county, make_topic


def seen(client):
    response = client.get("/api/v1/topics/")
    return {t["slug"]: t["count"] for t in response.json()["results"]} if response.status_code == 200 else 401


def test_everybody_sees_the_topics_that_hold_something_for_them(world, callers):
    make_topic("Offen", is_open=True)
    make_topic("Verborgen")
    public, full, staff = (
        {"offen": 0, "wohnen": 1},
        {"offen": 0, "wohnen": 2},
        {"offen": 0, "verborgen": 0, "wohnen": 2},
    )
    assert {name: seen(client) for name, client in callers.items()} == {
        "visitor": public,
        "member": full,
        "member by token": full,
        "member by public token": public,
        "member by writing token": public,
        "guest": full,
        "guest by token": full,
        "kind guest": public,
        "applicant": public,
        "editor": staff,
        "editor by token": staff,
        "office": staff,
        "admin": staff,
        **dict.fromkeys(REFUSED, 401),
    }


def test_a_topic(forum, api):
    make_topic("Wohnen", is_open=True, description="Wohnungen finden.")
    assert api().json("topics/") == {
        "count": 1,
        "next": None,
        "previous": None,
        "results": [
            {
                "slug": "wohnen",
                "title": "Wohnen",
                "description": "Wohnungen finden.",
                "count": 0,
                "url": "/themen/wohnen/",
            }
        ],
    }


def test_the_official_list_of_counties(forum, api):
    answer = api().json("counties/", limit=100)
    assert (answer["count"], len(answer["results"])) == (400, 100)
    assert answer["results"][0] == {
        "key": "07131",
        "name": "Ahrweiler",
        "kind": "Landkreis",
        "state": "Rheinland-Pfalz",
        "inhabitants": 129727,
        "area_km2": 787.02,
    }


def test_a_county_of_the_forums_own_has_no_state(forum, api):
    api().json("counties/")
    make_county("99001", name="Aaland")
    assert api().json("counties/", limit=1)["results"] == [
        {"key": "99001", "name": "Aaland", "kind": "Landkreis", "state": None, "inhabitants": 104300, "area_km2": None}
    ]


def test_lists_without_filters_say_so(forum, api):
    for address in ("topics/", "counties/"):
        response = api().get(f"/api/v1/{address}?state=Hessen")
        assert (response.status_code, list(response.json()["errors"])) == (400, ["state"])


def test_a_county_that_is_removed_is_gone_at_once(forum, api):
    county = make_county("99001", name="Aaland")
    assert api().json("counties/")["count"] == 401
    county.delete()
    assert api().json("counties/")["count"] == 400
