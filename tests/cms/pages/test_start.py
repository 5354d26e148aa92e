"""What is new since somebody was here last."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from cms.accounts.models import User
from cms.models import Projection
from tests.factories import make_entry


@pytest.fixture
def came_back(member):
    """The member was here two days ago, and once before."""
    long_ago, before = timezone.now() - timedelta(days=9), timezone.now() - timedelta(days=2)
    User.objects.filter(pk=member.pk).update(visited_at=before, visited_before=long_ago)


def start(client):
    return client.get("/start/").content.decode()


def test_the_first_visit_shows_the_newest(as_client, member):
    make_entry(title="Alt", at=timezone.now() - timedelta(days=400))
    page = start(as_client(member))
    assert "Neu in der Wissenssammlung" in page
    assert "Alt" in page


def test_what_came_since_the_last_visit_is_counted_and_shown(as_client, member, came_back):
    make_entry(title="Neuer Kurs")
    page = start(as_client(member))
    assert "Ein Beitrag ist neu seit Ihrem letzten Besuch" in page
    assert "Neuer Kurs" in page


def test_a_second_look_on_the_same_day_shows_the_same(as_client, member, came_back):
    make_entry(title="Neuer Kurs")
    browser = as_client(member)
    assert start(browser) == start(browser)


def test_nothing_new_is_said_with_the_date(as_client, member, came_back):
    make_entry(title="Alt", at=timezone.now() - timedelta(days=400))
    Projection.objects.update(updated_at=timezone.now() - timedelta(days=300))
    page = start(as_client(member))
    assert "Seit Ihrem letzten Besuch am " in page


def test_what_somebody_may_not_read_is_not_counted(as_client, applicant):
    User.objects.filter(pk=applicant.pk).update(visited_at=timezone.now() - timedelta(days=2))
    make_entry(title="Nur für Mitglieder")
    make_entry(title="Für alle", released=True)
    page = start(as_client(applicant))
    assert "Ein Beitrag ist neu" in page
    assert "Nur für Mitglieder" not in page
