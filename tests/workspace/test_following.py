"""Following topics, entries, groups and people: buttons, the list, what is told, and that nobody else learns of it."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.accounts.actions import erase_person
from cms.actions.entries import edit_entry, publish_entry, unpublish_entry
from plugins.api.access import SYSTEM
from plugins.api.actors import actor_for
from plugins.api.outbox import dispatch_pending
from tests.contracts.test_openapi import check, promised
from tests.factories import make_entry, make_group, make_topic
from workspace.actions.following import end_following, follow
from workspace.actions.groups import record_mandate
from workspace.actions.life import write_report
from workspace.models import Follow, GroupVisibility, Notification, TopicFollow
from workspace.personal_data.notifications import hand_out

pytestmark = pytest.mark.django_db

LIST, REST = "/mitteilungen/folgen/", "/api/v1/following/"


def press(client, kind: str, thing, do: str = "follow", **more: str):
    return client.post(LIST, {"kind": kind, "id": thing.pk, "do": do, **more})


def told(person) -> list[str]:
    dispatch_pending()
    return [one.kind for one in Notification.objects.filter(recipient=person).order_by("pk")]


def new_version(entry, title: str) -> None:
    entry.title = title
    edit_entry(entry, actor=SYSTEM)
    publish_entry(entry, actor=SYSTEM)


@pytest.fixture
def things(coordinator):
    """One of each that a member sees, with the address of its page."""
    topic = make_topic("Wohnen", is_open=True)
    entry, group = make_entry(title="Wohnungslotsen", topics=[topic]), make_group(coordinator=coordinator)
    return {
        "topic": (topic, "/themen/wohnen/"),
        "entry": (entry, "/wissen/wohnungslotsen/"),
        "group": (group, "/arbeitsgruppen/ag-wohnen/"),
    }


@pytest.mark.parametrize("kind", ["topic", "entry", "group"])
def test_a_button_on_the_page_begins_and_ends_it(as_client, member, things, kind):
    thing, url = things[kind]
    client = as_client(member)
    assert 'value="follow"' in client.get(url).content.decode()
    assert press(client, kind, thing, back="thing").url == url
    page = client.get(url).content.decode()
    assert "Nicht mehr folgen" in page and 'value="follow"' not in page
    assert f'href="{url}"' in client.get(LIST).content.decode()
    assert press(client, kind, thing, "end", back="thing").url == url
    assert 'value="follow"' in client.get(url).content.decode()
    assert f'href="{url}"' not in client.get(LIST).content.decode()


def test_one_click_in_the_list_ends_it(as_client, member, things):
    client = as_client(member)
    press(client, "entry", things["entry"][0])
    assert press(client, "entry", things["entry"][0], "end").url == LIST
    assert "Sie folgen noch nichts" in client.get(LIST).content.decode()


def test_visitors_meet_no_button(as_client, things):
    assert "/mitteilungen/folgen/" not in as_client().get("/themen/wohnen/").content.decode()
    assert press(as_client(), "topic", things["topic"][0]).status_code == 302
    assert not TopicFollow.objects.exists()


def test_what_somebody_does_not_see_is_like_what_is_not_there(as_client, member, applicant, coordinator, things):
    hidden = make_group("AG Still", coordinator=coordinator, visibility=GroupVisibility.HIDDEN)
    assert press(as_client(member), "group", hidden).status_code == 404
    for kind in ("entry", "group"):
        assert press(as_client(applicant), kind, things[kind][0]).status_code == 404
    assert as_client(member).post(LIST, {"kind": "page", "id": "1", "do": "follow"}).status_code == 404
    assert as_client(member).post(LIST, {"kind": "entry", "id": "x", "do": "follow"}).status_code == 404


def test_what_is_hidden_later_is_gone_from_the_list_and_comes_back(as_client, member, things):
    entry = things["entry"][0]
    follow("entry", entry.pk, actor=actor_for(member))
    unpublish_entry(entry, actor=SYSTEM)
    assert "Wohnungslotsen" not in as_client(member).get(LIST).content.decode()
    publish_entry(entry, actor=SYSTEM)
    assert "Wohnungslotsen" in as_client(member).get(LIST).content.decode()


def test_a_new_version_is_told_to_those_who_follow_and_may_read_it(member, coordinator, applicant, things):
    entry = things["entry"][0]
    follow("entry", entry.pk, actor=actor_for(member))
    Follow.objects.create(user=applicant, entry=entry)
    new_version(entry, "Wohnungslotsen zwei")
    assert told(member) == ["workspace.followed_entry"]
    assert told(coordinator) == told(applicant) == []
    end_following("entry", entry.pk, actor=actor_for(member))
    new_version(entry, "Wohnungslotsen drei")
    assert told(member) == ["workspace.followed_entry"]


def test_reports_and_mandates_of_a_followed_group_are_told_while_it_is_known(member, coordinator, office, things):
    group = things["group"][0]
    follow("group", group.pk, actor=actor_for(member))
    write_report(group, text="Wir haben uns getroffen.", actor=actor_for(coordinator))
    group.mandate = "Eine Empfehlung."
    group.save()
    record_mandate(group, actor=actor_for(office))
    assert told(member) == ["workspace.group"] * 2
    group.visibility = GroupVisibility.HIDDEN
    group.save()
    write_report(group, text="Noch ein Bericht.", actor=actor_for(coordinator))
    assert told(member) == ["workspace.group"] * 2


def test_it_is_handed_out_to_the_follower_alone_and_erased_with_either(member, mentor, things):
    follow("entry", things["entry"][0].pk, actor=actor_for(member))
    Follow.objects.create(user=member, person=mentor)
    assert [row["kind"] for row in hand_out(member)["follows"]] == ["entry", "person"]
    assert hand_out(mentor)["follows"] == []
    erase_person(mentor, actor=SYSTEM)
    assert [row.kind for row in Follow.objects.all()] == ["entry"]
    erase_person(member, actor=SYSTEM)
    assert not Follow.objects.exists()


def test_a_button_costs_one_query(as_client, member, things):
    client = as_client(member)
    client.get("/wissen/wohnungslotsen/")
    with CaptureQueriesContext(connection) as queries:
        client.get("/wissen/wohnungslotsen/")
    assert sum("workspace_follow" in query["sql"] for query in queries) == 1


def test_programs_list_begin_and_end_within_their_scopes(member, mentor, api):
    from cms.rest.schema import schema

    document, program = schema(), api(member, "read:members", "write:workspace")
    group = make_group(coordinator=mentor)
    wanted = {"kind": "group", "id": group.pk}
    assert api().get(REST).status_code == 401
    assert api(member, "read:members").post(REST, wanted, content_type="application/json").status_code == 403
    begun = program.post(REST, wanted, content_type="application/json")
    assert (begun.status_code, begun.json()["title"]) == (201, "AG Wohnen")
    check(document, promised(document, document["paths"][REST]["post"], begun), begun.json())
    listed = program.get(REST)
    assert listed.json() == {"count": 1, "results": [begun.json()]}
    check(document, promised(document, document["paths"][REST]["get"], listed), listed.json())
    assert program.delete(begun["Location"]).status_code == program.delete(begun["Location"]).status_code == 204
    assert program.json(REST)["count"] == 0
    unknown = {"kind": "entry", "id": 987_654}
    assert program.post(REST, unknown, content_type="application/json").status_code == 400
    assert program.post(REST, {"kind": "page", "id": 1}, content_type="application/json").status_code == 400
