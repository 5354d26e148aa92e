"""A group is asked when it can meet, answers from the mail without signing in, and the date becomes an event."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from plugins.api.actors import actor_for
from plugins.api.errors import Invalid, Refused
from plugins.api.outbox import dispatch_pending
from plugins.events.actions.polls import answer_poll, call_off_poll, fix_date, remind_voters
from plugins.events.models import DatePoll, Event, Participant, PollVote
from plugins.events.personal_data import polls as personal_data
from tests.clock import Clock
from tests.factories import join_group, make_group
from tests.factories.polls import make_poll
from workspace.models import GroupMembership

pytestmark = pytest.mark.django_db


@pytest.fixture
def group(coordinator, member, mentor):
    group = make_group(coordinator=coordinator)
    for person in (member, mentor):
        join_group(group, person)
    return group


@pytest.fixture
def poll(group, coordinator):
    return make_poll(group, coordinator)


@pytest.fixture
def links(mailoutbox):
    """Address of a person -> the path in the mail that has just been sent to them."""

    def sent():
        dispatch_pending()
        found = {one.to[0]: re.search(r"https?://[^/\s]+(/termine/umfrage/\S+)", one.body)[1] for one in mailoutbox}
        mail.outbox.clear()
        return found

    return sent


def said_about(poll, *words):
    return {f"option_{option.pk}": word for option, word in zip(poll.options.all(), words, strict=True)}


def test_everybody_else_in_the_group_gets_a_mail_that_says_nothing_of_it(poll, coordinator, member, mentor, mailoutbox):
    dispatch_pending()
    assert {one.to[0] for one in mailoutbox} == {member.email, mentor.email}
    for one in mailoutbox:
        said = f"{one.subject} {one.body}"
        assert not any(words in said for words in (poll.title, poll.text, poll.group.title))


def test_one_answers_by_the_link_without_signing_in(poll, links, member, client):
    link = links()[member.email]
    page = client.get(link)
    assert page["Cache-Control"] == "private, no-store" and poll.title in page.content.decode()
    assert "Alex Mentor" not in page.content.decode()
    client.post(link, said_about(poll, "yes", "maybe", "no"))
    votes = PollVote.objects.filter(voter__person=member).order_by("option__starts_at").values_list("word", flat=True)
    assert list(votes) == ["yes", "maybe", "no"]
    client.post(link, said_about(poll, "no", "no", "yes"))
    assert PollVote.objects.filter(voter__person=member).count() == 3


def test_the_link_can_do_nothing_else(poll, links, member, client):
    link = links()[member.email]
    client.get(link)
    for path in (poll.get_absolute_url(), poll.group.get_absolute_url(), "/termine/neu/"):
        assert client.get(path).status_code in (302, 404)
    assert client.get("/termine/umfrage/falsch/").status_code == 404
    assert client.get("/termine/umfrage//").status_code == 404


def test_half_an_answer_is_said_and_nothing_is_lost(poll, links, member, client):
    link = links()[member.email]
    page = client.post(link, dict(list(said_about(poll, "yes", "yes", "no").items())[:2])).content.decode()
    assert page.count("checked") == 2 and not PollVote.objects.exists()


def test_the_link_ends_with_the_place_in_the_group(poll, links, member, client):
    link = links()[member.email]
    GroupMembership.objects.filter(user=member).update(left_at=timezone.now())
    assert client.get(link).status_code == 404


def test_the_group_reads_who_can_when_and_nobody_else(poll, member, mentor, outsider, office, as_client):
    voter = poll.voters.get(person=member)
    answer_poll(voter, {option.pk: "yes" for option in poll.options.all()}, actor=actor_for(member))
    assert "Alex Member" in as_client(mentor).get(poll.get_absolute_url()).content.decode()
    for person in (outsider, office):
        assert as_client(person).get(poll.get_absolute_url()).status_code == 404


def test_nobody_answers_for_somebody_else(poll, member, mentor):
    words = {option.pk: "yes" for option in poll.options.all()}
    with pytest.raises(Refused):
        answer_poll(poll.voters.get(person=member), words, actor=actor_for(mentor))


def test_the_fixed_date_is_a_meeting_to_which_all_are_invited(poll, coordinator, member, mentor, as_client):
    first, second, _third = poll.options.all()
    words = {option.pk: "no" for option in poll.options.all()}
    answer_poll(poll.voters.get(person=member), {**words, second.pk: "maybe"}, actor=actor_for(member))
    answer_poll(poll.voters.get(person=mentor), {**words, first.pk: "yes"}, actor=actor_for(mentor))
    as_client(coordinator).post(f"{poll.get_absolute_url()}festlegen/", {"option": second.pk})
    event = Event.objects.get()
    assert event.starts_at == second.starts_at and event.ends_at - event.starts_at == timedelta(minutes=60)
    assert event.is_published and event.group == poll.group and event.confidentiality == "group"
    answers = dict(Participant.objects.values_list("person__email", "answer"))
    assert answers == {coordinator.email: "yes", member.email: "yes", mentor.email: ""}
    assert as_client(mentor).get(event.get_absolute_url()).status_code == 200
    mail.outbox.clear()
    dispatch_pending()
    assert {one.to[0] for one in mail.outbox} == {coordinator.email, member.email, mentor.email}
    assert all(b"METHOD:REQUEST" in one.message().as_bytes() or "calendar" in str(one.message()) for one in mail.outbox)


def test_after_that_nobody_answers_any_more(poll, coordinator, member, links, client):
    link = links()[member.email]
    fix_date(poll, poll.options.first(), actor=actor_for(coordinator))
    assert client.post(link, said_about(poll, "yes", "yes", "yes")).status_code == 200
    assert not PollVote.objects.exists()
    with pytest.raises(Refused):
        fix_date(poll, poll.options.last(), actor=actor_for(coordinator))
    assert Event.objects.count() == 1


def test_only_those_who_coordinate_ask_fix_and_remind(poll, group, member, coordinator, as_client):
    with pytest.raises(Refused):
        make_poll(group, member)
    for act in (
        lambda actor: fix_date(poll, poll.options.first(), actor=actor),
        lambda actor: remind_voters(poll, actor=actor),
    ):
        with pytest.raises(Refused):
            act(actor_for(member))
    other = make_group("AG anderswo")
    with pytest.raises(Invalid):
        make_poll(other, coordinator)
    assert as_client(member).get("/termine/umfragen/neu/").status_code == 403


def test_only_the_silent_are_reminded_and_once_a_day(poll, coordinator, member, mentor, links, monkeypatch):
    clock = Clock(monkeypatch)
    first = links()
    clock.pass_by(minutes=1)
    answer_poll(poll.voters.get(person=member), {one.pk: "yes" for one in poll.options.all()}, actor=actor_for(member))
    assert remind_voters(poll, actor=actor_for(coordinator)) == 1
    again = links()
    assert set(again) == {mentor.email} and again[mentor.email] != first[mentor.email]
    assert remind_voters(poll, actor=actor_for(coordinator)) == 0
    clock.pass_by(days=1, minutes=1)
    assert remind_voters(poll, actor=actor_for(coordinator)) == 1


def test_a_question_that_was_called_off_says_so(poll, coordinator, member, links, client):
    link = links()[member.email]
    call_off_poll(poll, actor=actor_for(coordinator))
    page = client.get(link).content.decode()
    assert "zurückgezogen" in page and "<fieldset" not in page


@pytest.mark.parametrize("days", [(3,), (-1, 3), tuple(range(1, 12))])
def test_two_to_ten_moments_that_are_still_to_come(group, coordinator, days):
    with pytest.raises(Invalid) as invalid:
        make_poll(group, coordinator, days=days)
    assert list(invalid.value.errors) == ["moments"] and not DatePoll.objects.exists()


def test_the_form_asks_with_three_moments(group, coordinator, as_client):
    said = {"group": group.pk, "title": "Treffen", "text": "Kurz.", "minutes": 45, "form": "virtual"}
    moments = {
        "day_1": "2031-03-14",
        "time_1": "10:00",
        "day_2": "2031-03-15",
        "time_2": "10:00",
        "day_3": "2031-03-16",
    }
    browser = as_client(coordinator)
    page = browser.post("/termine/umfragen/neu/", {**said, **moments})
    assert list(page.context["form"].errors) == ["time_3"]
    browser.post("/termine/umfragen/neu/", {**said, **moments, "time_3": "14:30"})
    begins = [timezone.localtime(one.starts_at).strftime("%d. %H:%M") for one in DatePoll.objects.get().options.all()]
    assert begins == ["14. 10:00", "15. 10:00", "16. 14:30"]


def test_what_somebody_said_is_handed_out_and_erased(poll, member):
    answer_poll(poll.voters.get(person=member), {one.pk: "yes" for one in poll.options.all()}, actor=actor_for(member))
    (asked,) = personal_data.hand_out(member)["asked"]
    assert asked["question"] == poll.title and set(asked["answers"].values()) == {"yes"}
    personal_data.erase(member)
    assert not PollVote.objects.exists() and DatePoll.objects.exists()


def test_the_group_meets_the_question_on_its_page_and_only_the_coordinator_the_way_to_ask(
    poll, group, coordinator, member, outsider, as_client
):
    address = f"/arbeitsgruppen/{group.slug}/termine/"
    asking = f"/termine/umfragen/neu/?group={group.pk}"
    read = {person: as_client(person).get(address).content.decode() for person in (coordinator, member, outsider)}
    assert {person: poll.get_absolute_url() in page for person, page in read.items()} == {
        coordinator: True,
        member: True,
        outsider: False,
    }
    assert [person for person, page in read.items() if asking in page] == [coordinator]
    assert as_client(coordinator).get(asking).context["form"].initial == {"group": group.pk}
    call_off_poll(poll, actor=actor_for(coordinator))
    assert poll.get_absolute_url() not in as_client(member).get(address).content.decode()
