"""Tasks of groups for programs."""

from __future__ import annotations

import pytest

from plugins.api.actors import actor_for
from tests.contracts.test_openapi import check, promised
from workspace.actions.tasks import add_task

pytestmark = pytest.mark.django_db
WRITES = ("read:members", "write:workspace")
LIST = "/api/v1/groups/ag-wohnen/tasks/"
JSON = "application/json"


def test_a_program_gives_changes_finishes_and_deletes(group, member, coordinator, api):
    client = api(coordinator, *WRITES)
    made = client.post(LIST, {"title": "Fragen", "owner": member.pk, "due": "2030-05-31"}, content_type=JSON)
    assert made.status_code == 201
    here = made["Location"]
    assert made.json()["owner"] == {"id": member.pk, "name": member.get_full_name()}
    changed = client.patch(here, {"owner": None}, content_type=JSON).json()
    assert (changed["owner"], changed["due"], changed["title"]) == (None, "2030-05-31", "Fragen")
    assert client.patch(here, {"done": True}, content_type=JSON).json()["done"] is True
    assert client.json(here)["may"]["reopen"] is True
    assert client.patch(here, {"done": False, "due": None}, content_type=JSON).json()["due"] is None
    assert client.delete(here).status_code == 204
    assert client.json(LIST)["count"] == 0


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"title": ""}, "title"),
        ({"title": "x", "owner": 4711}, "owner"),
        ({"title": "x", "owner": True}, "owner"),
        ({"title": "x", "due": "bald"}, "due"),
        ({"title": "x", "due": 3}, "due"),
        ({"title": "x", "done": True}, "done"),
    ],
)
def test_what_makes_no_sense_is_refused_at_its_field(group, member, api, sent, field):
    answer = api(member, *WRITES).post(LIST, sent, content_type=JSON)
    assert (answer.status_code, list(answer.json()["errors"])) == (400, [field])


def test_a_token_without_the_scope_only_reads(group, member, api):
    task = add_task(group, title="Fragen", actor=actor_for(member))
    client = api(member, "read:members")
    assert client.json(LIST)["count"] == 1
    assert client.post(LIST, {"title": "Neu"}, content_type=JSON).status_code == 403
    assert client.delete(f"{LIST}{task.pk}/").status_code == 403


@pytest.mark.parametrize("name", ["outsider", "office", None])
def test_what_is_not_yours_is_not_there(group, member, api, name, request):
    task = add_task(group, title="Fragen", actor=actor_for(member))
    client = api(request.getfixturevalue(name), *WRITES) if name else api()
    for answer in (client.get(LIST), client.get(f"{LIST}{task.pk}/"), client.delete(f"{LIST}{task.pk}/")):
        assert answer.status_code == 404


def test_answers_have_the_shapes_that_are_promised(group, member, api):
    from cms.rest.schema import schema

    task = add_task(group, title="Fragen", owner=member, actor=actor_for(member))
    client, document = api(member, *WRITES), schema()
    for path in ("/api/v1/groups/{slug}/tasks/", "/api/v1/groups/{slug}/tasks/{task_id}/"):
        answer = client.get(path.format(slug=group.slug, task_id=task.pk))
        check(document, promised(document, document["paths"][path]["get"], answer), answer.json())
