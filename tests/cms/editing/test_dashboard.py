"""What is waiting for release, and where an entry stands."""

from __future__ import annotations

import pytest

from cms.actions.entries import edit_entry, publish_entry, release_entry, unpublish_entry, withdraw_release
from cms.queries.releases import release_state, waiting_for_release
from plugins.api.access import ANONYMOUS
from tests.factories import CHECKED, make_entry

pytestmark = pytest.mark.django_db


def titles(actor):
    return [item.entry.title for item in waiting_for_release(actor)]


def change(entry, actor, **fields):
    entry = type(entry).objects.get(pk=entry.pk)
    for name, value in fields.items():
        setattr(entry, name, value)
    edit_entry(entry, actor=actor)
    return publish_entry(entry, actor=actor)


@pytest.fixture
def by_editor(cast):
    """An entry that the first editor wrote and published."""

    def write(**fields):
        return make_entry(by=cast["editor"], **fields)

    return write


def test_a_summary_waits_until_somebody_releases_it(cast, by_editor):
    entry = by_editor()
    assert titles(cast["editor2"]) == [entry.title]
    release_entry(entry, actor=cast["editor2"], checklist=CHECKED)
    assert titles(cast["editor2"]) == []


def test_nothing_waits_without_something_for_everybody(cast, by_editor):
    by_editor(summary="")
    by_editor(title="Entwurf", published=False)
    assert titles(cast["editor2"]) == []


def test_a_change_that_nobody_outside_would_see_does_not_wait(cast, by_editor):
    entry = by_editor(released=True)
    entry = change(entry, cast["editor"], contact="Zimmer 3", body=[("text", "<p>neu</p>")])
    assert titles(cast["editor2"]) == []
    change(entry, cast["editor"], summary="Neu gesagt.")
    assert titles(cast["editor2"]) == [entry.title]


def test_what_was_withdrawn_waits_only_when_it_changes(cast, by_editor):
    entry = by_editor(released=True)
    withdraw_release(entry, actor=cast["office"])
    assert titles(cast["editor2"]) == []
    change(entry, cast["editor"], summary="Neu gesagt.")
    assert titles(cast["editor2"]) == [entry.title]


def test_ones_own_work_comes_first(cast, by_editor):
    by_editor(title="Meins")
    make_entry(title="Fremdes", by=cast["editor2"])
    assert titles(cast["editor"]) == ["Meins", "Fremdes"]
    assert titles(cast["editor2"]) == ["Fremdes", "Meins"]
    own, other = waiting_for_release(cast["editor"])
    assert (own.is_own, bool(own.may_release)) == (True, False)
    assert (other.is_own, bool(other.may_release)) == (False, True)


def test_visitors_and_members_wait_for_nothing(cast, by_editor):
    by_editor()
    assert titles(ANONYMOUS) == []


def test_the_state_says_versions_and_differences(cast, by_editor):
    entry = by_editor()
    state = release_state(entry, cast["editor"])
    assert (state.members_version, state.release, state.is_up_to_date) == (1, None, False)
    release_entry(entry, actor=cast["editor2"], checklist=CHECKED)
    entry = change(entry, cast["editor"], summary="Neu.", title="Neuer Titel")
    state = release_state(entry, cast["editor2"])
    assert (state.members_version, state.release.number, state.is_up_to_date) == (2, 1, False)
    assert len(state.differences) == 2
    assert bool(state.may_release)
    unpublish_entry(entry, actor=cast["editor"])
    entry.refresh_from_db()
    assert release_state(entry, cast["editor2"]).members_version is None


@pytest.mark.parametrize("who", ["editor", "editor2", "office", "admin"])
def test_the_first_screen_shows_it(who, request, as_client, by_editor):
    by_editor(title="Wartender Eintrag")
    page = as_client(request.getfixturevalue(who)).get("/cms/").content.decode()
    assert "waiting-for-release" in page
    assert "Wartender Eintrag" in page


def test_the_first_screen_without_work(editor, as_client):
    assert "waiting-for-release" not in as_client(editor).get("/cms/").content.decode()


def test_nobody_is_asked_for_a_time_zone(editor, as_client):
    page = as_client(editor).get("/cms/account/").content.decode()
    assert "current_time_zone" not in page
