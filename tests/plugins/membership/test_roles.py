"""What somebody does in the forum stands on their page, with its beginning and its end."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from plugins.api.actors import actor_for
from plugins.membership.models import ForumRole
from plugins.membership.personal_data import roles as personal_data
from plugins.membership.queries.roles import tasks_of


@pytest.fixture
def roles(mentor):
    today = timezone.localdate()
    ForumRole.objects.create(
        person=mentor, title="Kassenprüferin", start=date(2024, 3, 1), end=today - timedelta(days=1)
    )
    ForumRole.objects.create(person=mentor, title="Sprecherin", start=date(2024, 6, 1), end=today)
    ForumRole.objects.create(person=mentor, title="Beirätin", start=today + timedelta(days=1))


def test_what_holds_comes_first_and_what_has_not_begun_is_not_told(roles, mentor, member, as_client):
    tasks = [(task.title, task.is_over) for task in tasks_of(actor_for(member), mentor.pk)]
    assert tasks == [("Sprecherin", False), ("Kassenprüferin", True)]  # the last day counts

    page = as_client(member).get(f"/mitglieder/{mentor.pk}/").content.decode()
    assert page.index("Sprecherin") < page.index("Kassenprüferin, 1. März 2024 bis")
    assert "Beirätin" not in page


def test_guests_are_told_nothing_of_it(roles, mentor, guest, applicant):
    for person in (guest, applicant):
        assert tasks_of(actor_for(person), mentor.pk) == []
    assert len(tasks_of(actor_for(mentor), mentor.pk)) == 2


def test_the_office_keeps_them_and_nobody_deletes_one(roles, mentor, member, office, as_client):
    address = "/cms/membership/forumrole/"
    data = {"title": "Beirat", "person": member.pk, "start": "2026-01-01", "end": ""}
    assert as_client(member).post(address + "create/", data).status_code in (302, 403)
    assert not ForumRole.objects.filter(person=member).exists()

    assert as_client(office).post(address + "create/", data).status_code == 302
    kept = ForumRole.objects.get(person=member)
    as_client(office).post(f"{address}delete/{kept.pk}/")
    assert ForumRole.objects.filter(pk=kept.pk).exists()


def test_handed_out_whole_and_erased_whole(roles, mentor, member):
    today = timezone.localdate()
    assert personal_data.hand_out(mentor)[0] == {
        "task": "Kassenprüferin",
        "from": "2024-03-01",
        "until": (today - timedelta(days=1)).isoformat(),
    }
    ForumRole.objects.create(person=member, title="Beirat")
    assert personal_data.erase(mentor) == []
    assert [role.person for role in ForumRole.objects.all()] == [member]
