"""What people do with entries: each action asks the door, is whole or not at all, and leaves a line in the log."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from wagtail.models import PageLogEntry

from cms.actions.entries import (
    create_entry,
    edit_entry,
    publish_entry,
    release_entry,
    unpublish_entry,
    withdraw_release,
)
from cms.models import Entry, GoodPractice
from plugins.api.access import SYSTEM
from plugins.api.errors import Missing, Refused
from tests.factories import CHECKED, make_entry

ACTIONS = [edit_entry, publish_entry, unpublish_entry, release_entry, withdraw_release]
LONG_AGO = datetime(2024, 3, 1, 9, tzinfo=UTC)


def logged(entry) -> list[str]:
    return list(PageLogEntry.objects.filter(page=entry.pk).order_by("pk").values_list("action", flat=True))


@pytest.mark.parametrize("name", ["visitor", "applicant", "guest", "member", "former_member"])
def test_who_is_not_of_the_staff_creates_nothing(name, cast):
    with pytest.raises(Refused):
        create_entry(GoodPractice(title="Neu"), actor=cast[name])
    assert Entry.objects.count() == 0


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.__name__)
@pytest.mark.parametrize("name", ["visitor", "member", "guest"])
def test_who_reads_it_is_refused_with_a_sentence_and_nothing_changes(action, name, cast):
    entry = make_entry(released=True, topics=["Wohnen"])
    before = Entry.objects.values().get(pk=entry.pk), entry.revisions.count(), logged(entry)
    with pytest.raises(Refused, match=r"\w+ \w+"):
        action(entry, actor=cast[name])
    assert (Entry.objects.values().get(pk=entry.pk), entry.revisions.count(), logged(entry)) == before


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.__name__)
def test_who_does_not_see_it_meets_nothing(action, cast):
    entry = make_entry(published=False)
    with pytest.raises(Missing):
        action(entry, actor=cast["member"])


def test_the_way_of_an_entry_stands_in_the_log(editor, editor2, cast):
    entry = make_entry(by=editor, published=False)
    edit_entry(entry, actor=cast["editor"])
    publish_entry(entry, actor=cast["editor"])
    release_entry(entry, actor=cast["editor2"], checklist=CHECKED)
    withdraw_release(entry, actor=cast["editor"])
    unpublish_entry(GoodPractice.objects.get(pk=entry.pk), actor=cast["editor"])
    lines = PageLogEntry.objects.filter(page=entry.pk).order_by("pk").values_list("action", "user__email")
    assert list(lines) == [
        ("wagtail.create", editor.email),
        ("wagtail.edit", editor.email),
        ("wagtail.publish", editor.email),
        ("cms.release", editor2.email),
        ("cms.withdraw", editor.email),
        ("wagtail.unpublish", editor.email),
    ]


def test_a_new_entry_is_nobodys_reading_yet(editor, cast):
    entry = create_entry(GoodPractice(title="Neu"), actor=cast["editor"])
    assert (entry.live, entry.owner, entry.projections.count(), entry.url) == (False, editor, 0, "/wissen/neu/")


def test_releases_are_counted_and_kept(forum):
    entry = make_entry()
    release_entry(entry, actor=SYSTEM)
    withdraw_release(entry, actor=SYSTEM)
    release_entry(entry, actor=SYSTEM)
    kept = [(release.number, release.withdrawn_at is None, release.whole_text) for release in entry.releases.all()]
    assert kept == [(1, False, False), (2, True, False)]


def test_an_import_dates_back(forum):
    entry = make_entry(by=SYSTEM, released=True, released_by=SYSTEM, at=LONG_AGO)
    dates = entry.projections.order_by("layer").values_list("layer", "published_at")
    assert list(dates) == [("members", LONG_AGO), ("public", LONG_AGO)]


def test_a_second_publication_keeps_the_first_date(forum):
    entry = make_entry(at=LONG_AGO)
    entry.title = "Neu"
    edit_entry(entry, actor=SYSTEM)
    publish_entry(entry, actor=SYSTEM, at=datetime(2025, 1, 1, tzinfo=UTC))
    assert entry.projections.get().published_at == LONG_AGO
