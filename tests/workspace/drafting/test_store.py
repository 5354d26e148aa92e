"""What is on disk is the text with its authors, whatever was merged when."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from plugins.api.actors import actor_for
from tests.cast import make_person
from tests.factories import join_group, make_draft, make_group
from tests.workspace.drafting.editing import doc, paragraph
from workspace.actions.drafts import close_draft
from workspace.drafting.store import YOUNGEST, NotWritable, append, compact, compact_all, load, newer_than
from workspace.models import Draft, DraftText, DraftUpdate


@pytest.fixture
def draft(forum, group, coordinator):
    return make_draft(group, by=coordinator)


def written(draft: Draft, words: str, by: int) -> int:
    text, _rows = load(draft.pk)
    with transaction.atomic():
        (row,) = append(draft.pk, [(by, text.of(by).write(doc(paragraph(words))))])
    return row


def aged(draft: Draft, upto: int | None = None) -> None:
    rows = DraftUpdate.objects.filter(draft=draft)
    (rows.filter(pk__lte=upto) if upto else rows).update(created_at=timezone.now() - 2 * YOUNGEST)


def stands(draft: Draft) -> tuple[object, object]:
    text, _rows = load(draft.pk)
    return text.as_json(), text.authors()


def test_what_is_appended_is_read_with_its_author(draft, member):
    row = written(draft, "Ganz neu 😀", member.pk)
    text, rows = load(draft.pk)
    assert text.as_json() == doc(paragraph("Ganz neu 😀")) and text.authors() == [[[13, member.pk]]]
    assert rows[-1] == row and newer_than(draft.pk, row - 1)[0][:2] == (row, member.pk)


def test_a_closed_draft_takes_nothing(draft, coordinator, member):
    before = stands(draft)
    close_draft(draft, actor=actor_for(coordinator))
    with pytest.raises(NotWritable):
        written(draft, "Zu spät", member.pk)
    assert stands(draft) == before


def test_young_rows_stay_so_that_other_processes_still_find_them(draft, member):
    count = DraftUpdate.objects.filter(draft=draft).count()
    assert compact(draft.pk) == 0
    first = written(draft, "Älter", member.pk)
    aged(draft)
    young = written(draft, "Jünger", member.pk)
    before = stands(draft)
    assert compact(draft.pk) == count + 1
    assert [row for row, _author, _payload in newer_than(draft.pk, first)] == [young]
    assert stands(draft) == before


def test_a_row_behind_a_young_one_is_merged_only_with_it(draft, member):
    """Where the clock of another machine is slow, what builds on something else looks older than that."""
    aged(draft)
    young = written(draft, "Grundlage", member.pk)
    later = written(draft, "Darauf gebaut", member.pk)
    DraftUpdate.objects.filter(pk=later).update(created_at=timezone.now() - timedelta(hours=1))
    before = stands(draft)
    compact(draft.pk)
    assert {young, later} == set(DraftUpdate.objects.filter(draft=draft).values_list("pk", flat=True))
    assert stands(draft) == before


def test_what_waits_for_words_that_come_later_is_not_lost_by_merging(draft, member):
    """As an editor sends it that comes back: what is typed first, then all that was typed without a connection."""
    editor = load(draft.pk)[0]
    offline = editor.write(doc(paragraph("Ohne Verbindung")))
    typed = editor.mark("comment", "c1", 0, 0, 4)
    with transaction.atomic():
        append(draft.pk, [(member.pk, typed)])
    aged(draft)
    compact(draft.pk)
    assert load(draft.pk)[0].marked("comment", "c1") == ""
    with transaction.atomic():
        append(draft.pk, [(member.pk, offline)])
    assert load(draft.pk)[0].marked("comment", "c1") == "Ohne"
    aged(draft)
    compact(draft.pk)
    assert load(draft.pk)[0].marked("comment", "c1") == "Ohne"
    assert not DraftUpdate.objects.filter(draft=draft).exists()


def test_merging_makes_a_long_history_small(draft, member):
    for number in range(200):
        written(draft, f"Fassung {number}", member.pk)
    size = sum(len(payload) for _row, _author, payload in newer_than(draft.pk, 0))
    before = stands(draft)
    aged(draft)
    compact_all()
    assert not DraftUpdate.objects.filter(draft=draft).exists()
    assert len(DraftText.objects.get(draft=draft).payload) < size / 4
    assert stands(draft) == before


class Merging(TestCase):
    @settings(max_examples=25, deadline=None)
    @given(
        st.lists(
            st.tuples(st.text(st.sampled_from("aä😀 "), min_size=1, max_size=9), st.booleans(), st.booleans()),
            min_size=1,
            max_size=6,
        )
    )
    def test_merging_at_any_time_changes_neither_text_nor_authors(self, steps):
        people = [make_person("coordinator"), make_person("member")]
        group = make_group(coordinator=people[0])
        join_group(group, people[1])
        merged = make_draft(group, by=people[0])
        for words, who, merges in steps:
            text = load(merged.pk)[0]
            update = text.of(people[who].pk).write(doc(paragraph(words), *text.as_json()["content"][:2]))
            append(merged.pk, [(people[who].pk, update)])
            if merges:
                aged(merged)
                compact(merged.pk)
        assert stands(merged)[0]["content"][0] == paragraph(steps[-1][0])
        text = stands(merged)
        aged(merged)
        compact(merged.pk)
        assert stands(merged) == text
