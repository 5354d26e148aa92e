from __future__ import annotations

import pytest

from plugins.api.outbox import dispatch_pending
from search.engine import EngineUnavailable
from tests.factories import make_entry


@pytest.fixture
def entries(index, forum):
    made = [
        make_entry(title="Wohnung im Dorf", summary="Lotsen helfen.", topics=["Wohnen"], county="99001", released=True),
        make_entry("offer", title="Beratung", summary="Rund um die Wohnung.", topics=["Wohnen"], released=True),
        make_entry(title="Wohnung intern", topics=["Wohnen"]),
    ]
    dispatch_pending()
    return made


def test_a_search_answers_as_promised(entries, api):
    answer = api().json("search/", q="Wohnungen", type="entry")
    assert set(answer) == {"count", "results", "facets", "did_you_mean", "next"}
    assert (answer["count"], answer["did_you_mean"], answer["next"]) == (2, None, None)
    first = answer["results"][0]
    assert {name: first[name] for name in ("id", "type", "kind", "title", "url", "score", "layer")} == {
        "id": entries[0].pk,
        "type": "entry",
        "kind": "good_practice",
        "title": "Wohnung im Dorf",
        "url": f"/wissen/{entries[0].slug}/",
        "score": 1.0,
        "layer": "public",
    }
    assert answer["results"][1]["snippet"].startswith("Rund um die <mark>Wohnung</mark>.")
    assert 0 < answer["results"][1]["score"] < 1
    kinds = {value["value"]: value["count"] for value in answer["facets"]["kind"]}
    assert kinds == {"good_practice": 1, "offer": 1}
    assert set(answer["facets"]["kind"][0]) == {"value", "label", "count"}


def test_members_find_more(entries, api, member):
    found = api(member, "read:members").json("search/", q="Wohnung", type="entry")
    assert (found["count"], {hit["layer"] for hit in found["results"]}) == (3, {"members"})


def test_a_token_for_what_is_public_finds_what_is_public(entries, api, member):
    found = api(member, "read:public").json("search/", q="Wohnung", type="entry")
    assert (found["count"], {hit["layer"] for hit in found["results"]}) == (2, {"public"})


FILTERED = {
    "kind=offer": 1,
    "topic=wohnen": 2,
    "county=99001": 1,
    "county=12345": 0,
    "topic=gibt-es-nicht": 0,
    "tag=gibt-es-nicht": 0,
    "author=Niemand": 0,
    "external_key=keiner": 0,
    "updated_since=2020-01-01": 2,
    "updated_since=2120-01-01T00:00:00Z": 0,
}


def test_filters(entries, api):
    client = api()
    counts = {one: client.json(f"/api/v1/search/?q=Wohnung&type=entry&{one}")["count"] for one in FILTERED}
    assert counts == FILTERED
    assert client.json("/api/v1/search/?q=Wohnung&type=event")["count"] == 0


@pytest.mark.parametrize(
    ("nonsense", "name"),
    [
        ("kind=nonsense", "kind"),
        ("type=nonsense", "type"),
        ("limit=abc", "limit"),
        ("limit=101", "limit"),
        ("limit=0", "limit"),
        ("offset=-1", "offset"),
        ("updated_since=gestern", "updated_since"),
        ("ordering=password", "ordering"),
        ("exact=maybe", "exact"),
        ("colour=red", "colour"),
    ],
)
def test_nonsense_is_named(index, forum, api, nonsense, name):
    response = api().get(f"/api/v1/search/?q=Wohnung&{nonsense}")
    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"
    assert set(response.json()["errors"]) == {name}


def test_pages_follow_each_other(entries, api, member):
    client = api(member, "read:members")
    path, titles = "/api/v1/search/?q=Wohnung&type=entry&limit=1", []
    while path:
        answer = client.json(path)
        assert answer["count"] == 3
        titles += [hit["title"] for hit in answer["results"]]
        path = answer["next"]
    assert sorted(titles) == ["Beratung", "Wohnung im Dorf", "Wohnung intern"]


def test_a_slip_is_repaired_unless_exact(entries, api):
    assert api().json("search/", q="Wohnugn")["did_you_mean"] == "Wohnung"
    exact = api().json("search/", q="Wohnugn", exact="1")
    assert (exact["did_you_mean"], exact["count"]) == (None, 0)


def test_who_may_keep_an_answer(entries, api, member):
    for_visitors = api().get("/api/v1/search/?q=Wohnung")
    for_members = api(member, "read:members").get("/api/v1/search/?q=Wohnung")
    assert for_visitors["Cache-Control"].startswith("public")
    assert for_members["Cache-Control"].startswith("private")
    for answer in (for_visitors, for_members):
        assert {"Authorization", "Cookie"} <= set(answer["Vary"].split(", "))


def test_an_unchanged_answer_is_not_sent_again(entries, api):
    etag = api().get("/api/v1/search/?q=Wohnung")["ETag"]
    again = api().get("/api/v1/search/?q=Wohnung", headers={"If-None-Match": etag})
    assert (again.status_code, again.content) == (304, b"")


def test_what_was_kept_for_visitors_goes_when_the_index_changes(entries, api):
    assert api().json("search/", q="Wohnung", type="entry")["count"] == 2
    make_entry(title="Noch eine Wohnung", released=True)
    dispatch_pending()
    assert api().json("search/", q="Wohnung", type="entry")["count"] == 3


def test_visitors_cost_only_one_small_query_that_asks_what_still_holds(entries, api, django_assert_num_queries):
    client = api()
    client.get("/api/v1/search/?q=Dorf")
    with django_assert_num_queries(1):
        client.get("/api/v1/search/?q=Wohnung")
    with django_assert_num_queries(1):
        client.get("/api/v1/search/?q=Wohnung")
    with django_assert_num_queries(1):
        client.get("/api/v1/suggest/?q=Woh")


def test_suggestions(entries, api, member):
    assert api().json("suggest/", q="Wohn im")[0] == {
        "text": "Wohnung im Dorf",
        "type": "entry",
        "url": f"/wissen/{entries[0].slug}/",
    }
    words = [one for one in api().json("suggest/", q="lots") if one["type"] == "word"]
    assert words == [{"text": "Lotsen", "type": "word", "url": "/suche/?q=Lotsen"}]
    assert api().json("suggest/", q="Wohnung int") == []
    assert len(api(member, "read:members").json("suggest/", q="Wohnung int")) == 1
    assert api().json("suggest/", q="") == []


def test_an_index_that_does_not_answer_is_said_calmly(entries, api, monkeypatch, index):
    def broken(*args, **more):
        raise EngineUnavailable("The file /secret/path is broken.")

    monkeypatch.setattr(type(index), "public_generation", broken)
    response = api().get("/api/v1/search/?q=Wohnung")
    assert (response.status_code, response["Content-Type"]) == (503, "application/problem+json")
    assert "/secret/path" not in response.content.decode()
