"""Webhooks as a program handles them: its own, and no others."""

from __future__ import annotations

import json

import pytest
from django.utils import translation

from cms.accounts.models import Scope
from cms.actions.webhooks import MOST
from cms.models import Webhook, WebhookDelivery
from tests.cast import Api
from tests.factories import deliver, every_event, make_entry, make_hooking_token

URL = "https://empfang.example/haken"
WEBHOOKS = "/api/v1/webhooks/"
ONLY_HOOKS = (Scope.WEBHOOKS,)


@pytest.fixture(autouse=True)
def words_as_in_the_source():
    with translation.override(None):
        yield


class Program(Api):
    """Sends JSON."""

    def send(self, method, path="", said=None):
        return self.generic(method, f"{WEBHOOKS}{path}", json.dumps(said or {}), content_type="application/json")

    def create(self, url=URL, events=("entry.published",), **said):
        answer = self.send("POST", said={"url": url, "events": list(events), **said})
        assert answer.status_code == 201, answer.content.decode()
        return answer.json()


@pytest.fixture
def program():
    """A program with a new token of a person."""

    def made(person, *scopes):
        return Program(headers={"authorization": f"Bearer {make_hooking_token(person, *scopes)[1]}"})

    return made


def test_the_whole_journey(receiver, program, member):
    ours = program(member)
    known = {event["name"]: event for event in ours.json("webhooks/events/")["results"]}
    assert set(known) == set(every_event())
    assert (known["entry.published"]["plugin"], known["entry.published"]["scope"]) == ("cms", None)

    answer = ours.send("POST", said={"url": receiver.url, "events": ["entry.published"], "description": "Webseite"})
    made = answer.json()
    assert (answer.status_code, answer["Location"]) == (201, f"{WEBHOOKS}{made['id']}/")
    assert "no-store" in answer["Cache-Control"]
    secret = made.pop("secret")
    assert made == ours.json(f"webhooks/{made['id']}/")
    assert made == {
        "id": made["id"],
        "url": receiver.url,
        "events": ["entry.published"],
        "description": "Webseite",
        "active": True,
        "switched_off_because": None,
        "switched_off_at": None,
        "failing_since": None,
        "created_at": made["created_at"],
    }
    listed = ours.json("webhooks/")
    assert (listed["count"], listed["results"]) == (1, [made])

    entry = make_entry()
    deliver()
    (message,) = receiver.messages
    assert message.is_signed_by(secret)

    page = ours.json(f"webhooks/{made['id']}/deliveries/")
    (delivery,) = page["results"]
    assert (page["count"], page["next"]) == (1, None)
    assert delivery == {
        "id": delivery["id"],
        "webhook_id": message.id,
        "type": "entry.published",
        "state": "delivered",
        "attempts": 1,
        "last_attempt_at": delivery["last_attempt_at"],
        "last_status": 204,
        "last_failure": None,
        "next_attempt_at": None,
        "created_at": delivery["created_at"],
    }
    one = ours.json(f"webhooks/{made['id']}/deliveries/{delivery['id']}/")
    assert (
        one.pop("payload")
        == message.payload
        == {
            "type": "entry.published",
            "timestamp": delivery["created_at"],
            "data": {"id": entry.pk, "class": "members"},
        }
    )
    assert one == delivery

    again = ours.send("POST", f"{made['id']}/deliveries/{delivery['id']}/redeliver/")
    assert (again.status_code, again.json()["state"]) == (200, "pending")
    deliver()
    assert [message.id for message in receiver.messages] == [delivery["webhook_id"]] * 2

    renewed = ours.send("POST", f"{made['id']}/secret/").json()
    assert renewed["secret"].startswith("whsec_") and renewed["secret"] != secret
    for path in ("", f"{made['id']}/", f"{made['id']}/deliveries/", f"{made['id']}/deliveries/{delivery['id']}/"):
        assert "whsec_" not in ours.get(f"{WEBHOOKS}{path}").content.decode()

    assert ours.send("DELETE", f"{made['id']}/").status_code == 204
    assert ours.get(f"{WEBHOOKS}{made['id']}/").status_code == 404
    assert not WebhookDelivery.objects.exists()


def test_a_delivery_that_fails_says_why_and_when_it_is_tried_again(receiver, program, member):
    ours = program(member)
    made = ours.create(receiver.url)
    receiver.answers = [500]
    make_entry()
    deliver()
    pages = f"webhooks/{made['id']}/deliveries/"
    (delivery,) = ours.json(pages)["results"]
    assert (delivery["state"], delivery["last_status"], delivery["last_failure"]) == ("pending", 500, "status")
    assert delivery["next_attempt_at"] > delivery["last_attempt_at"]
    assert ours.json(pages, state="delivered")["count"] == 0
    assert ours.json(pages, state="pending")["count"] == 1
    assert ours.get(f"/api/v1/{pages}", {"state": "gone"}).status_code == 400
    assert ours.json(f"webhooks/{made['id']}/")["failing_since"] is not None


def test_deliveries_are_read_page_by_page(receiver, program, member):
    ours = program(member)
    made = ours.create(receiver.url)
    for number in range(3):
        make_entry(title=f"Beitrag {number}")
    deliver()
    first = ours.json(f"webhooks/{made['id']}/deliveries/", limit=2)
    second = ours.json(first["next"])
    ids = [one["id"] for one in (*first["results"], *second["results"])]
    assert (first["count"], len(ids)) == (3, 3)
    assert ids == sorted(ids, reverse=True)


def test_it_is_changed_and_switched_off_and_on(receiver, program, member):
    ours = program(member)
    made = ours.create()
    changed = ours.send("PATCH", f"{made['id']}/", {"url": receiver.url, "events": ["entry.released"]}).json()
    assert (changed["url"], changed["events"], changed["active"]) == (receiver.url, ["entry.released"], True)

    off = ours.send("PATCH", f"{made['id']}/", {"active": False}).json()
    assert (off["active"], off["switched_off_because"]) == (False, "owner")
    make_entry(title="Inzwischen", released=True)
    deliver()
    assert ours.send("PATCH", f"{made['id']}/", {"active": True}).json()["active"]
    make_entry(title="Danach", released=True)
    deliver()
    assert [data["title"] for _type, data in receiver.told] == ["Danach"]


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({}, {"url", "events"}),
        ({"url": URL, "events": []}, {"events"}),
        ({"url": URL, "events": ["entry.published", "entry.stolen"]}, {"events"}),
        ({"url": URL, "events": "entry.published"}, {"events"}),
        ({"url": URL, "events": [["entry.published"]]}, {"events"}),
        ({"url": 7, "events": ["entry.published"]}, {"url"}),
        ({"url": "http://empfang.example/", "events": ["entry.published"]}, {"url"}),
        ({"url": "https://192.168.1.1/", "events": ["entry.published"]}, {"url"}),
        ({"url": URL, "events": ["entry.published"], "description": "x" * 201}, {"description"}),
        ({"url": URL, "events": ["entry.published"], "secret": "whsec_x"}, {"secret"}),
        ({"url": URL, "events": ["entry.published"], "active": "ja"}, {"active"}),
    ],
)
def test_what_makes_no_sense_is_refused_field_by_field(program, member, said, wrong):
    answer = program(member).send("POST", said=said)
    assert (answer.status_code, set(answer.json()["errors"])) == (400, wrong)
    assert answer["Content-Type"] == "application/problem+json"
    assert not Webhook.objects.exists()


def test_events_that_need_another_scope_are_refused_without_it(program, member):
    scoped = [event["name"] for event in program(member).json("webhooks/events/")["results"] if event["scope"]]
    for name in scoped:
        answer = program(member).send("POST", said={"url": URL, "events": [name]})
        assert answer.status_code == 400 and "read:events" in str(answer.json()["errors"]["events"])
        assert program(member, Scope.WEBHOOKS, Scope.READ_EVENTS).create(events=[name])


def test_a_token_has_twenty(program, member):
    ours = program(member)
    for _number in range(MOST):
        ours.create()
    assert ours.send("POST", said={"url": URL, "events": ["entry.published"]}).status_code == 400
    assert len(ours.json("webhooks/", limit=20)["results"]) == MOST
    program(member).create()


def test_each_token_handles_its_own_and_whoever_is_signed_in_those_of_all_their_tokens(program, member, as_client):
    first, second = program(member), program(member, *ONLY_HOOKS)
    ours, theirs = first.create()["id"], second.create()["id"]
    assert [one["id"] for one in second.json("webhooks/")["results"]] == [theirs]
    assert second.get(f"{WEBHOOKS}{ours}/").status_code == 404

    browser = as_client(member, Program)
    assert [one["id"] for one in browser.json("webhooks/")["results"]] == [ours, theirs]
    refused = browser.send("POST", said={"url": URL, "events": ["entry.published"]})
    assert refused.status_code == 403 and "token" in refused.json()["detail"]
    assert browser.send("DELETE", f"{ours}/").status_code == 204


def test_not_yours_answers_like_not_there(receiver, program, member, admin, as_client):
    ours = program(member)
    made = ours.create(receiver.url)["id"]
    make_entry()
    deliver()
    delivery = WebhookDelivery.objects.get().pk
    strangers = {
        "visitor": Program(),
        "another token": program(member),
        "another person": program(admin),
        "administration": as_client(admin, Program),
        "token without the scope": program(member, Scope.READ_PUBLIC, Scope.READ_MEMBERS),
    }
    expected = {"visitor": 401, "token without the scope": 403}
    ways = (
        *(("GET", "{}/"), ("PATCH", "{}/"), ("DELETE", "{}/"), ("POST", "{}/secret/"), ("GET", "{}/deliveries/")),
        *(("GET", "{}/deliveries/" + f"{delivery}/"), ("POST", "{}/deliveries/" + f"{delivery}/redeliver/")),
    )
    for name, client in strangers.items():
        for method, path in ways:
            answer, absent = (client.send(method, path.format(number)) for number in (made, 987_654))
            assert answer.status_code == expected.get(name, 404), (name, method, path)
            assert answer.content == absent.content
    assert [client.get(WEBHOOKS).status_code for client in strangers.values()] == [401, 200, 200, 200, 403]
    assert strangers["another person"].json("webhooks/")["count"] == 0
    assert ours.get(f"{WEBHOOKS}{made}/deliveries/{2**70}/").status_code == 404
    assert ours.get(f"{WEBHOOKS}{2**70}/").status_code == 404
    assert Webhook.objects.get().is_on


def test_what_the_token_reads_no_more_its_list_does_not_say(receiver, program, editor):
    ours = program(editor)
    made = ours.create(receiver.url)["id"]
    make_entry()
    deliver()
    (delivery,) = ours.json(f"webhooks/{made}/deliveries/")["results"]
    editor.groups.clear()
    assert ours.json(f"webhooks/{made}/deliveries/{delivery['id']}/")["payload"] is None
