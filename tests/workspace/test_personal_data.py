"""What the workspace hands out and erases."""

from __future__ import annotations

import pytest

from plugins.api.actors import actor_for
from tests.factories import join_group, make_discussion, make_group
from workspace.actions.admissions import ask_for_access
from workspace.actions.life import write_report
from workspace.personal_data import discussions, groups

pytestmark = pytest.mark.django_db


def test_places_in_groups_are_handed_out_and_end(member):
    join_group(make_group("AG Wohnen"), member)
    (told,) = groups.hand_out(member)["places"]
    assert (told["group"], told["until"]) == ("AG Wohnen", None)

    assert groups.erase(member)
    assert not actor_for(member).keys("group")
    assert groups.hand_out(member)["places"][0]["until"]


def test_whoever_was_in_no_group_leaves_nothing(outsider):
    assert not any(groups.hand_out(outsider).values())
    assert groups.erase(outsider) == []


def test_requests_invitations_and_reports_are_handed_out_and_lose_their_words(group, outsider, coordinator):
    asked = ask_for_access(group, text="Wir bauen eine Agentur auf.", actor=actor_for(outsider))
    write_report(group, text="Vier Treffen.", actor=actor_for(coordinator))
    (told,) = groups.hand_out(outsider)["requests_and_invitations"]
    assert told["text"] == "Wir bauen eine Agentur auf."
    assert groups.hand_out(coordinator)["reports"][0]["text"] == "Vier Treffen."

    assert groups.erase(outsider)
    asked.refresh_from_db()
    assert (asked.is_open, asked.text) == (False, "")
    assert len(groups.erase(coordinator)) == 2
    report = group.reports.get()
    assert (report.author, report.text) == (None, "Vier Treffen.")


def test_posts_are_handed_out_and_stay_without_their_author(member, mentor):
    discussion = make_discussion("Mein Anliegen", by=mentor, persons=[member], posts=[member])
    told = discussions.hand_out(member)
    assert [row["text"] for row in told["posts"]] == ["Antwort 1"]
    assert [row["title"] for row in told["named_in"]] == ["Mein Anliegen"]

    assert discussions.erase(member)
    assert not discussion.persons.exists()
    assert discussion.posts.last().county.key == "99001"
