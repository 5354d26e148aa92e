"""What may be kept, by whom, and for how long it is true."""

from __future__ import annotations

import pytest

from cms.actions.entries import edit_entry, publish_entry, release_entry, withdraw_release
from plugins.api.actors import actor_for
from plugins.api.adapters.rest_views import KEPT
from tests.cms.rest.conftest import REFUSED
from tests.factories import CHECKED, make_entry, text

EVERYBODYS = "public, max-age=0, must-revalidate"
OWN = "private, no-cache"


def told(response):
    """What caches are told: Cache-Control, and on what the answer depends, beside what is added for all of /api/."""
    vary = {name.strip() for name in response["Vary"].split(",")} - {"origin", "API-Version"}
    return response.status_code, response["Cache-Control"], vary


def test_only_a_visitors_answer_is_public(world, callers):
    mine = {"Authorization", "Cookie"}
    for address in ("/api/v1/entries/", f"/api/v1/entries/{world.opened.pk}/", "/api/v1/topics/", "/api/v1/counties/"):
        expected = dict.fromkeys(callers, (200, OWN, mine))
        expected |= {"visitor": (200, EVERYBODYS, mine)} | dict.fromkeys(REFUSED, (401, "no-store", mine))
        assert {name: told(client.get(address)) for name, client in callers.items()} == expected


def test_a_cookie_that_signs_nobody_in_is_no_longer_a_visitors(world, api):
    client = api()
    client.cookies["sessionid"] = "nonsense"
    assert told(client.get("/api/v1/entries/")) == (200, OWN, {"Authorization", "Cookie"})


def test_errors_are_never_kept(world, api):
    for address in ("/api/v1/entries/0/", "/api/v1/entries/?kind=x", "/api/v1/me/", "/api/v1/nowhere/"):
        assert told(api().get(address))[1] == "no-store"


ADDRESSES = (
    "entries/", "entries/?fields=id", "entries/{}/", "entries/{}/?fields=id", "topics/", "counties/", "schema/", ""
)  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_the_caller_has_already_is_not_sent_again(world, api, as_client, member, address):
    for client in (api(), as_client(member), api(member)):
        check_not_sent_again(client, "/api/v1/" + address.format(world.released.pk))


def check_not_sent_again(client, path):
    first = client.get(path)
    tag = first["ETag"]
    for known in (tag, f"W/{tag}", "*", f'"other", {tag}', f'W/"other",W/{tag}'):
        again = client.get(path, headers={"if-none-match": known})
        assert (again.status_code, again.content, again["ETag"]) == (304, b"", tag)
        assert told(again)[1:] == told(first)[1:]
    for unknown in ('"other"', "nonsense", tag[1:-1] + "x", tag[:-2] + '"'):
        assert client.get(path, headers={"if-none-match": unknown}).status_code == 200


def test_me_has_a_tag_too(world, api, member):
    client = api(member)
    tag = client.get("/api/v1/me/")["ETag"]
    assert client.get("/api/v1/me/", headers={"if-none-match": tag}).status_code == 304


def test_the_tag_depends_on_the_fields_and_on_the_layer(world, api, member):
    address = f"/api/v1/entries/{world.released.pk}/"
    tags = [
        client.get(address + query)["ETag"]
        for client in (api(), api(member))
        for query in ("", "?fields=id,layer", "?fields=title,layer")
    ]
    assert len(set(tags)) == 6


def test_the_public_tag_changes_with_a_release_and_not_before(world, api, editor, editor2):
    address = f"/api/v1/entries/{world.released.pk}/"
    before = api().get(address)["ETag"]
    entry = type(world.released).objects.get(pk=world.released.pk)
    entry.summary = "Anders gesagt."
    entry.body = text("<p>Neu.</p>")
    edit_entry(entry, actor=actor_for(editor))
    entry = publish_entry(entry, actor=actor_for(editor))
    assert api().get(address)["ETag"] == before
    release_entry(entry, actor=actor_for(editor2), checklist=CHECKED)
    response = api().get(address, headers={"if-none-match": before})
    assert (response.status_code, response.json()["summary"]) == (200, "Anders gesagt.")


def test_what_is_withdrawn_is_gone_at_once(world, api, editor):
    address = f"/api/v1/entries/{world.released.pk}/"
    visitor = api()
    assert [visitor.get(address).status_code, visitor.json("entries/")["count"]] == [200, 2]
    withdraw_release(world.released, actor=actor_for(editor))
    assert [visitor.get(address).status_code, visitor.json("entries/")["count"]] == [404, 1]


def test_what_is_released_is_there_at_once(world, api):
    visitor = api()
    before = [visitor.json("entries/")["count"], visitor.json("topics/")["results"]]
    make_entry(title="Neu", topics=["Sprache"], released=True)
    topics = [topic["slug"] for topic in visitor.json("topics/")["results"]]
    assert before[0] == 2
    assert (visitor.json("entries/")["count"], topics) == (3, ["sprache", "wohnen"])


def test_nothing_of_members_is_kept_in_the_process(world, callers):
    for name, client in callers.items():
        if name != "visitor":
            client.get("/api/v1/entries/?limit=7")
    kept = [key for key in KEPT._answers if "limit=7" in key]
    assert kept == []


def test_the_order_of_parameters_makes_no_other_answer(world, api, django_assert_num_queries):
    visitor = api()
    visitor.get("/api/v1/entries/?limit=2&kind=offer")
    with django_assert_num_queries(1):
        visitor.get("/api/v1/entries/?kind=offer&limit=2")
