"""Who hears of a challenge, and what the programme office does when nobody answers."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from plugins.api.actors import actor_for
from plugins.api.outbox import dispatch_pending
from tests.factories import end_seat, make_challenge, make_entry, make_topic
from tests.mail_server import mail_server
from workspace.actions.challenge_requests import ask_members, decline_request, tell_of_silent_challenges
from workspace.actions.notifications import choose_rhythms
from workspace.models import Challenge, ChallengeRequest, Discussion, TopicFollow
from workspace.queries.notifications import notifications_of, sentence
from workspace.queries.suitable import suitable_members
from workspace.schedules import announce_mails

pytestmark = pytest.mark.django_db

SECRET = "Quittenstellwand"


@pytest.fixture
def housing():
    return make_topic("Wohnen", is_open=True)


@pytest.fixture
def mailbox(settings):
    with mail_server(settings) as box:
        yield box


def told(person):
    dispatch_pending()
    return [sentence(one) for one in notifications_of(actor_for(person))]


def work():
    """What the worker does in a minute."""
    dispatch_pending()
    announce_mails()
    dispatch_pending()


def make_silent(challenge, days=8):
    Discussion.objects.filter(pk=challenge.discussion_id).update(last_post_at=timezone.now() - timedelta(days=days))


def test_members_who_follow_a_topic_are_told_once_and_others_are_not(member, mentor, guest, outsider, housing):
    for person in (member, mentor, guest):
        TopicFollow.objects.create(user=person, topic=housing)
    make_challenge(SECRET, by=member, topics=[housing])
    assert told(mentor) == [f"Eine neue Herausforderung zu Wohnen: „{SECRET}“"]
    assert told(member) == told(guest) == told(outsider) == []


def test_mails_say_neither_what_is_asked_nor_how_it_is_called(member, mentor, office, housing, mailbox):
    TopicFollow.objects.create(user=mentor, topic=housing)
    choose_rhythms({"workspace.challenge": "now"}, actor=actor_for(mentor))
    make_challenge(SECRET, by=member, text=f"Was tun mit {SECRET}?", topics=[housing])
    work()
    (mail,) = mailbox.mails
    assert mailbox.recipients == [mentor.email]
    assert SECRET not in mail.as_string()
    for kind in ("plain", "html"):
        words = mail.get_body((kind,)).get_content()
        assert "Eine neue Herausforderung zu einem Thema, dem Sie folgen" in words and SECRET not in words


def test_the_office_is_told_once_of_a_silent_challenge_and_finds_it(member, mentor, office, as_client):
    silent, lively = make_challenge("Ganz still", by=member), make_challenge("Noch frisch", by=member)
    make_silent(silent)
    for _day in range(2):
        tell_of_silent_challenges()
    assert told(office) == ["Zu „Ganz still“ hat seit sieben Tagen niemand etwas gesagt."]
    assert told(mentor) == []
    page = as_client(office).get("/herausforderungen/?silent=1").content.decode()
    assert "Ganz still" in page and lively.discussion.title not in page
    everything = as_client(mentor).get("/herausforderungen/?silent=1").content.decode()
    assert "seit sieben Tagen" not in everything


def test_the_office_chooses_from_members_for_whom_something_speaks(
    member, mentor, coordinator, office, housing, as_client
):
    make_challenge("Früher", by=coordinator, topics=[housing], posts=[mentor])
    make_entry(title="Wohnungslotsen", topics=[housing], responsible=coordinator)
    challenge = make_challenge(by=member, topics=[housing])
    client, address = as_client(office), f"{challenge.get_absolute_url()}fragen/"
    page = client.get(address).content.decode()
    assert "Hat anderen geantwortet zu: „Wohnen“." in page
    assert "Wird genannt in: „Wohnungslotsen“." in page
    assert client.post(address, {"people": [str(member.pk)]}).status_code == 200
    assert not ChallengeRequest.objects.exists()
    assert client.post(address, {"people": [str(mentor.pk)]}).status_code == 302
    assert f"Das Programmbüro fragt, ob Sie bei „{challenge.discussion.title}“ helfen können." in told(mentor)
    assert [one.person for one in suitable_members(challenge, actor_for(office))] == [coordinator]


def test_nobody_learns_what_somebody_follows(member, mentor, office, housing):
    TopicFollow.objects.create(user=mentor, topic=housing)
    assert suitable_members(make_challenge(by=member, topics=[housing]), actor_for(office)) == []


def test_who_was_asked_may_say_no_and_only_the_office_sees_it(member, mentor, coordinator, office, housing, as_client):
    make_challenge("Früher", by=coordinator, topics=[housing], posts=[mentor])
    challenge = make_challenge(by=member, topics=[housing])
    asked = ask_members(challenge, [mentor], actor=actor_for(office))[0]
    own = as_client(mentor)
    assert "Hier kann ich nicht helfen" in own.get(challenge.get_absolute_url()).content.decode()
    address = f"/herausforderungen/anfragen/{asked.pk}/absagen/"
    assert as_client(coordinator).post(address).status_code == 404
    assert own.post(address).status_code == 302
    assert "kann hier nicht helfen" in as_client(office).get(challenge.get_absolute_url()).content.decode()
    for person in (member, coordinator):
        page = as_client(person).get(challenge.get_absolute_url()).content.decode()
        assert "Vom Programmbüro gefragt" not in page


def test_members_ask_nobody_in_the_name_of_the_office(member, mentor, as_client):
    challenge = make_challenge(by=member)
    assert as_client(mentor).get(f"{challenge.get_absolute_url()}fragen/").status_code == 403


def test_personal_data_are_handed_out_and_erased(member, mentor, coordinator, office, housing):
    from workspace.personal_data import challenges as personal_data

    make_challenge("Früher", by=coordinator, topics=[housing], posts=[mentor])
    challenge = make_challenge(by=member, topics=[housing])
    decline_request(ask_members(challenge, [mentor], actor=actor_for(office))[0], actor=actor_for(mentor))
    assert personal_data.hand_out(mentor)["asked_about"][0]["declined_at"] is not None
    assert personal_data.hand_out(member)["put"][0]["discussion__title"] == challenge.discussion.title
    personal_data.erase(office)
    assert personal_data.hand_out(office)["asked_others"] == []
    personal_data.erase(mentor)
    assert not ChallengeRequest.objects.exists()
    assert Challenge.objects.count() == 2


def test_whoever_leaves_the_forum_no_longer_reads_what_they_were_asked(member, mentor, coordinator, office, housing):
    make_challenge("Früher", by=coordinator, topics=[housing], posts=[mentor])
    ask_members(make_challenge(SECRET, by=member, topics=[housing]), [mentor], actor=actor_for(office))
    assert any(SECRET in sentence for sentence in told(mentor))
    end_seat(mentor)
    assert not any(SECRET in sentence for sentence in told(mentor))
