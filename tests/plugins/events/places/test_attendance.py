"""Counties are shown, not persons; on the stated day the list is erased and the numbers stay."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.formats import date_format

from plugins.api.actors import actor_for
from plugins.events.actions.keeping import erase_people
from plugins.events.actions.participants import put_on_list, set_attendance
from plugins.events.models import Attendance, Event, KindRule, Needs, Participant
from tests.factories.events import make_event

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(office, newcomer, clock):
    """Two came from one county, one from another, one for none; one had a place and did not come."""
    event = make_event(organiser=office)
    came = [
        newcomer(event, name, county) for name, county in (("anna", "99001"), ("bert", "99001"), ("carla", "99002"))
    ]
    newcomer(event, "dora", "99003")
    came.append(put_on_list(event, name="Ida Gast", email="ida@example.org", actor=actor_for(office)))
    clock.now = event.ends_at + timedelta(hours=1)
    for one in came:
        set_attendance(one, True, actor=actor_for(office))
    return event


def shown(event, browser) -> str:
    page = browser.get(event.get_absolute_url()).content.decode()
    return page[page.index('id="attendance"') :] if 'id="attendance"' in page else ""


def numbers(event) -> dict[str | None, tuple[int, int]]:
    rows = Attendance.objects.filter(event=event).values_list("county__key", "registered", "came")
    return {key: (registered, came) for key, registered, came in rows}


def test_members_read_which_counties_came_and_how_many_but_not_who(event, member, as_client):
    page = shown(event, as_client(member))
    counties = list(Participant.objects.filter(came=True, county__isnull=False).values_list("county__name", flat=True))
    assert all(name in page for name in counties)
    assert not any(name in page for name in ("Anna", "Bert", "Carla", "Ida"))


def test_before_it_begins_nothing_is_counted(office, member, newcomer, as_client, clock):
    event = make_event(organiser=office)
    newcomer(event, "emil")
    assert shown(event, as_client(member)) == ""


def test_of_a_public_event_visitors_read_no_counties(event, member, client, as_client):
    Event.objects.filter(pk=event.pk).update(confidentiality="public")
    assert shown(event, client) == "" and shown(event, as_client(member)) != ""


def test_the_stated_day_stands_on_the_pages_and_then_people_are_gone_and_numbers_stay(
    event, office, member, as_client, clock
):
    KindRule.objects.create(kind="network", keeps_people_for=90)
    Needs.objects.create(participant=Participant.objects.of(event).first(), diet="vegan")
    day = timezone.localdate(event.ends_at) + timedelta(days=90)
    stated = date_format(day, "DATE_FORMAT")
    assert stated in as_client(office).get(f"{event.get_absolute_url()}teilnehmende/").content.decode()
    anna = Participant.objects.get(person__first_name="Anna").person
    assert stated in as_client(anna).get(event.get_absolute_url()).content.decode()
    before = shown(event, as_client(member))
    clock.pass_by(days=88)
    erase_people()
    assert Participant.objects.of(event).count() == 5
    clock.pass_by(days=2)
    erase_people()
    assert not Participant.objects.exists() and not Needs.objects.exists()
    assert numbers(event) == {"99001": (2, 2), "99002": (1, 1), "99003": (1, 0), None: (1, 1)}
    event.refresh_from_db()
    assert event.people_erased_at == clock.now
    after = shown(event, as_client(member))
    assert before.split("</ul>")[0] == after.split("</ul>")[0]
    page = as_client(office).get(f"{event.get_absolute_url()}teilnehmende/")
    assert "Anna" not in page.content.decode() and page.context["form"] is None


def test_it_happens_once(event, clock):
    clock.pass_by(days=400)
    erase_people()
    erase_people()
    assert Attendance.objects.filter(event=event).count() == 4


def test_numbers_stay_when_one_person_is_erased_afterwards(event, clock):
    from plugins.events.personal_data.participants import erase

    anna = Participant.objects.get(person__first_name="Anna").person
    clock.pass_by(days=400)
    erase_people()
    erase(anna)
    assert numbers(event)["99001"] == (2, 2)
