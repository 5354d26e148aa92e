"""Decisions about drafts for programs."""

from __future__ import annotations

import pytest

from tests.factories import join_group, make_draft
from workspace.models import Draft, DraftState, GroupRole

pytestmark = pytest.mark.django_db

JSON = "application/json"
WRITES = ("read:members", "write:workspace")


@pytest.fixture
def here(group, coordinator, mentor):
    join_group(group, mentor, GroupRole.ADVISER)
    return f"/api/v1/drafts/{make_draft(group, by=coordinator).pk}/"


def post(client, path, **sent):
    return client.post(path, sent, content_type=JSON)


def test_calling_answering_and_the_record(here, coordinator, member, api):
    lead, writer = api(coordinator, *WRITES), api(member, *WRITES)
    assert post(writer, f"{here}decisions/").status_code == 403
    for days in (0, "sieben", True, 61):
        assert post(lead, f"{here}decisions/", days=days).json()["errors"].keys() == {"days"}
    called = post(lead, f"{here}decisions/", days=5)
    assert called.status_code == 201
    one = called["Location"]
    assert (called.json()["outcome"], called.json()["result"]["asked"]) == ("open", 2)

    refused = post(writer, f"{one}answers/", answer="object")
    assert (refused.status_code, list(refused.json()["errors"])) == (400, ["reason"])
    assert post(writer, f"{one}answers/", answer="object", reason="Zu teuer.").status_code == 200
    found = lead.json(one)
    assert found["result"] == {"asked": 2, "quorum": 1, "agree": 0, "abstain": 0, "object": 1}
    said = {voice["person"]["name"]: (voice["answer"], voice["reason"]) for voice in found["voices"]}
    assert said == {str(member): ("object", "Zu teuer."), str(coordinator): (None, "")}
    assert lead.json(f"{here}decisions/")["results"] == [found]


def test_an_adviser_reads_it_and_is_not_asked(here, coordinator, mentor, api):
    one = post(api(coordinator, *WRITES), f"{here}decisions/")["Location"]
    adviser = api(mentor, *WRITES)
    assert adviser.json(one)["may"]["answer"] is not True
    assert post(adviser, f"{one}answers/", answer="agree").status_code == 403


def test_transitions_call_a_decision_call_it_off_and_take_up_again(here, coordinator, member, api):
    lead = api(coordinator, *WRITES)
    assert lead.json(f"{here}transitions/") == {"state": "writing", "to": {"deciding": True, "closed": True}}
    assert post(lead, f"{here}transitions/", to="deciding").json()["state"] == "deciding"
    assert post(lead, f"{here}transitions/", to="closed").status_code == 400
    assert list(post(lead, f"{here}transitions/", to="writing").json()["errors"]) == ["reason"]
    assert post(lead, f"{here}transitions/", to="writing", reason="Noch nicht.").json()["state"] == "writing"
    Draft.objects.update(state=DraftState.DECIDED)
    assert api(member, *WRITES).json(f"{here}transitions/")["to"]["writing"] is not True
    assert post(lead, f"{here}transitions/", to="writing").json()["state"] == "writing"


def test_a_token_without_the_scope_only_reads(here, coordinator, api):
    one = post(api(coordinator, *WRITES), f"{here}decisions/")["Location"]
    reader = api(coordinator, "read:members")
    assert reader.json(one)["outcome"] == "open"
    for path in (f"{here}decisions/", f"{one}answers/"):
        assert "write:workspace" in post(reader, path, answer="agree").json()["detail"]
