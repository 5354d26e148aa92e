"""From what happens in the knowledge base to what is found."""

from __future__ import annotations

import pytest

from cms.actions.entries import edit_entry
from cms.models import Entry
from plugins.api.outbox import dispatch_pending
from search import indexing
from search.engine import SearchQuery
from search.finding import find
from tests.factories import make_entry

pytestmark = pytest.mark.usefixtures("index")


def titles(text, actor):
    return [hit.title for hit in find(SearchQuery(text, filters={"type": ("entry",)}), actor=actor).hits]


def test_what_is_published_is_found_by_those_who_may(cast):
    make_entry(title="Wohnlotsen", topics=["Wohnen"])
    dispatch_pending()
    found = {name for name, actor in cast.items() if titles("Wohnlotsen", actor)}
    expected = {
        "member",
        "coordinator",
        "mentor",
        "outsider",
        "guest",
        "author",
        "editor",
        "editor2",
        "office",
        "admin",
        "system",
    }
    assert found == expected


def test_what_is_released_is_found_by_everybody_and_by_nobody_twice(cast):
    make_entry(title="Wohnlotsen", summary="Lotsen im Ort.", released=True)
    dispatch_pending()
    assert {name: titles("Wohnlotsen", actor) for name, actor in cast.items()} == dict.fromkeys(cast, ["Wohnlotsen"])


def test_a_changed_entry_is_found_by_its_new_words(cast):
    entry = make_entry(title="Wohnlotsen")
    dispatch_pending()
    entry = Entry.objects.get(pk=entry.pk).specific
    entry.title = "Bürgerbus"
    edit_entry(entry, actor=cast["editor"])
    from cms.actions.entries import publish_entry

    publish_entry(entry, actor=cast["editor"])
    dispatch_pending()
    assert titles("Wohnlotsen", cast["member"]) == []
    assert titles("Bürgerbus", cast["member"]) == ["Bürgerbus"]


def test_what_is_deleted_is_not_found(cast):
    entry = make_entry(title="Wohnlotsen", released=True)
    dispatch_pending()
    Entry.objects.get(pk=entry.pk).delete()
    dispatch_pending()
    assert titles("Wohnlotsen", cast["member"]) == []
    assert titles("Wohnlotsen", cast["visitor"]) == []


def test_hearing_a_fact_twice_changes_nothing(index, cast):
    entry = make_entry(title="Wohnlotsen")
    dispatch_pending()
    before = list(index.fingerprints())
    indexing.refresh("entry", [entry.pk, entry.pk])
    assert list(index.fingerprints()) == before


def test_a_rebuild_finds_the_same(index, cast):
    make_entry(title="Wohnlotsen", released=True, topics=["Wohnen"])
    make_entry("concept", title="Konzept")
    dispatch_pending()
    before = list(index.fingerprints())
    seen = []
    assert indexing.rebuild(progress=lambda: seen.append(1)) == len(before) == len(seen)
    assert list(index.fingerprints()) == before


def test_only_an_index_that_needs_it_is_rebuilt_at_the_start(settings, tmp_path, cast):
    settings.SEARCH_INDEX_DIR = tmp_path / "not yet there"
    make_entry(title="Wohnlotsen")
    assert indexing.rebuild_if_needed() is True
    assert titles("Wohnlotsen", cast["member"]) == ["Wohnlotsen"]
    assert indexing.rebuild_if_needed() is False


def test_at_the_start_an_empty_index_is_built_anew_because_the_database_may_be_another_one(index, cast):
    make_entry(title="Wohnlotsen")
    assert indexing.rebuild_if_needed() is False
    assert indexing.rebuild_if_needed(is_start=True) is True
    assert titles("Wohnlotsen", cast["member"]) == ["Wohnlotsen"]
    assert indexing.rebuild_if_needed(is_start=True) is False
