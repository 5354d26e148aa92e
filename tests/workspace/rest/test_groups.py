"""Working groups for programs."""

from __future__ import annotations

import pytest

from tests.cast import api as program
from tests.factories import make_group, make_token
from tests.workspace.conftest import ASKED
from workspace.models import WorkingGroup

pytestmark = pytest.mark.django_db

WRITES = ("read:members", "write:workspace")


def propose(client, sent, **headers):
    return client.post("/api/v1/groups/", sent, content_type="application/json", **headers)


def test_a_member_reads_groups_and_what_she_may_do(group, outsider):
    (told,) = program(outsider).json("groups/")["results"]
    assert (told["slug"], told["members_count"], told["counties_count"]) == ("ag-wohnen", 2, 2)
    assert told["may"]["ask_for_access"] is True
    assert isinstance(told["may"]["edit"], str)
    assert program(outsider).json("groups/ag-wohnen/") == told


def test_hidden_numbers_are_null_and_hidden_groups_missing(group, outsider, member):
    WorkingGroup.objects.update(shows_members=False)
    assert program(outsider).json("groups/ag-wohnen/")["members_count"] is None
    assert program(member).json("groups/ag-wohnen/")["members_count"] == 2
    WorkingGroup.objects.update(visibility="hidden")
    hidden = program(outsider).get("/api/v1/groups/ag-wohnen/")
    absent = program(outsider).get("/api/v1/groups/gibt-es-nicht/")
    assert (hidden.status_code, hidden.content) == (404, absent.content)
    assert program(outsider).json("groups/")["count"] == 0


@pytest.mark.parametrize("name", ["guest", "applicant", "editor", None])
def test_others_meet_an_empty_list(name, group, request):
    client = program(request.getfixturevalue(name) if name else None)
    assert client.json("groups/")["results"] == []
    assert client.get("/api/v1/groups/ag-wohnen/").status_code == 404


def test_a_proposal_is_made_at_the_address_that_is_told(member):
    client = program(make_token(member, *WRITES))
    response = propose(client, ASKED | {"least_counties": 2})
    assert (response.status_code, response["Location"]) == (201, "/api/v1/groups/ag-ausbildung/")
    told = client.json(response["Location"])
    assert told == response.json()
    assert (told["state"], told["may"]["edit"]) == ("proposed", True)


def test_proposing_needs_the_scope_a_sign_in_and_a_seat(member, guest):
    refused = propose(program(make_token(member, "read:members")), ASKED)
    assert (refused.status_code, refused["Content-Type"]) == (403, "application/problem+json")
    assert "write:workspace" in refused.json()["detail"]
    assert propose(program(), ASKED).status_code == 401
    assert propose(program(make_token(guest, *WRITES)), ASKED).status_code == 403
    assert not WorkingGroup.objects.exists()


def test_what_makes_no_sense_is_named_by_field(member):
    client = program(make_token(member, *WRITES))
    errors = propose(client, {"title": "Nur ein Titel", "least_counties": 1, "join": "x"}).json()["errors"]
    assert {"question", "expected_result", "join"} <= set(errors)
    errors = propose(client, ASKED | {"least_counties": 1}).json()["errors"]
    assert list(errors) == ["least_counties"]
    assert client.get("/api/v1/groups/?state=asleep").status_code == 400


def test_an_answer_that_is_known_costs_304(group, member):
    client = program(member)
    first = client.get("/api/v1/groups/")
    again = client.get("/api/v1/groups/", headers={"if-none-match": first["ETag"]})
    assert (again.status_code, first["Cache-Control"]) == (304, "private, no-cache")


def test_pages_of_the_list(coordinator, member):
    for number in range(5):
        make_group(f"AG {number}", coordinator=coordinator)
    client = program(member)
    first = client.json("groups/", limit=3)
    assert (first["count"], [one["slug"] for one in first["results"]]) == (5, ["ag-0", "ag-1", "ag-2"])
    assert [one["slug"] for one in client.json(first["next"])["results"]] == ["ag-3", "ag-4"]


@pytest.mark.parametrize("number", [1, 12])
def test_the_list_takes_as_many_queries_for_twelve_groups_as_for_one(
    number, coordinator, member, django_assert_max_num_queries
):
    for one in range(number):
        make_group(f"AG {one}", coordinator=coordinator)
    client = program(member)
    client.json("groups/")
    with django_assert_max_num_queries(16):
        client.json("groups/")
