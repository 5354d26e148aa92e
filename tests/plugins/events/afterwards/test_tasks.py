"""Tasks of a meeting are its group's: with owner and date in one step, read by the group."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from plugins.api.actors import actor_for
from plugins.api.errors import Missing, Refused
from plugins.events.actions.follow_ups import take_task
from plugins.membership.models import MandateGroup
from tests.factories import give_mandate
from tests.factories.afterwards import make_past_event
from workspace.models import Task

pytestmark = pytest.mark.django_db


def test_three_tasks_get_owners_and_dates(meeting, group, member, coordinator, as_client, seen):
    address = f"{meeting.get_absolute_url()}nachher/aufgabe/"
    day = timezone.localdate() + timedelta(days=14)
    for number, owner in enumerate((member, coordinator, member), start=1):
        sent = {"title": f"Aufgabe {number}", "owner": owner.pk, "due": day.isoformat()}
        assert as_client(member).post(address, sent).status_code == 302
    rows = Task.objects.order_by("pk").values_list("group", "title", "owner", "due")
    assert list(rows) == [
        (group.pk, "Aufgabe 1", member.pk, day),
        (group.pk, "Aufgabe 2", coordinator.pk, day),
        (group.pk, "Aufgabe 3", member.pk, day),
    ]
    page = seen(meeting, coordinator)
    assert all(f"Aufgabe {number}" in page for number in (1, 2, 3))
    assert "Aufgabe 1" in as_client(member).get(f"/arbeitsgruppen/{group.slug}/aufgaben/").content.decode()


def test_what_is_missing_is_said_and_kept(meeting, member, as_client):
    answer = as_client(member).post(f"{meeting.get_absolute_url()}nachher/aufgabe/", {"title": "", "due": "morgen"})
    assert set(answer.context["form"].errors) == {"title", "due"} and "morgen" in answer.content.decode()


def test_others_read_the_event_and_no_tasks(public, member, outsider, office, as_client, seen):
    take_task(public, title="Geheime Aufgabe", owner=member, due=None, actor=actor_for(member))
    assert "Geheime Aufgabe" in seen(public, member)
    for person in (outsider, office):
        assert "Geheime Aufgabe" not in seen(public, person) and "nachher/aufgabe/" not in seen(public, person)
        assert as_client(person).get(f"{public.get_absolute_url()}nachher/aufgabe/").status_code == 404
    with pytest.raises((Refused, Missing)):
        take_task(public, title="Fremd", owner=None, due=None, actor=actor_for(outsider))


def test_guests_of_the_group_take_none(meeting, group, applicant, seen, as_client):
    mandate = give_mandate(applicant)
    MandateGroup.objects.create(mandate=mandate, group=group, agreed_at=timezone.now())
    assert seen(meeting, applicant) != ""
    assert "nachher/aufgabe/" not in seen(meeting, applicant)
    assert as_client(applicant).get(f"{meeting.get_absolute_url()}nachher/aufgabe/").status_code == 404


def test_without_a_group_there_are_none(office, seen, as_client):
    event = make_past_event(organiser=office)
    assert "nachher/aufgabe/" not in seen(event, office)
    assert as_client(office).get(f"{event.get_absolute_url()}nachher/aufgabe/").status_code == 404
    with pytest.raises(Refused):
        take_task(event, title="Ohne AG", owner=None, due=None, actor=actor_for(office))
