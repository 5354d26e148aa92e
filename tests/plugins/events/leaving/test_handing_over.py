"""Events of somebody who leaves: the successor organises them, or whoever is left; else they are cancelled."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import ModelLogEntry

from cms.accounts.models import User
from plugins.api.access import SYSTEM, may
from plugins.api.actors import actor_for
from plugins.api.outbox import dispatch_pending
from plugins.events.actions.events import cancel_event
from plugins.events.models import Event, Participant
from plugins.membership.queries.seats import left_behind
from tests.factories import give_seat as seat_for
from tests.factories import join_group, make_group
from tests.factories.events import make_event
from tests.factories.seats import hand_over

pytestmark = pytest.mark.django_db


@pytest.fixture
def group(coordinator, member):
    group = make_group("AG Wohnen", coordinator=coordinator)
    join_group(group, member)
    return group


def things(seat) -> dict[str, object]:
    return {left.thing.title: left.thing for left in left_behind(seat) if left.record.name == "events"}


def organises(person, event) -> bool:
    return bool(may(actor_for(person), "organise", Event.objects.get(pk=event.pk)))


def test_the_office_reads_what_is_handed_over_and_nothing_that_it_may_not_know(seat, member, group, mentor):
    make_event(title="Netzwerktreffen", organiser=member)
    make_event(title="Noch geplant", organiser=member, is_published=False, confidentiality="public")
    make_event(title="Geheime Sitzung", organiser=member, confidentiality="group", group=group)
    make_event(title="Unter uns", organiser=member, confidentiality="persons")
    make_event(title="Von anderen", organiser=mentor)
    cancel_event(make_event(title="Abgesagt", organiser=member), "Kein Saal.", actor=SYSTEM)
    over = make_event(title="Vorbei", organiser=member)
    past = timezone.now() - timedelta(days=2)
    Event.objects.filter(pk=over.pk).update(starts_at=past - timedelta(hours=2), ends_at=past)
    found = things(seat)
    assert sorted(found) == sorted(
        [
            "„Netzwerktreffen“ am 19. Mai 2027",
            "„Noch geplant“ am 19. Mai 2027",
            "Ein Treffen von „AG Wohnen“ am 19. Mai 2027",
            "Ein Termin am 19. Mai 2027, von dem nur Eingeladene wissen",
        ]
    )
    assert [title for title, thing in found.items() if not thing.url] == [
        title for title in found if not title.startswith("„")
    ]
    assert {thing.choices for thing in found.values()} == {("successor", "close")}


def test_with_another_seat_nothing_goes(seat, member):
    make_event(organiser=member)
    seat_for(member, "99005")
    assert things(seat) == {}


def test_the_successor_organises_it_at_once_and_the_leaver_no_more(seat, member, office, mentor, toni):
    event = make_event(organiser=member, confidentiality="persons")
    event.organisers.add(mentor)
    hand_over(seat, toni, by=office)
    heir = User.objects.get(email=toni.email)
    assert organises(heir, event) and organises(mentor, event) and not organises(member, event)
    assert not may(actor_for(member), "see", event) and not may(actor_for(office), "see", event)
    assert ModelLogEntry.objects.filter(action="events.hand_over_event", user=office).count() == 1


def test_a_meeting_of_a_group_goes_along_with_the_place(seat, member, office, group, coordinator, toni):
    event = make_event(organiser=member, confidentiality="group", group=group)
    hand_over(seat, toni, by=office)
    assert organises(User.objects.get(email=toni.email), event) and organises(coordinator, event)


def test_without_the_place_those_who_coordinate_organise_it_alone(seat, member, office, group, coordinator, toni):
    event = make_event(organiser=member, confidentiality="group", group=group)
    hand_over(seat, toni, by=office, place="close")
    assert list(event.organisers.all()) == [] and organises(coordinator, event)
    assert not may(actor_for(User.objects.get(email=toni.email)), "see", event)


def test_without_a_successor_the_office_organises_what_is_for_all(seat, member, office):
    event = make_event(organiser=member)
    (thing,) = things(seat).values()
    assert "Programmbüro" in thing.note and thing.proposed(has_successor=False) == "close"
    hand_over(seat, None, by=office)
    event.refresh_from_db()
    assert organises(office, event) and not organises(member, event) and not event.is_cancelled


def test_without_anybody_left_it_is_cancelled_and_whoever_is_invited_reads_why(
    seat, member, office, mentor, coordinator, as_client
):
    alone = make_event(title="Allein", organiser=member, confidentiality="persons")
    both = make_event(title="Zu zweit", organiser=member, confidentiality="persons", days=80)
    both.organisers.add(coordinator)
    Participant.objects.create(event=alone, person=mentor, invited_at=timezone.now())
    assert [("abgesagt" in thing.note) for thing in things(seat).values()] == [True, False]
    hand_over(seat, None, by=office)
    dispatch_pending()
    both.refresh_from_db()
    assert organises(coordinator, both) and not both.is_cancelled
    page = as_client(mentor).get(alone.get_absolute_url()).content.decode()
    assert "Niemand organisiert" in page


def test_what_was_cancelled_meanwhile_is_passed_over(seat, member, office, toni):
    from plugins.events.actions.handing_over import pass_on

    event = make_event(organiser=member)
    cancel_event(event, "Kein Saal.", actor=SYSTEM)
    pass_on(f"event:{event.pk}", "successor", member, office, actor_for(office))
    assert list(event.organisers.all()) == [member]
