"""Lists, counts, facets, topics, search and pages show a reader the same entries, each once and in the same layer."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.test import Client

from cms.queries.entries import readable
from search.engines import engine
from search.indexing import rebuild
from tests.cast import as_client
from tests.contracts.world import World
from tests.factories import make_feed_address

READERS = ("visitor", "applicant", "former_member", "guest", "kind_guest", "member", "editor", "office", "admin")


@pytest.fixture(scope="module")
def indexed(world: World, tmp_path_factory) -> Iterator[World]:
    """The world with an index of its own."""
    kept = settings.SEARCH_INDEX_DIR
    settings.SEARCH_INDEX_DIR = tmp_path_factory.mktemp("search")
    rebuild()
    yield world
    engine().close()
    settings.SEARCH_INDEX_DIR = kept


def by_query(actor) -> dict[int, str]:
    return dict(readable(actor).values_list("entry_id", "layer"))


def by_list(client: Client) -> dict[int, str]:
    answer = client.get("/api/v1/entries/", {"limit": 100}).json()
    assert answer["count"] == len(answer["results"]) == len({item["id"] for item in answer["results"]})
    return {item["id"]: item["layer"] for item in answer["results"]}


def by_search(client: Client) -> dict[int, str]:
    answer = client.get("/api/v1/search/", {"type": "entry", "limit": 100}).json()
    assert answer["count"] == len(answer["results"]) == len({item["id"] for item in answer["results"]})
    return {item["id"]: item["layer"] for item in answer["results"]}


@pytest.mark.parametrize("name", READERS)
def test_list_search_and_query_agree(name, indexed, world_cast):
    client = as_client(indexed.people[name])
    expected = by_query(world_cast[name])
    assert (by_list(client), by_search(client)) == (expected, expected)


@pytest.mark.parametrize("name", READERS)
def test_the_feed_of_a_person_names_as_many(name, indexed, world_cast):
    """Whoever may no more than visitors has the feed for everybody, and nothing of their own."""
    person = indexed.people[name]
    path = make_feed_address(person) if person else "/feeds/alle.atom"
    named = set(re.findall(r",2025:/wissen/(\d+)</id>", Client().get(path).content.decode()))
    expected = by_query(world_cast[name]) if name not in ("applicant", "former_member") else {}
    assert named == {str(pk) for pk in expected}


def test_the_sitemap_names_what_visitors_read(indexed, world_cast):
    named = re.findall(r"<loc>[^<]*/wissen/([^/<]+)/</loc>", Client().get("/sitemap.xml").content.decode())
    assert sorted(named) == sorted(readable(world_cast["visitor"]).values_list("slug", flat=True))


@pytest.mark.parametrize("name", READERS)
def test_the_page_counts_and_shows_as_many(name, indexed, world_cast):
    page = as_client(indexed.people[name]).get("/wissen/").content.decode()
    assert len(re.findall(r'<li class="line\b', page)) == len(by_query(world_cast[name]))


@pytest.mark.parametrize("name", READERS)
def test_facets_and_topics_count_what_is_there(name, indexed, world_cast):
    client = as_client(indexed.people[name])
    items = client.get("/api/v1/entries/", {"limit": 100}).json()["results"]
    kinds = Counter(item["kind"] for item in items)
    topics = Counter(topic["slug"] for item in items for topic in item["topics"])

    facets = client.get("/api/v1/search/", {"type": "entry"}).json()["facets"]
    listed = client.get("/api/v1/topics/", {"limit": 100}).json()["results"]
    assert {value["value"]: value["count"] for value in facets["kind"]} == kinds
    assert {value["value"]: value["count"] for value in facets["topic"]} == topics
    assert {topic["slug"]: topic["count"] for topic in listed if topic["count"]} == topics


@pytest.mark.parametrize("name", READERS)
def test_every_entry_that_is_listed_opens_in_that_layer(name, indexed, world_cast):
    client = as_client(indexed.people[name])
    for item in client.get("/api/v1/entries/", {"limit": 100}).json()["results"]:
        assert client.get(f"/api/v1/entries/{item['id']}/").json()["layer"] == item["layer"]
        assert client.get(item["url"]).status_code == 200
