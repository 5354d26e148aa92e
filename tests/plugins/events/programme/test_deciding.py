"""Organisers accept or decline with a reason; whoever proposed it is told, and nobody else."""

from __future__ import annotations

import pytest

from plugins.api.actors import actor_for
from plugins.api.errors import Invalid, Refused
from plugins.events.actions.proposals import accept_proposal, decline_proposal, withdraw_proposal
from plugins.events.models import Participant, Proposal, Session
from tests.factories import join_group, make_group
from tests.factories.events import make_event
from tests.factories.programme import comes, make_call, make_proposal
from tests.plugins.events.programme.conftest import everything
from workspace.models import Notification

pytestmark = pytest.mark.django_db

REASON = "Danach haben viele gefragt."


@pytest.fixture
def proposal(call, member):
    return make_proposal(call, member, title="Kranichbericht")


def address_of(proposal):
    return f"{proposal.call.event.get_absolute_url()}programm/vorschlaege/{proposal.pk}/"


def test_the_office_accepts_with_a_reason_and_the_proposer_is_told(proposal, member, office, as_client, mails):
    browser = as_client(office)
    page = browser.post(address_of(proposal), {"decision": "accept", "reason": " "})
    assert "reason" in page.context["form"].errors
    browser.post(address_of(proposal), {"decision": "accept", "reason": REASON})
    assert Proposal.objects.get().state == "accepted"
    (mail,) = mails()
    assert mail.to == [member.email] and "Kranichbericht" in mail.subject
    assert proposal.call.get_absolute_url() in mail.body and "Netzwerktreffen" in mail.body
    assert REASON not in everything(mail)  # it stands on the page
    note = Notification.objects.get(kind="events.proposal")
    assert note.recipient == member
    assert "Kranichbericht" in as_client(member).get("/mitteilungen/").content.decode()
    assert REASON in as_client(member).get(proposal.call.get_absolute_url()).content.decode()


def test_nobody_else_reads_the_reason_or_what_was_declined(proposal, coordinator, office, as_client, mails):
    decline_proposal(proposal, "Passt diesmal nicht.", actor=actor_for(office))
    (mail,) = mails()
    assert "Kranichbericht" in mail.subject
    page = as_client(coordinator).get(proposal.call.get_absolute_url()).content.decode()
    assert "Kranichbericht" not in page and "Passt diesmal nicht." not in page
    assert as_client(coordinator).post(f"{proposal.call.get_absolute_url()}{proposal.pk}/interesse/").status_code == 404


def test_mails_name_nothing_of_what_a_group_does(coordinator, member, mails, as_client):
    group = make_group("AG Verschwiegen", coordinator=coordinator)
    join_group(group, member)
    call = make_call(make_event(title="Geheimes Treffen", confidentiality="group", group=group))
    accept_proposal(make_proposal(call, member, title="Kranichbericht"), REASON, actor=actor_for(coordinator))
    (mail,) = mails()
    assert mail.to == [member.email]
    for never in ("Kranichbericht", "Geheimes Treffen", "AG Verschwiegen", REASON):
        assert never not in everything(mail).replace(call.get_absolute_url(), "")


def test_who_decides_about_their_own_proposal_gets_no_mail(call, office, mails, as_client):
    accept_proposal(make_proposal(call, office), REASON, actor=actor_for(office))
    assert mails() == [] and not Notification.objects.exists()


def test_only_organisers_decide(proposal, member, coordinator, as_client):
    for person in (member, coordinator):
        assert as_client(person).get(address_of(proposal)).status_code == 404
        with pytest.raises(Refused):
            accept_proposal(proposal, REASON, actor=actor_for(person))


def test_what_was_declined_can_be_accepted_later_and_what_was_accepted_stays(
    proposal, office, member, mails, as_client
):
    actor = actor_for(office)
    with pytest.raises(Invalid):
        decline_proposal(proposal, "  ", actor=actor)
    decline_proposal(proposal, "Kein Platz.", actor=actor)
    with pytest.raises(Refused):
        decline_proposal(proposal, "Immer noch nicht.", actor=actor)
    assert as_client(office).post(address_of(proposal), {"decision": "decline", "reason": "x"}).context["form"].errors
    accept_proposal(proposal, REASON, actor=actor)
    with pytest.raises(Refused):
        decline_proposal(proposal, "Doch nicht.", actor=actor)
    with pytest.raises(Refused):
        withdraw_proposal(proposal, actor=actor_for(member))
    mails()
    assert Notification.objects.filter(kind="events.proposal", recipient=member).count() == 2


def test_a_decision_that_no_longer_holds_is_not_mailed(proposal, office, member, mails):
    decline_proposal(proposal, "Kein Platz.", actor=actor_for(office))
    accept_proposal(proposal, REASON, actor=actor_for(office))
    assert len(mails()) == 1


def test_whoever_is_accepted_stands_on_the_list_as_a_speaker(proposal, member, office, mentor, call):
    accept_proposal(proposal, REASON, actor=actor_for(office))
    line = Participant.objects.get(person=member)
    assert (line.role, line.county.key) == ("speaker", "99001")
    comes(call.event, mentor)
    accept_proposal(make_proposal(call, mentor), REASON, actor=actor_for(office))
    assert Participant.objects.get(person=mentor).role == "attendee"  # comes as before


def test_an_accepted_proposal_becomes_a_session_once_and_the_link_is_kept(proposal, office, member, as_client):
    browser, event = as_client(office), proposal.call.event
    new = f"{event.get_absolute_url()}programm/neu/?proposal={proposal.pk}"
    assert browser.get(new).status_code == 404
    accept_proposal(proposal, REASON, actor=actor_for(office))
    assert new.split("neu/")[1] in browser.get(f"{event.get_absolute_url()}programm/planen/").content.decode()
    form = browser.get(new).context["form"]
    line = Participant.objects.get(person=member)
    assert form.initial["title"] == "Kranichbericht" and form.initial["speakers"] == [line.pk]
    said = {"start_day": "2031-03-14", "start_time": "10:00", "end_time": "11:00", "speakers": [line.pk]}
    browser.post(new, {**said, "title": "Kranichbericht"})
    session = Session.objects.get()
    assert session.proposal == proposal and list(session.speakers.all()) == [line]
    assert "?proposal=" not in browser.get(f"{event.get_absolute_url()}programm/planen/").content.decode()
    assert browser.post(new, {**said, "title": "Noch einmal"}).status_code == 403
    assert Session.objects.count() == 1
