"""The office matches and members opt in: who is proposed, who sees what, and which mails leave when."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from plugins.api.actors import actor_for
from plugins.api.errors import Invalid, Missing, Refused
from plugins.api.outbox import dispatch_pending
from plugins.membership.actions.contact_office import close_contact, decline_contact, introduce, send_reason
from plugins.membership.actions.contacts import answer_invitation
from plugins.membership.models import ContactInvitation, ContactRequest, Seat
from plugins.membership.queries.contacts import office_lines, open_invitations, proposals
from tests.factories import make_topic, tell_members
from tests.factories.contacts import ASKED, ask_about_contact, in_german, make_contact_request, say
from workspace.schedules import announce_mails

pytestmark = pytest.mark.django_db

QUEUE = "/kontakt-vermitteln/anfragen/"


def deliver() -> None:
    while dispatch_pending():
        pass


@pytest.fixture
def asked(office, member, coordinator, mentor, mailoutbox) -> ContactRequest:
    """Member and coordinator were asked, mentor was not; the mails so far are out."""
    request = make_contact_request()
    ask_about_contact(request, office, member, coordinator)
    deliver()
    mailoutbox.clear()
    request.refresh_from_db()
    return request


def invitation_of(request: ContactRequest, person) -> ContactInvitation:
    return ContactInvitation.objects.get(request=request, member=person)


def test_who_can_be_asked_about_its_topics_is_proposed_first_with_the_reason(office, member, mentor, outsider):
    topic = make_topic("Wohnen", is_open=True)
    tell_members(mentor, topics=["Wohnen"])
    tell_members(outsider, is_listed=False)
    request = make_contact_request(topics=[topic])
    found = proposals(request, actor_for(office))
    assert [one.member.pk for one in found] == [mentor.pk, member.pk]
    assert "Wohnen" in found[0].reasons[0]
    ask_about_contact(request, office, mentor)
    assert [one.member.pk for one in proposals(request, actor_for(office))] == [member.pk]


def test_nobody_outside_the_directory_is_asked(office, member, former_member, editor):
    request = make_contact_request()
    tell_members(member, is_listed=False)
    for person in (member, former_member, editor):
        with pytest.raises(Invalid):
            ask_about_contact(request, office, person)
    assert not ContactInvitation.objects.exists()


def test_the_names_are_shown_once_more_before_anybody_is_told(as_client, office, member, coordinator):
    request = make_contact_request()
    browser, address = as_client(office), f"{QUEUE}{request.pk}/mitglieder/"
    page = browser.post(address, {"people": [member.pk]})
    assert page.status_code == 200 and not ContactInvitation.objects.exists()
    assert member.get_full_name() in page.content.decode() and coordinator.get_full_name() not in page.content.decode()
    back = browser.post(address, {"people": [member.pk], "change": "1"})
    assert coordinator.get_full_name() in back.content.decode() and not ContactInvitation.objects.exists()
    assert browser.post(address, {"people": [member.pk], "sure": "1"}).status_code == 302
    assert [one.member_id for one in ContactInvitation.objects.all()] == [member.pk]


def test_a_member_is_told_without_a_word_of_the_request(office, member, coordinator, mailoutbox):
    request = make_contact_request()
    deliver()
    mailoutbox.clear()
    ask_about_contact(request, office, member)
    deliver()
    announce_mails()
    deliver()
    (mail,) = mailoutbox
    assert mail.to == [member.email]
    for part in (mail.subject, mail.body, mail.alternatives[0][0]):
        assert all(word not in part for word in ASKED.values()) and request.reference not in part


def test_who_was_asked_reads_the_request_without_the_address_and_nobody_else_does(
    as_client, asked, member, mentor, editor, office, guest
):
    page = as_client(member).get(f"/kontakt-vermitteln/{asked.pk}/").content.decode()
    assert ASKED["purpose"] in page and ASKED["institution"] in page
    assert ASKED["email"] not in page
    for person in (mentor, editor, guest, office):
        there = as_client(person).get(f"/kontakt-vermitteln/{asked.pk}/")
        absent = as_client(person).get("/kontakt-vermitteln/987654/")
        assert there.status_code == absent.status_code == 404


@pytest.mark.parametrize("who", ["member", "mentor", "editor", "guest"])
def test_the_queue_is_the_offices(as_client, asked, request, who):
    browser = as_client(request.getfixturevalue(who))
    pages = ("", "mitglieder/", "zusammenbringen/", "ablehnen/")
    assert browser.get(QUEUE).status_code == 404
    assert {browser.get(f"{QUEUE}{asked.pk}/{page}").status_code for page in pages} == {404}
    for page in ("absage-senden/", "schliessen/", "zusammenbringen/", "ablehnen/", "mitglieder/", ""):
        assert browser.post(f"{QUEUE}{asked.pk}/{page}", {"reason": "x", "text": "x", "sure": "1"}).status_code == 404


def test_members_do_not_see_each_others_answers(as_client, asked, member, coordinator):
    say(invitation_of(asked, coordinator), "no", sentence="Wir haben gerade keine Zeit.")
    page = as_client(member).get(f"/kontakt-vermitteln/{asked.pk}/").content.decode()
    assert "keine Zeit" not in page and coordinator.get_full_name() not in page and coordinator.email not in page


def test_a_yes_needs_an_address_and_can_be_taken_back_until_the_introduction(as_client, asked, member, office):
    browser, address = as_client(member), f"/kontakt-vermitteln/{asked.pk}/"
    refused = browser.post(address, {"answer": "yes", "address": ""})
    assert refused.status_code == 200 and set(refused.context["form"].errors) == {"address"}
    assert (
        browser.post(address, {"answer": "yes", "address": "amt@kreis.example", "sentence": "Gern."}).status_code == 302
    )
    assert invitation_of(asked, member).address == "amt@kreis.example"
    assert "Gern." in as_client(office).get(f"{QUEUE}{asked.pk}/").content.decode()
    assert browser.post(address, {"answer": "no", "address": "amt@kreis.example"}).status_code == 302
    assert (invitation_of(asked, member).answer, invitation_of(asked, member).address) == ("no", "")


def test_nobody_answers_for_somebody_else(asked, member, mentor, office):
    with pytest.raises(Missing):
        answer_invitation(invitation_of(asked, member), "yes", address="x@example.org", actor=actor_for(mentor))
    with pytest.raises(Refused):
        answer_invitation(invitation_of(asked, member), "yes", address="x@example.org", actor=actor_for(office))


def test_one_press_introduces_those_who_agreed_and_names_nobody_else(
    as_client, asked, office, member, coordinator, mentor, mailoutbox
):
    ask_about_contact(asked, office, mentor)
    deliver()
    mailoutbox.clear()
    say(invitation_of(asked, member), "yes", address="amt@kreis.example")
    say(invitation_of(asked, mentor), "yes", address="mentor@kreis.example")
    say(invitation_of(asked, coordinator), "no", sentence="Wir haben gerade keine Zeit.")
    shown = as_client(office).get(f"{QUEUE}{asked.pk}/zusammenbringen/").content.decode()
    assert "amt@kreis.example" in shown and ASKED["email"] in shown and coordinator.get_full_name() not in shown
    deliver()
    assert mailoutbox == [], "neither an answer nor looking sends anything"

    assert as_client(office).post(f"{QUEUE}{asked.pk}/zusammenbringen/").status_code == 302
    deliver()
    mails = {mail.to[0]: mail for mail in mailoutbox}
    assert set(mails) == {ASKED["email"], member.email, mentor.email} and len(mailoutbox) == 3
    for part in (mails[ASKED["email"]].body, mails[ASKED["email"]].alternatives[0][0]):
        assert member.get_full_name() in part and "amt@kreis.example" in part and "mentor@kreis.example" in part
        assert coordinator.get_full_name() not in part and coordinator.email not in part and "Zeit" not in part
    for person, other in ((member, "mentor@kreis.example"), (mentor, "amt@kreis.example")):
        body = mails[person.email].body + mails[person.email].alternatives[0][0]
        assert ASKED["email"] in body and f"/kontakt-vermitteln/{asked.pk}/" in body
        assert other not in body and coordinator.email not in body
    assert mails[ASKED["email"]].subject == in_german("Counties for your request")
    assert mails[member.email].subject == mails[mentor.email].subject == in_german("You have been introduced")
    for mail in mailoutbox:
        assert all(word not in mail.subject for word in (ASKED["name"], ASKED["institution"], asked.reference))
    assert ASKED["email"] in as_client(member).get(f"/kontakt-vermitteln/{asked.pk}/").content.decode()
    assert ASKED["email"] not in as_client(coordinator).get(f"/kontakt-vermitteln/{asked.pk}/").content.decode()
    with pytest.raises(Refused):
        say(invitation_of(asked, coordinator), "yes")


def test_without_a_yes_nobody_is_introduced(asked, office, coordinator, mailoutbox):
    say(invitation_of(asked, coordinator), "no")
    with pytest.raises(Refused):
        introduce(asked, actor=actor_for(office))
    deliver()
    assert mailoutbox == []


def test_who_has_left_the_forum_is_not_introduced(asked, office, member, coordinator, mailoutbox):
    say(invitation_of(asked, member), "yes")
    say(invitation_of(asked, coordinator), "yes")
    Seat.objects.filter(person=member).update(end=timezone.localdate() - timedelta(days=1))
    introduce(asked, actor=actor_for(office))
    deliver()
    assert {mail.to[0] for mail in mailoutbox} == {ASKED["email"], coordinator.email}
    assert all(member.email not in mail.body for mail in mailoutbox)


def test_a_refusal_is_mailed_by_a_press_and_never_by_the_state(as_client, asked, office, mailoutbox):
    browser, address = as_client(office), f"{QUEUE}{asked.pk}/"
    assert browser.post(f"{address}ablehnen/", {"reason": " "}).status_code == 200
    assert browser.post(f"{address}ablehnen/", {"reason": "Zur Zeit hat\nniemand Zeit & Ruhe."}).status_code == 302
    deliver()
    assert mailoutbox == []
    assert [line.url for line in office_lines(actor_for(office), 5)] == [address], "the reason waits to be sent"
    assert browser.post(f"{address}absage-senden/").status_code == 302
    deliver()
    (mail,) = mailoutbox
    assert mail.subject == in_german("About your request")
    assert mail.to == [ASKED["email"]] and "niemand Zeit & Ruhe." in mail.body and asked.reference in mail.body
    assert "Ruhe" not in mail.subject and "niemand Zeit &amp; Ruhe." in mail.alternatives[0][0]
    asked.refresh_from_db()
    assert office_lines(actor_for(office), 5) == []
    with pytest.raises(Refused):
        send_reason(asked, actor=actor_for(office))


def test_what_is_over_is_not_worked_on(asked, office, member):
    actor = actor_for(office)
    with pytest.raises(Refused):
        close_contact(asked, actor=actor)
    say(invitation_of(asked, member), "yes")
    introduce(asked, actor=actor)
    with pytest.raises(Refused):
        decline_contact(asked, "Zu spät.", actor=actor)
    close_contact(asked, actor=actor)
    asked.refresh_from_db()
    assert asked.state == "closed" and asked.ended_at is not None
    for act in (introduce, close_contact):
        with pytest.raises(Refused):
            act(asked, actor=actor)


def test_notes_are_for_the_office(as_client, asked, office, member):
    assert as_client(office).post(f"{QUEUE}{asked.pk}/", {"text": "Ruft am Montag an."}).status_code == 302
    assert "Ruft am Montag an." in as_client(office).get(f"{QUEUE}{asked.pk}/").content.decode()
    assert "Ruft am Montag" not in as_client(member).get(f"/kontakt-vermitteln/{asked.pk}/").content.decode()


def test_what_waits_stands_on_the_start_page(as_client, asked, office, member, mentor):
    assert [line.url for line in open_invitations(actor_for(member), 5)] == [f"/kontakt-vermitteln/{asked.pk}/"]
    assert f"/kontakt-vermitteln/{asked.pk}/" in as_client(member).get("/start/").content.decode()
    assert open_invitations(actor_for(mentor), 5) == office_lines(actor_for(member), 5) == []
    assert [line.url for line in office_lines(actor_for(office), 5)] == [f"{QUEUE}{asked.pk}/"]
    say(invitation_of(asked, member), "no")
    assert open_invitations(actor_for(member), 5) == []


def test_the_queue_asks_as_much_for_one_as_for_many(as_client, office, member, django_assert_num_queries):
    browser = as_client(office)
    ask_about_contact(make_contact_request(), office, member)
    browser.get(QUEUE)
    with CaptureQueriesContext(
        connection,
    ) as one:
        browser.get(QUEUE)
    for number in range(3):
        ask_about_contact(make_contact_request(email=f"frage{number}@uni.example"), office, member)
    with django_assert_num_queries(len(one)):
        browser.get(QUEUE)
