"""Another time, another room or a cancellation reaches whom it concerns: who speaks, who has it in their schedule."""

from __future__ import annotations

from datetime import timedelta

import pytest

from plugins.api.access import SYSTEM
from plugins.api.actors import actor_for
from plugins.api.errors import Refused
from plugins.events.actions.events import cancel_event
from plugins.events.actions.sessions import cancel_session, change_session, choose_session
from plugins.events.models import Participant, Session
from tests.factories import join_group, make_group
from tests.factories.events import make_event
from tests.factories.programme import comes, make_session, make_speaker
from tests.plugins.events.programme.conftest import everything
from workspace.models import Notification

pytestmark = pytest.mark.django_db


@pytest.fixture
def session(event, member, coordinator, mentor):
    """The member has it in her schedule, somebody from outside speaks, coordinator and mentor come to the event."""
    session = make_session(event, "Kranichwerkstatt", room="Raum 1", speakers=[make_speaker(event)])
    make_session(event, "Etwas anderes", speakers=[comes(event, coordinator)])
    comes(event, mentor)
    comes(event, member)
    choose_session(session, True, actor=actor_for(member))
    return session


def change(session, actor=SYSTEM, **said):
    return change_session(session, said, speakers=list(session.speakers.all()), actor=actor)


def later(session):
    hour = timedelta(hours=3)
    return {"starts_at": session.starts_at + hour, "ends_at": session.ends_at + hour}


@pytest.mark.parametrize("what", ["time", "room", "cancelled"])
def test_only_those_whom_it_concerns_are_told(what, session, member, office, mails, as_client):
    mails()
    match what:
        case "time":
            change(session, **later(session), actor=actor_for(office))
        case "room":
            change(session, room="Raum 7", actor=actor_for(office))
        case _:
            cancel_session(session, actor=actor_for(office))
    sent = mails()
    assert sorted(mail.to[0] for mail in sent) == sorted([member.email, "thalheim@example.org"])
    for mail in sent:
        assert "Kranichwerkstatt" in mail.subject and "Netzwerktreffen" in mail.body
        assert ("Raum 7" in mail.body) == (what == "room")
    note = Notification.objects.get(kind="events.session")
    assert note.recipient == member
    assert "Kranichwerkstatt" in as_client(member).get("/mitteilungen/").content.decode()


def test_other_words_are_told_to_nobody(session, mails):
    mails()
    change(session, title="Kranichwerkstatt!", description="Ein Tippfehler weniger.", track="Praxis")
    assert mails() == [] and not Notification.objects.filter(kind="events.session").exists()


def test_the_mail_leads_to_the_programme_or_to_the_page_of_ones_own_data(session, event, member, mails, client):
    mails()
    change(session, room="Raum 7")
    by_address = {mail.to[0]: mail for mail in mails()}
    assert f"{event.get_absolute_url()}programm/#s{session.pk}" in by_address[member.email].body
    outside = by_address["thalheim@example.org"]
    link = outside.body.split("/termine/eigenes/")[1].split()[0]
    page = client.get(f"/termine/eigenes/{link}").content.decode()
    assert "Kranichwerkstatt" in page and "Raum 7" in page and "Etwas anderes" not in page


def test_a_second_change_is_told_again_and_what_was_undone_before_is_not_told_twice(session, member, mails):
    mails()
    change(session, room="Raum 7")
    assert len(mails()) == 2
    change(session, room="Raum 7")
    assert mails() == []
    change(session, room="Raum 8")
    assert len(mails()) == 2
    assert Notification.objects.filter(kind="events.session", recipient=member).count() == 2


def test_nobody_is_told_what_they_did_themselves(event, office, mails):
    session = make_session(event, speakers=[comes(event, office)])
    mails()
    change(session, room="Raum 7", actor=actor_for(office))
    assert mails() == [] and not Notification.objects.filter(kind="events.session").exists()


def test_whoever_took_it_out_or_said_no_hears_nothing(session, member, mails):
    mails()
    choose_session(session, False, actor=actor_for(member))
    Participant.objects.filter(email="thalheim@example.org").update(answer="no")
    change(session, room="Raum 7")
    assert mails() == []


def test_what_is_not_published_is_told_to_nobody(event, mails):
    session = make_session(event, speakers=[make_speaker(event)], is_published=False)
    mails()
    change(session, room="Raum 7")
    assert mails() == []


def test_what_is_over_is_told_to_nobody(session, clock, mails):
    mails()
    clock.now = session.ends_at + timedelta(minutes=5)
    change(session, room="Raum 7")
    assert mails() == []


def test_what_falls_with_its_event_is_not_told_besides(event, session, mails):
    mails()
    change(session, room="Raum 7")
    cancel_event(event, "Kein Saal.", actor=SYSTEM)
    assert not any("Kranichwerkstatt" in mail.subject for mail in mails())


def test_mails_name_nothing_of_what_a_group_does(coordinator, member, mails):
    group = make_group("AG Verschwiegen", coordinator=coordinator)
    join_group(group, member)
    event = make_event(title="Geheimes Treffen", confidentiality="group", group=group)
    session = make_session(event, "Kranichwerkstatt", room="Raum 1")
    comes(event, member)
    choose_session(session, True, actor=actor_for(member))
    mails()
    change(session, room="Raum 7")
    cancel_session(session, actor=SYSTEM)
    sent = mails()
    assert [mail.to for mail in sent] == [[member.email]] * 2
    for mail in sent:
        text = everything(mail).replace(event.get_absolute_url(), "")
        assert not any(never in text for never in ("Kranich", "Geheimes Treffen", "AG Verschwiegen", "Raum 7"))


def test_a_guest_who_speaks_but_may_not_read_the_event_gets_a_link(event, guest, mails, client):
    session = make_session(event, "Kranichwerkstatt", room="Raum 1", speakers=[comes(event, guest, role="speaker")])
    mails()
    change(session, room="Raum 7")
    (mail,) = mails()
    assert mail.to == [guest.email]
    link = "/termine/antwort/" + mail.body.split("/termine/antwort/")[1].split()[0]
    assert "Raum 7" in client.get(link).content.decode()
    assert not Notification.objects.filter(kind="events.session").exists()


def test_only_organisers_change_and_cancel(session, member, outsider):
    for act in (
        lambda actor: change(session, room="Raum 7", actor=actor),
        lambda actor: cancel_session(session, actor=actor),
    ):
        for person in (member, outsider):
            with pytest.raises(Refused):
                act(actor_for(person))
    assert Session.objects.get(pk=session.pk).room == "Raum 1"
