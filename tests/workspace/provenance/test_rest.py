"""Merging, splitting and connecting drafts from a program."""

from __future__ import annotations

import pytest

from tests.factories import make_challenge, make_draft
from workspace.models import Draft

pytestmark = pytest.mark.django_db

JSON = {"content_type": "application/json"}


@pytest.fixture
def program(coordinator, api):
    return api(coordinator, "read:members", "write:workspace")


def test_a_program_merges_two_drafts_of_its_owner(draft, group, coordinator, member, program, api):
    other = make_draft(group, "Vorarbeit", by=coordinator, text="Aus Bergheide.")
    path = f"/api/v1/drafts/{draft.pk}/merge/"
    assert api(coordinator, "read:members").post(path, {"source": other.pk}, **JSON).status_code == 403
    assert api(member, "read:members", "write:workspace").post(path, {"source": other.pk}, **JSON).status_code == 403
    for wrong in ({"source": "1"}, {"source": True}, {"source": 10**9}, {}):
        assert "source" in program.post(path, wrong, **JSON).json()["errors"]
    assert program.post(path, {"source": other.pk}, **JSON).json()["id"] == draft.pk
    assert "Aus Bergheide." in program.json(f"drafts/{draft.pk}/")["body"]["html"]
    assert program.json(f"drafts/{other.pk}/")["state"] == "closed"


def test_a_program_takes_a_section_out(draft, program, outsider, api):
    path = f"/api/v1/drafts/{draft.pk}/sections/"
    sections = program.json(path)["sections"]
    assert [(one["level"], one["heading"]) for one in sections] == [(1, "Wozu"), (1, "Wie")]
    answer = program.post(path, {"section": sections[1]["key"], "title": "Wie es geht"}, **JSON)
    assert (answer.status_code, answer.json()["title"]) == (201, "Wie es geht")
    begun = Draft.objects.get(title="Wie es geht")
    assert answer["Location"] == f"/api/v1/drafts/{begun.pk}/"
    again = program.post(path, {"section": sections[1]["key"], "title": "Noch einmal"}, **JSON)
    assert again.status_code == 400 and "section" in again.json()["errors"]
    assert api(outsider).get(path).status_code == 404


def test_a_program_says_which_challenges_a_draft_answers(draft, challenge, mentor, program):
    second = make_challenge("Wer hilft beim Umzug?", by=mentor)
    path = f"/api/v1/drafts/{draft.pk}/"
    assert program.json(path)["challenges"] == [
        {"id": challenge.pk, "title": challenge.discussion.title, "url": challenge.get_absolute_url()}
    ]
    told = program.patch(path, {"challenges": [second.pk]}, **JSON).json()
    assert [one["id"] for one in told["challenges"]] == [second.pk]
    assert program.patch(path, {"title": "Anders"}, **JSON).json()["title"] == "Anders"
    assert [one["id"] for one in program.json(path)["challenges"]] == [second.pk]
    for wrong in ({"challenges": ["1"]}, {"challenges": 1}, {"challenges": [10**9]}, {"challenges": None}):
        assert "challenges" in program.patch(path, wrong, **JSON).json()["errors"], wrong
