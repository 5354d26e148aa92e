"""Places are limited; whoever waits sees their number, moves up, has 48 hours, and is told."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from plugins.api.actors import actor_for
from plugins.api.errors import Invalid, Refused
from plugins.api.outbox import dispatch_pending
from plugins.events.actions.answers import answer_invitation
from plugins.events.actions.events import cancel_event, change_event
from plugins.events.actions.participants import put_on_list
from plugins.events.actions.place_clock import pass_on_everywhere
from plugins.events.models import Answer, Event, Participant, Place
from plugins.events.queries.places import position, standing_in_words
from tests.factories.events import make_event

pytestmark = pytest.mark.django_db


def places(event) -> dict[str, str]:
    return {one.called.split()[0]: one.place for one in Participant.objects.of(event).select_related("person")}


def fresh(participant) -> Participant:
    return Participant.objects.get(pk=participant.pk)


def answers(participant, answer: str, **said) -> Participant:
    return answer_invitation(participant, answer, actor=actor_for(participant.person), **said)


def test_whoever_comes_after_the_last_place_waits_in_order(event, newcomer):
    people = [newcomer(event, name) for name in ("anna", "bert", "carla", "dora")]
    assert places(event) == {"Anna": "taken", "Bert": "taken", "Carla": "waiting", "Dora": "waiting"}
    assert [position(one) for one in people[2:]] == [1, 2]
    assert "2" in standing_in_words(people[3])


def test_who_cancels_makes_room_for_the_first_who_has_48_hours(event, newcomer, clock):
    anna, _bert, carla, dora = (newcomer(event, name) for name in ("anna", "bert", "carla", "dora"))
    left = answers(anna, Answer.NO, excuse="Ich bin krank.")
    assert (left.place, left.excuse) == (Place.NONE, "Ich bin krank.")
    assert places(event)["Carla"] == Place.OFFERED and fresh(carla).offered_until == clock.now + timedelta(hours=48)
    assert position(fresh(dora)) == 1
    clock.pass_by(hours=47)
    pass_on_everywhere()
    assert answers(carla, Answer.YES).place == Place.TAKEN


def test_who_takes_it_too_late_is_off_the_list_and_can_go_to_its_end(event, newcomer, clock, mails):
    anna, bert, carla, dora = (newcomer(event, name) for name in ("anna", "bert", "carla", "dora"))
    answers(anna, Answer.NO)
    clock.pass_by(minutes=1)
    assert "carla@example.org" in mails()
    clock.pass_by(hours=48)
    pass_on_everywhere()
    assert (fresh(carla).place, fresh(carla).answer) == (Place.NONE, Answer.NONE)
    assert fresh(dora).place == Place.OFFERED
    told = mails()
    assert set(told) == {"carla@example.org", "dora@example.org"}
    assert answers(fresh(carla), Answer.YES).place == Place.WAITING
    answers(bert, Answer.NO)
    assert fresh(carla).place == Place.OFFERED


def test_a_late_yes_before_the_clock_went_by_takes_nothing_from_the_next(event, newcomer, clock):
    anna, _bert, carla, dora = (newcomer(event, name) for name in ("anna", "bert", "carla", "dora"))
    answers(anna, Answer.NO)
    clock.pass_by(hours=49)
    assert answers(fresh(carla), Answer.YES).place == Place.WAITING
    assert fresh(dora).place == Place.OFFERED


def test_an_offer_ends_when_the_event_begins(office, newcomer, clock):
    event = make_event(capacity=1, days=1)
    anna, bert = newcomer(event, "anna"), newcomer(event, "bert")
    answers(anna, Answer.NO)
    assert fresh(bert).offered_until == event.starts_at
    clock.now = event.starts_at + timedelta(minutes=1)
    pass_on_everywhere()
    assert fresh(bert).place == Place.NONE


def test_who_does_not_want_the_offer_leaves_it_to_the_next(event, newcomer):
    anna, _bert, carla, dora = (newcomer(event, name) for name in ("anna", "bert", "carla", "dora"))
    answers(anna, Answer.NO)
    answers(fresh(carla), Answer.NO)
    assert fresh(dora).place == Place.OFFERED


def test_more_places_move_up_as_many(event, newcomer, office):
    people = [newcomer(event, name) for name in ("anna", "bert", "carla", "dora", "emil")]
    change_event(event, {"capacity": 4}, actor=actor_for(office))
    dispatch_pending()
    assert [fresh(one).place for one in people[2:]] == [Place.OFFERED, Place.OFFERED, Place.WAITING]
    change_event(event, {"capacity": None}, actor=actor_for(office))
    dispatch_pending()
    assert fresh(people[4]).place == Place.OFFERED


def test_whoever_registers_before_the_list_moved_up_does_not_overtake(event, newcomer, office):
    people = [newcomer(event, name) for name in ("anna", "bert", "carla")]
    Event.objects.filter(pk=event.pk).update(capacity=3)
    assert newcomer(event, "dora").place == Place.WAITING
    assert fresh(people[2]).place == Place.OFFERED


def test_fewer_places_take_nobodys_place(event, newcomer, office):
    people = [newcomer(event, name) for name in ("anna", "bert")]
    change_event(event, {"capacity": 1}, actor=actor_for(office))
    dispatch_pending()
    assert [fresh(one).place for one in people] == [Place.TAKEN, Place.TAKEN]
    answers(people[0], Answer.NO)
    assert newcomer(event, "carla").place == Place.WAITING


def test_speakers_do_not_count(event, newcomer, office):
    for number in range(3):
        put_on_list(event, name=f"R{number}", email=f"r{number}@example.org", role="speaker", actor=actor_for(office))
    assert [newcomer(event, name).place for name in ("anna", "bert", "carla")] == ["taken", "taken", "waiting"]
    assert Participant.objects.of(event).filter(role="speaker", place=Place.TAKEN).count() == 3


def test_without_a_number_of_places_everybody_has_one(newcomer):
    event = make_event()
    assert [newcomer(event, name).place for name in ("anna", "bert", "carla")] == ["taken"] * 3


def test_a_second_yes_changes_nothing(event, newcomer):
    newcomer(event, "anna"), newcomer(event, "bert")
    carla = newcomer(event, "carla")
    queued = fresh(carla).queued_at
    newcomer(event, "dora")
    assert answers(carla, Answer.YES).place == Place.WAITING and fresh(carla).queued_at == queued


def test_when_registration_is_over_nobody_new_comes_but_the_list_still_moves(event, newcomer, clock, member):
    anna, _bert, carla = (newcomer(event, name) for name in ("anna", "bert", "carla"))
    Event.objects.filter(pk=event.pk).update(registration_until=timezone.now() + timedelta(days=1))
    invited = Participant.objects.create(event=event, person=member, invited_at=timezone.now())
    clock.pass_by(days=2)
    with pytest.raises(Invalid):
        answers(invited, Answer.YES)
    answers(fresh(anna), Answer.NO)
    assert answers(fresh(carla), Answer.YES).place == Place.TAKEN


def test_of_a_cancelled_event_nobody_is_offered_a_place(event, newcomer, office, clock):
    _anna, _bert, carla = (newcomer(event, name) for name in ("anna", "bert", "carla"))
    cancel_event(event, "Kein Saal.", actor=actor_for(office))
    Event.objects.filter(pk=event.pk).update(capacity=9)
    pass_on_everywhere()
    assert fresh(carla).place == Place.WAITING
    with pytest.raises(Refused):
        answers(carla, Answer.NO)
