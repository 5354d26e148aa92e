"""Succession in one step: the successor finds everything, nothing is lost, nobody learns what was not theirs."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from cms.accounts.models import User
from cms.actions.people import NewPerson
from plugins.api.actors import actor_for
from plugins.api.errors import Invalid, Missing, Refused
from plugins.api.outbox import dispatch_pending
from plugins.membership.actions.seats import give_seat, hand_over_seat
from plugins.membership.models import Seat
from plugins.membership.queries.seats import free_seats, holders, left_behind, office_lines
from tests.factories import (
    UserFactory,
    join_group,
    make_county,
    make_draft,
    make_entry,
    make_group,
    make_topic,
    tell_members,
)
from tests.factories import (
    give_seat as seat_for,
)
from tests.factories.seats import hand_over, usual_choices
from workspace.actions.following import follow
from workspace.actions.tasks import add_task
from workspace.models import DraftState, Follow, GroupMembership, GroupRole, Task, TopicFollow
from workspace.queries.drafts import own_drafts
from workspace.queries.following import followed_by
from workspace.queries.tasks import open_tasks_of

TONI = NewPerson("toni@example.org", "Toni", "Nachfolge")


@pytest.fixture
def group(member, outsider):
    """Coordinated by the member, for Auental; two others take part."""
    group = make_group("AG Wohnen", coordinator=member)
    join_group(group, outsider)
    return group


@pytest.fixture
def in_hand(seat, member, group):
    """One thing of each kind."""
    task = add_task(group, title="Vermieter anrufen", owner=member, due=timezone.localdate(), actor=actor_for(member))
    draft = make_draft(make_county("99001"), "Leitlinien", by=member)
    entry = make_entry(title="Sprachkurs", responsible=member)
    topic = make_topic("Mobilität", is_open=True)
    follow("topic", topic.pk, actor=actor_for(member))
    follow("entry", entry.pk, actor=actor_for(member))
    return {"task": task, "draft": draft, "entry": entry, "topic": topic}


def test_the_list_names_each_thing_with_its_choices_and_no_confidential_words(in_hand, seat):
    found = {left.thing.key.partition(":")[0]: left.thing for left in left_behind(seat)}
    assert {kind: thing.choices for kind, thing in found.items()} == {
        "place": ("successor", "close"),
        "task": ("successor", "close"),
        "draft": ("successor", "county", "close"),
        "watched": ("successor", "close"),
        "responsible": ("successor", "county"),
    }
    assert found["place"].title == "AG Wohnen"
    assert found["watched"].title.count("2") == 1
    words = " ".join(thing.title + thing.note for thing in found.values())
    assert "Vermieter anrufen" not in words and "Leitlinien" not in words and "Mobilität" not in words


def test_the_successor_finds_everything_at_once(in_hand, seat, group, office, member):
    new = hand_over(seat, TONI, by=office)
    toni = User.objects.get(email=TONI.email)
    assert (new.person, new.follows, new.start) == (toni, seat, timezone.localdate())
    actor = actor_for(toni)
    assert actor.has("members") and actor.has("county:99001")
    assert actor.has(group.principal) and actor.has(group.coordinator_principal)
    assert [task.title for task in open_tasks_of(toni)] == ["Vermieter anrufen"]
    assert [draft.title for draft in own_drafts(actor)] == ["Leitlinien"]
    assert {thing.title for thing in followed_by(actor)} == {"Mobilität", "Sprachkurs"}
    in_hand["entry"].refresh_from_db()
    assert in_hand["entry"].responsible == toni
    assert in_hand["entry"].get_latest_revision_as_object().responsible == toni
    assert not TopicFollow.objects.filter(user=member).exists() and not Follow.objects.filter(user=member).exists()
    remains = left_behind(Seat.objects.get(pk=seat.pk))
    assert {left.thing.key for left in remains} == {f"draft:{in_hand['draft'].pk}"}  # the county's, whoever sits for it


def test_until_the_minute_the_leaver_reads_on_in_groups_then_not(in_hand, seat, group, office, member, clock):
    hand_over(seat, TONI, by=office, ends_at=clock.now + timedelta(hours=2))
    assert actor_for(member).has(group.principal)
    clock.pass_by(hours=2)
    assert actor_for(member).principals == {"public", f"user:{member.pk}"}
    assert GroupMembership.objects.get(user=member).left_at == clock.now
    assert [place.user.last_name for place in group.coordinators()] == ["Nachfolge"]


def test_without_a_successor_all_goes_to_the_county_or_closes(in_hand, seat, group, office, member, clock):
    assert hand_over(seat, None, by=office, draft="close") is None
    clock.pass_by(minutes=1)
    in_hand["draft"].refresh_from_db()
    in_hand["entry"].refresh_from_db()
    assert in_hand["draft"].state == DraftState.CLOSED
    assert in_hand["entry"].responsible is None
    assert Task.objects.get().owner is None
    assert not group.coordinators()
    assert free_seats(seat.county) == 2
    assert [line.text for line in office_lines(actor_for(office), 5)][0] == "Landkreis Auental"


def test_the_colleague_of_the_county_can_take_the_place(seat, group, office, member):
    colleague = UserFactory(last_name="Zweite")
    seat_for(colleague, "99001")
    hand_over(seat, TONI, by=office, place="county")
    assert actor_for(colleague).has(group.coordinator_principal)
    assert not actor_for(User.objects.get(email=TONI.email)).has(group.principal)


def test_a_colleague_who_takes_over_leaves_the_seat_free(in_hand, seat, office, clock):
    colleague = UserFactory(email="zweite@example.org")
    seat_for(colleague, "99001")
    assert hand_over(seat, NewPerson(colleague.email), by=office) is None
    assert [task.title for task in open_tasks_of(colleague)] == ["Vermieter anrufen"]
    clock.pass_by(minutes=1)
    assert free_seats(seat.county) == 1


def test_who_is_in_the_group_already_coordinates_it_then(seat, group, office):
    successor = UserFactory(email="dabei@example.org")
    seat_for(successor, "99005")
    join_group(group, successor, GroupRole.ADVISER)
    hand_over(seat, NewPerson(successor.email), by=office)
    assert actor_for(successor).has(group.coordinator_principal)
    assert GroupMembership.objects.filter(user=successor).count() == 1


def test_with_two_counties_only_what_belongs_to_the_one_goes(in_hand, seat, office, member):
    seat_for(member, "99005")
    assert {left.thing.key.partition(":")[0] for left in left_behind(seat)} == {"place", "task", "draft"}
    hand_over(seat, TONI, by=office)
    assert TopicFollow.objects.filter(user=member).exists()


def test_all_or_nothing(in_hand, seat, office, monkeypatch):
    from workspace.actions import handing_over

    def fails(*given):
        raise RuntimeError

    monkeypatch.setattr(handing_over, "_pass_watched_on", fails)
    with pytest.raises(RuntimeError):
        hand_over(seat, TONI, by=office)
    assert not User.objects.filter(email=TONI.email).exists()
    assert Seat.objects.filter(county=seat.county).count() == 1
    assert open_tasks_of(seat.person).exists()


def test_what_is_missing_or_makes_no_sense_is_refused_with_its_place(in_hand, seat, office, clock):
    actor, choices = actor_for(office), usual_choices(seat)

    def refused(successor=TONI, ends_at=clock.now, **other):
        with pytest.raises(Invalid) as refusal:
            given = {**choices, **other}
            hand_over_seat(seat, successor=successor, choices=given, ends_at=ends_at, actor=actor)
        return set(refusal.value.errors)

    draft = f"workspace/draft:{in_hand['draft'].pk}"
    assert refused(**{draft: "elsewhere"}) == {draft}
    assert refused(successor=None) == {key for key, choice in choices.items() if choice == "successor"}
    assert refused(ends_at=clock.now - timedelta(days=1)) == {"end_day"}
    assert refused(successor=NewPerson(seat.person.email)) == {"email"}
    assert refused(successor=NewPerson("neu@example.org")) == {"last_name"}
    assert refused(successor=NewPerson("kein-at")) == {"email"}
    closed = UserFactory(email="zu@example.org", is_active=False)
    assert refused(successor=NewPerson(closed.email)) == {"email"}


def test_only_the_office_hands_over_and_only_once(seat, office, coordinator, member, guest):
    for person, error in ((coordinator, Refused), (member, Refused), (guest, Missing)):
        with pytest.raises(error):
            hand_over(seat, TONI, by=person)
    hand_over(seat, TONI, by=office)
    with pytest.raises(Refused):
        hand_over(seat, NewPerson("noch@example.org", "Noch", "Eine"), by=office)


def test_a_seat_is_given_where_one_is_free(seat, office, clock):
    day = timezone.localdate()
    actor = actor_for(office)
    county = seat.county
    assert free_seats(county) == 1
    give_seat(county, TONI, start=day + timedelta(days=3), actor=actor)
    assert free_seats(county) == 0
    for named in (TONI, NewPerson("dritte@example.org", "", "Dritte")):
        with pytest.raises(Invalid) as refused:
            give_seat(county, named, start=day, actor=actor)
        assert set(refused.value.errors) == {"email"}
    assert not User.objects.filter(email="dritte@example.org").exists()


def test_history_names_who_agreed_and_the_office_knows_all(seat, office, member, coordinator, clock):
    def names(reader):
        return [holder.name for holder in holders(seat.county, actor_for(reader))]

    hand_over(seat, TONI, by=office)
    assert names(coordinator) == ["Toni Nachfolge", "Alex Member"]
    clock.pass_by(minutes=1)
    assert names(coordinator) == ["Toni Nachfolge", ""]
    assert names(office) == ["Toni Nachfolge", "Alex Member"]
    tell_members(member, stays_named=True)
    assert names(coordinator) == ["Toni Nachfolge", "Alex Member"]
    first, second = holders(seat.county, actor_for(coordinator))
    assert (first.is_now, second.is_now, second.until) == (True, False, timezone.localdate())
    tell_members(User.objects.get(email=TONI.email), is_listed=False)
    assert names(coordinator) == ["", "Alex Member"]


def test_mails_say_that_something_is_there_and_nothing_else(in_hand, seat, office, member, group):
    known = UserFactory(email="bekannt@example.org")
    hand_over(seat, NewPerson(known.email), by=office)
    dispatch_pending()
    sent = {message.to[0]: message for message in mail.outbox}
    assert set(sent) == {member.email, known.email}
    assert {message.subject for message in sent.values()} == {"Ihr Sitz im Forum"}
    assert "/konto/verzeichnis/" in sent[member.email].body and "/start/" in sent[known.email].body
    for message in sent.values():
        for word in ("Auental", "AG Wohnen", "Vermieter", "Leitlinien", "Alex", "2027"):
            assert word not in message.body + str(message.alternatives)


def test_a_new_successor_is_invited_and_signs_in_with_an_own_password(seat, office, client):
    hand_over(seat, TONI, by=office)
    dispatch_pending()
    (invitation,) = [message for message in mail.outbox if message.to == [TONI.email]]
    assert invitation.subject == "Ihr Zugang zum Forum"
    (line,) = [line for line in invitation.body.splitlines() if "/konto/passwort/neu/" in line]
    path = line[line.index("/konto/") :].strip()
    asked = client.get(path, follow=True)
    password = "ein ganz neues Passwort"
    client.post(asked.redirect_chain[-1][0], {"password1": password, "password2": password})
    assert client.login(email=TONI.email, password=password) or User.objects.get(email=TONI.email).check_password(
        password
    )
