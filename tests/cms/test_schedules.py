"""Age shows: from the day after the review date members read that a text has aged, and the index agrees."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from cms.consistency import differences
from cms.models import Entry, Projection
from cms.schedules import show_age
from tests.factories import make_entry


@pytest.fixture
def aged(forum):
    """Reviewed until yesterday; projected the day before, when nothing was due yet."""
    entry = make_entry(released=True, review_by=timezone.localdate() + timedelta(days=30))
    Entry.objects.filter(pk=entry.pk).update(review_by=timezone.localdate() - timedelta(days=1))
    return entry


def page_of(entry, person, as_client):
    return as_client(person).get(entry.url).content.decode()


def test_the_layer_of_a_new_day_is_not_what_is_stored_until_it_is_projected_anew(aged):
    assert [line for line in differences() if "members layer is not what" in line]
    show_age()
    assert list(differences()) == []


def test_members_are_told_and_visitors_are_not(aged, member, as_client):
    assert "review-due" not in page_of(aged, member, as_client)
    show_age()
    assert "review-due" in page_of(aged, member, as_client)
    assert "review-due" not in page_of(aged, None, as_client)


def test_a_new_date_takes_the_note_away(aged, member, as_client):
    show_age()
    entry = type(aged).objects.get(pk=aged.pk)
    entry.review_by = timezone.localdate() + timedelta(days=365)
    entry.save()
    assert "review-due" not in page_of(entry, member, as_client)
    assert list(differences()) == []


def test_on_the_day_itself_nothing_is_said(forum, member, as_client):
    entry = make_entry(review_by=timezone.localdate())
    show_age()
    assert "review-due" not in page_of(entry, member, as_client)


def test_a_second_run_changes_nothing(aged):
    show_age()
    before = list(Projection.objects.order_by("pk").values_list("pk", "etag", "updated_at"))
    show_age()
    assert list(Projection.objects.order_by("pk").values_list("pk", "etag", "updated_at")) == before
