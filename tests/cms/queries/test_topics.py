"""Topics with the number of entries that this reader finds in each."""

from __future__ import annotations

import pytest

from cms.actions.entries import edit_entry, publish_entry
from cms.queries.entries import EntryFilter, narrowed, readable
from cms.queries.topics import topic_by_slug, topics_with_counts
from plugins.api.access import ANONYMOUS, SYSTEM, visible_to
from plugins.api.errors import Missing
from tests.factories import make_entry, make_topic


@pytest.fixture
def entries(forum):
    make_topic("Offen", is_open=True)
    make_topic("Leer")
    make_entry(title="a", topics=["Wohnen"])
    make_entry(title="b", topics=["Wohnen", "Sprache"], released=True)
    make_entry("offer", title="c", topics=["Arbeit"])
    moved = make_entry(title="d", topics=["Sprache"], released=True)
    moved.topics = [make_topic("Gesundheit")]
    edit_entry(moved, actor=SYSTEM)
    publish_entry(moved, actor=SYSTEM)


def counts(actor) -> dict[str, int]:
    return {topic.title: topic.count for topic in topics_with_counts(actor)}


def test_counts_by_hand(entries, cast):
    full = {"Arbeit": 1, "Gesundheit": 1, "Offen": 0, "Sprache": 1, "Wohnen": 2}
    assert counts(cast["visitor"]) == {"Offen": 0, "Sprache": 2, "Wohnen": 1}
    assert counts(cast["guest"]) == {"Offen": 0, "Sprache": 2, "Wohnen": 2}
    assert counts(cast["kind_guest"]) == {"Arbeit": 1, "Offen": 0, "Sprache": 2, "Wohnen": 1}
    assert counts(cast["member"]) == full
    assert counts(cast["editor"]) == {**full, "Leer": 0}


def test_a_count_is_the_number_of_entries_behind_it(entries, cast):
    for actor in cast.values():
        for topic in topics_with_counts(actor):
            assert topic.count == narrowed(readable(actor), EntryFilter(topic=topic.slug)).count()


def test_the_list_is_what_the_door_shows(entries, cast):
    from cms.models import Topic

    for actor in cast.values():
        assert set(topics_with_counts(actor)) == set(visible_to(actor, Topic.objects.all()))


@pytest.mark.parametrize("slug", ["arbeit", "leer", "gibt-es-nicht"])
def test_a_topic_that_the_reader_does_not_see_is_missing(slug, entries):
    with pytest.raises(Missing):
        topic_by_slug(ANONYMOUS, slug)


def test_a_topic_that_holds_nothing_more_for_the_reader_is_gone(forum, cast):
    entry = make_entry(topics=["Wohnen"], released=True)
    assert counts(ANONYMOUS) == {"Wohnen": 1}
    entry.unpublish()
    assert (counts(ANONYMOUS), counts(cast["member"]), counts(cast["editor"])) == ({}, {}, {"Wohnen": 0})
