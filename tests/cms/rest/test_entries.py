from __future__ import annotations

import pytest

from cms.actions.entries import edit_entry, publish_entry
from cms.models import Projection
from plugins.api import generation
from plugins.api.actors import actor_for
from tests.cms.rest.conftest import REFUSED, day
from tests.factories import make_entry, make_file, make_picture, text

ITEM = {
    "id", "external_key", "url", "kind", "title", "slug", "summary", "topics", "tags", "county", "author",
    "published_at", "updated_at", "version", "layer",
}  # fmt: skip
DETAIL = ITEM | {"changes", "facts", "quotability", "body", "images", "files", "provenance"}


def titles(answer):
    return [item["title"] for item in answer["results"]]


def layers(client):
    response = client.get("/api/v1/entries/")
    return {item["title"]: item["layer"] for item in response.json()["results"]} if response.status_code == 200 else 401


def test_everybody_gets_of_each_entry_the_fullest_layer_that_is_theirs(world, callers):
    public = {"Öffentliche Strategie": "public", "Wohnungslotsen": "public"}
    full = public | {"Schulungstag": "members", "Ältestenrat": "members", "Wohnungslotsen": "members"}
    guest = public | {"Ältestenrat": "members", "Wohnungslotsen": "members"}
    assert {name: layers(client) for name, client in callers.items()} == {
        "visitor": public,
        "member": full,
        "member by token": full,
        "member by public token": public,
        "member by writing token": public,
        "guest": guest,
        "guest by token": guest,
        "kind guest": public | {"Schulungstag": "members"},
        "applicant": public,
        "editor": full,
        "editor by token": full,
        "office": full,
        "admin": full,
        **dict.fromkeys(REFUSED, 401),
    }


def test_a_list_says_how_many_and_where_to_read_on(world, api):
    answer = api().json("entries/", limit=1)
    assert (set(answer), answer["count"], answer["previous"]) == ({"count", "next", "previous", "results"}, 2, None)
    assert titles(api().json(answer["next"])) == ["Wohnungslotsen"]


def test_an_item_in_the_public_layer(world, api):
    item = api().json("entries/", kind="good_practice")["results"][0]
    assert item == {
        "id": world.released.pk,
        "external_key": None,
        "url": "/wissen/wohnungslotsen/",
        "kind": "good_practice",
        "title": "Wohnungslotsen",
        "slug": "wohnungslotsen",
        "summary": "Ein Sprachkurs, der ins Dorf kommt.",
        "topics": [{"slug": "wohnen", "title": "Wohnen"}],
        "tags": [],
        "county": {"key": "99001", "name": "Auental"},
        "author": None,
        "published_at": day(1).isoformat(),
        "updated_at": day(1).isoformat(),
        "version": 1,
        "layer": "public",
    }


def test_the_same_item_for_members(world, api, member):
    item = api(member).json("entries/", kind="good_practice")["results"][0]
    assert (item["layer"], item["tags"], item["author"]) == ("members", ["lotsen"], "Amt Auental")
    assert set(item) == ITEM


def test_a_detail_has_the_text_of_its_layer(world, api, member):
    public = api().json(f"entries/{world.released.pk}/")
    full = api(member).json(f"entries/{world.released.pk}/")
    assert set(public) == set(full) == DETAIL
    assert public["body"] == {
        "html": "<p>Ein Sprachkurs, der ins Dorf kommt.</p>",
        "blocks": [{"type": "text", "value": {"html": "<p>Ein Sprachkurs, der ins Dorf kommt.</p>"}}],
    }
    assert "Der Bus fährt zweimal am Tag" in full["body"]["html"]
    assert (public["id"], full["id"]) == (world.released.pk, world.released.pk)


def test_pictures_and_files_stand_in_the_members_layer_alone(forum, api, member):
    picture, file = make_picture(), make_file()
    body = [
        *text("<p>Mit Bild.</p>"),
        ("picture", {"image": picture, "alt": "Die Dorfstraße", "caption": ""}),
        ("download", {"file": file, "title": "Das Muster"}),
    ]
    entry = make_entry(body=body, released=True)
    full, public = (client.json(f"entries/{entry.pk}/") for client in (api(member), api()))
    assert (public["images"], public["files"]) == ([], [])
    assert [(image["id"], image["alt"], len(image["sizes"])) for image in full["images"]] == [
        (picture.pk, "Die Dorfstraße", 3)
    ]
    assert [(one["id"], one["title"]) for one in full["files"]] == [(file.pk, "Das Muster")]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"kind": "offer"}, ["Schulungstag"]),
        ({"topic": "wohnen"}, ["Ältestenrat", "Wohnungslotsen"]),
        ({"tag": "lotsen"}, ["Wohnungslotsen"]),
        ({"county": "99002"}, ["Ältestenrat"]),
        ({"author": "Forum"}, ["Öffentliche Strategie"]),
        ({"external_key": "quelle:7"}, ["Öffentliche Strategie"]),
        ({"topic": "wohnen", "county": "99001"}, ["Wohnungslotsen"]),
        ({"topic": "gibt-es-nicht"}, []),
        ({"tag": "gibt-es-nicht"}, []),
        ({"county": "00000"}, []),
        ({"author": "Niemand"}, []),
        ({"external_key": "nie:importiert"}, []),
        ({"ordering": "title"}, ["Ältestenrat", "Öffentliche Strategie", "Schulungstag", "Wohnungslotsen"]),
        ({"ordering": "-published_at"}, ["Schulungstag", "Öffentliche Strategie", "Ältestenrat", "Wohnungslotsen"]),
    ],
)
def test_filters_and_orders(world, api, member, asked, found):
    assert titles(api(member).json("entries/", **asked)) == found


def test_what_a_filter_names_but_the_reader_does_not_see_is_not_there(world, api, member):
    make_entry(title="Geheim", topics=["Verborgen"], tags=["verborgen"], county="99003", author_name="Verborgen",
               external_key="verborgen:1")  # fmt: skip
    hidden = [("topic", "verborgen"), ("tag", "verborgen"), ("county", "99003"), ("author", "Verborgen"),
              ("external_key", "verborgen:1")]  # fmt: skip
    nothing = {"count": 0, "next": None, "previous": None, "results": []}
    assert [api().json("entries/", **{name: value}) for name, value in hidden] == [nothing] * 5
    assert [titles(api(member).json("entries/", **{name: value})) for name, value in hidden] == [["Geheim"]] * 5


@pytest.mark.parametrize(
    ("since", "found"),
    [
        ("2026-01-04", ["Schulungstag", "Öffentliche Strategie"]),
        ("2026-01-04T00:00:00Z", ["Schulungstag", "Öffentliche Strategie"]),
        ("2026-01-04T00:00:01Z", ["Schulungstag"]),
        ("2026-01-04T01:00:00+01:00", ["Schulungstag", "Öffentliche Strategie"]),
        ("2026-01-04T01:00:01 01:00", ["Schulungstag"]),
        ("2027-01-01", []),
    ],
)
def test_updated_since_takes_days_and_moments(world, api, member, since, found):
    Projection.objects.filter(entry__in=[world.released.pk, world.closed.pk]).update(updated_at=day(1))
    Projection.objects.filter(entry=world.opened.pk).update(updated_at=day(3))
    Projection.objects.filter(entry=world.offer.pk).update(updated_at=day(4))
    assert titles(api(member).json("entries/", updated_since=since)) == found


def test_fields_choose_and_unknown_ones_are_passed_over(world, api):
    assert api().json("entries/", fields="title,id,nonsense", limit=1)["results"] == [
        {"id": world.opened.pk, "title": "Öffentliche Strategie"}
    ]
    assert api().json(f"entries/{world.opened.pk}/", fields="kind, layer,body.html") == {
        "kind": "strategy",
        "layer": "public",
    }
    assert api().json("entries/", fields="body", limit=1)["results"] == [{}]


def test_browsers_get_json_too(world, api):
    response = api().get("/api/v1/entries/", headers={"accept": "text/html,application/xhtml+xml"})
    assert (response.status_code, response["Content-Type"]) == (200, "application/json")


def test_the_version_of_the_public_layer_counts_releases(world, api, member, editor):
    entry = type(world.released).objects.get(pk=world.released.pk)
    entry.body = text("<p>Neu.</p>")
    edit_entry(entry, actor=actor_for(editor))
    publish_entry(entry, actor=actor_for(editor))
    address = f"entries/{entry.pk}/"
    assert (api().json(address)["version"], api(member).json(address)["version"]) == (1, 2)


@pytest.mark.parametrize("number", [1, 30])
def test_reading_takes_as_many_queries_for_thirty_entries_as_for_one(forum, api, number, django_assert_max_num_queries):
    entries = [make_entry(title=f"Eintrag {n}", topics=["Wohnen"], released=True) for n in range(number)]
    visitor = api()
    for address, most in [
        ("/api/v1/entries/", 3),
        ("/api/v1/entries/?limit=100", 3),
        ("/api/v1/entries/?kind=good_practice&topic=wohnen&updated_since=2020-01-01", 3),
        ("/api/v1/entries/?tag=bus&county=99001&author=x&external_key=y", 3),
        (f"/api/v1/entries/{entries[0].pk}/", 2),
        ("/api/v1/topics/", 3),
        ("/api/v1/counties/", 3),
    ]:
        generation.advance()
        with django_assert_max_num_queries(most, info=address):
            assert visitor.get(address).status_code == 200
        with django_assert_max_num_queries(1, info=f"{address} again"):
            assert visitor.get(address).status_code == 200
