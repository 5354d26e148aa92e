"""What is due: each reason to look at an entry again, for those who may see it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from cms.models import Entry
from cms.queries.due import SOON, what_is_due
from plugins.api.access import ANONYMOUS
from tests.factories import make_entry

pytestmark = pytest.mark.django_db


def in_days(days):
    return timezone.localdate() + timedelta(days=days)


def titles(rows):
    return [row.entry.title for row in rows]


def test_what_is_overdue_comes_before_what_comes_up_soon(cast, editor):
    for title, days in (("bald", SOON.days), ("später", SOON.days + 1), ("längst", -400), ("gestern", -1)):
        make_entry(title=title, review_by=in_days(days), responsible=editor)
    make_entry(title="ohne Datum", responsible=editor)
    due = what_is_due(cast["editor"])
    assert (titles(due.review), due.review_count) == (["längst", "gestern", "bald"], 3)
    assert [row.is_overdue for row in due.review] == [True, True, False]


def test_the_day_itself_is_not_overdue(cast):
    make_entry(review_by=in_days(0))
    assert [row.is_overdue for row in what_is_due(cast["editor"]).review] == [False]


def test_without_a_person_and_without_a_summary(cast, editor):
    make_entry(title="verwaist")
    make_entry(title="stumm", summary="", responsible=editor)
    due = what_is_due(cast["editor"])
    assert (titles(due.without_person), titles(due.without_summary)) == (["verwaist"], ["stumm"])
    assert not due.is_empty


def test_drafts_are_due_to_nobody(cast):
    make_entry(published=False, summary="", review_by=in_days(-5))
    assert what_is_due(cast["editor"]).is_empty


def test_who_sees_no_entry_sees_nothing_due(cast):
    make_entry(review_by=in_days(-5))
    assert what_is_due(ANONYMOUS).is_empty
    assert what_is_due(cast["applicant"]).is_empty


def test_the_page_shows_counts_ages_and_links(editor, author, member, as_client):
    entry = make_entry(title="Alter Eintrag", review_by=in_days(-5))
    Entry.objects.filter(pk=entry.pk).update(last_published_at=timezone.now() - timedelta(days=800))
    page = as_client(editor).get("/cms/entries/due/").content.decode()
    assert "Alter Eintrag" in page
    assert "2\xa0Jahre" in page
    assert f"/cms/pages/{entry.pk}/edit/" in page
    of_author = as_client(author).get("/cms/entries/due/").content.decode()
    assert f'href="{entry.url}"' in of_author
    assert f"/cms/pages/{entry.pk}/edit/" not in of_author
    assert as_client(member).get("/cms/entries/due/").status_code == 403
    assert as_client(None).get("/cms/entries/due/").status_code == 302


def test_the_page_without_anything_due(editor, as_client):
    page = as_client(editor).get("/cms/entries/due/")
    assert page.context["due"].is_empty
    assert 'class="listing"' not in page.content.decode()
