"""What mails of invitations say and do not say, class by class: each with a link of its own and nothing that counts."""

from __future__ import annotations

import pytest

from plugins.api.access import SYSTEM
from plugins.api.tokens import hash_of
from plugins.events.actions.events import cancel_event
from plugins.events.facts import ParticipantInvited
from plugins.events.mails.invitations import send_invitations
from plugins.events.models import Participant
from plugins.events.queries.recipients import Outside
from tests.factories import join_group, make_group
from tests.factories.events import make_event
from tests.factories.invitations import deliver, invite, link_in
from workspace.models import Notification

pytestmark = pytest.mark.django_db

TITLE, SUMMARY, PLACE, AGENDA = "Kranichtagung", "Ein Satz darüber", "Haus am See", "Punkt eins"
SPEAKER = Outside("Dr. Thal", "thal@example.org", "speaker", "Sie sprechen um elf")


def everything(mail) -> str:
    return "\n".join([mail.subject, str(mail.body), str(mail.alternatives[0][0])])


@pytest.mark.parametrize("confidentiality", ["public", "members", "group", "persons"])
@pytest.mark.parametrize("occasion", ["invitation", "reminder"])
def test_the_corpus(confidentiality, occasion, coordinator, member, office, mailoutbox):
    from plugins.api.actors import actor_for
    from plugins.events.actions.invitations import remind_silent
    from plugins.events.queries.invitations import silent_of

    group = make_group("AG Verschwiegen", coordinator=coordinator)
    join_group(group, member)
    said = {"title": TITLE, "summary": SUMMARY, "place": PLACE, "agenda": AGENDA}
    event = make_event(confidentiality=confidentiality, group=group, organiser=coordinator, **said)
    invite(event, member, by=coordinator)
    invite(event, by=coordinator, outside=SPEAKER)
    deliver()
    if occasion == "reminder":
        mailoutbox.clear()
        remind_silent(event, seen=silent_of(event).sign, actor=actor_for(coordinator))
        deliver()
    assert sorted(mail.to[0] for mail in mailoutbox) == sorted([member.email, "thal@example.org"])
    may_name = confidentiality in ("public", "members")
    for mail in mailoutbox:
        text = everything(mail)
        assert (TITLE in mail.subject, TITLE in text) == (may_name, may_name)
        for never in (SUMMARY, PLACE, AGENDA, SPEAKER.told, "AG Verschwiegen", str(coordinator)):
            assert never not in text
        assert "<img" not in text and text.count("/termine/antwort/") >= 2 and "?" not in link_in(mail)


def test_each_gets_a_link_of_their_own_that_is_stored_nowhere(office, member, coordinator, mailoutbox, client):
    invite(make_event(), by=office)
    deliver()
    links = {mail.to[0]: link_in(mail) for mail in mailoutbox}
    assert set(links) == {member.email, coordinator.email} and len(set(links.values())) == 2
    for row in Participant.objects.select_related("person"):
        token = links[row.person.email].split("/")[3]
        assert row.keys.get().token_hash == hash_of(token) != token
        assert client.get(links[row.person.email]).status_code == 200


@pytest.mark.parametrize(("confidentiality", "is_told"), [("members", True), ("persons", False)])
def test_why_an_invitation_is_late_stands_in_it_where_it_may_name_the_event(
    confidentiality, is_told, office, member, mailoutbox
):
    event = make_event(kind="network", confidentiality=confidentiality, days=20, organiser=office)
    invite(event, member, by=office, late_reason="Der Saal wurde <erst> jetzt frei.")
    deliver()
    (mail,) = mailoutbox
    assert ("Der Saal wurde <erst> jetzt frei." in mail.body) is is_told
    assert ("&lt;erst&gt;" in mail.alternatives[0].content) is is_told


def test_nothing_goes_out_about_what_was_cancelled_meanwhile(office, member, mailoutbox):
    event = make_event()
    invite(event, by=office)
    cancel_event(event, "Kein Saal.", actor=SYSTEM)
    deliver()
    assert mailoutbox == []


def test_a_fact_that_is_heard_for_somebody_who_is_gone_does_nothing(mailoutbox):
    send_invitations([ParticipantInvited(participant_id=987654)])
    assert mailoutbox == []


def test_people_with_an_account_read_it_among_their_news_and_get_one_mail(office, member, as_client, mailoutbox):
    event = make_event(title=TITLE)
    invite(event, by=office)
    deliver()
    assert Notification.objects.get(kind="events.invited").recipient == member
    assert TITLE in as_client(member).get("/mitteilungen/").content.decode()
    assert [mail.to for mail in mailoutbox] == [[member.email]]
