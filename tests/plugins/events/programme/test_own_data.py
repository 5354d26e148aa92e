"""Who speaks without an account has a page of their own; what the programme stores about people goes when it must."""

from __future__ import annotations

import pytest

from cms.accounts.queries import personal_data_of
from plugins.api.actors import actor_for
from plugins.events.actions.keeping import erase_people_of
from plugins.events.actions.keys import new_key
from plugins.events.actions.proposals import accept_proposal, support_proposal
from plugins.events.actions.sessions import choose_session
from plugins.events.models import Participant, Proposal, ProposalInterest, Session, SessionChoice
from plugins.events.personal_data import participants as lines
from plugins.events.personal_data import programme as personal_data
from tests.factories.events import make_event
from tests.factories.programme import comes, make_proposal, make_session, make_speaker

pytestmark = pytest.mark.django_db

BOTH = ("read:members", "read:events")


def test_the_speaker_reads_their_own_sessions_and_no_others(event, client):
    speaker = make_speaker(event)
    make_session(event, "Eigener Vortrag", room="Großer Saal", speakers=[speaker])
    make_session(event, "Fremde Werkstatt", after=1)
    make_session(event, "Noch geheim", after=2, speakers=[speaker], is_published=False)
    page = client.get(f"/termine/eigenes/{new_key(speaker)}/").content.decode()
    assert "Eigener Vortrag" in page and "Großer Saal" in page
    assert "Fremde Werkstatt" not in page and "Noch geheim" not in page


def test_a_name_that_the_speaker_corrects_or_erases_leaves_the_public_programme(client):
    event = make_event(confidentiality="public")
    speaker = make_speaker(event, "Dr. Tahlheim")
    make_session(event, speakers=[speaker])
    address, own = f"{event.get_absolute_url()}programm/", f"/termine/eigenes/{new_key(speaker)}/"
    assert "Dr. Tahlheim" in client.get(address).content.decode()
    client.post(own, {"name": "Dr. Thalheim"})
    assert "Dr. Thalheim" in client.get(address).content.decode()
    client.post(f"{own}loeschen/")
    assert "Thalheim" not in client.get(address).content.decode()


def test_all_of_it_is_handed_out(call, member, office):
    event, proposal = call.event, make_proposal(call, member, title="Mein Bericht")
    support_proposal(make_proposal(call, office, title="Anderes"), True, actor=actor_for(member))
    accept_proposal(proposal, "Gern.", actor=actor_for(office))
    chosen = make_session(event, "Gewählt")
    line = Participant.objects.get(person=member)
    Participant.objects.filter(pk=line.pk).update(place="taken", answer="yes")
    choose_session(chosen, True, actor=actor_for(member))
    make_session(event, "Gesprochen", after=1, speakers=[line])
    given = personal_data.hand_out(member)
    (proposed,) = given["proposed"]
    assert (proposed["title"], proposed["state"], proposed["reason"]) == ("Mein Bericht", "accepted", "Gern.")
    assert given["would_come_to"] == ["Anderes"]
    assert [one["title"] for one in given["schedule"] + given["speaks_in"]] == ["Gewählt", "Gesprochen"]
    assert "Mein Bericht" in str(personal_data_of(member))


def test_erased_a_person_leaves_accepted_works_without_a_name(call, member, office):
    for title in ("Angenommen", "Offen"):
        make_proposal(call, member, title=title)
    accepted = Proposal.objects.get(title="Angenommen")
    accept_proposal(accepted, "Gern.", actor=actor_for(office))
    line = Participant.objects.get(person=member)
    session = make_session(call.event, "Gewählt", speakers=[line])
    SessionChoice.objects.create(session=session, participant=line)
    support_proposal(make_proposal(call, office), True, actor=actor_for(member))
    (sentence,) = personal_data.erase(member)
    lines.erase(member)
    assert "1" in sentence
    assert not SessionChoice.objects.exists() and not ProposalInterest.objects.exists()
    assert Proposal.objects.get(title="Angenommen").person is None
    assert not Proposal.objects.filter(title="Offen").exists()
    assert Session.objects.get().names == []


def test_when_the_list_of_people_is_erased_schedules_and_interest_go_and_the_programme_stays(call, member, office):
    event = call.event
    session = make_session(event, speakers=[make_speaker(event)])
    comes(event, member)
    choose_session(session, True, actor=actor_for(member))
    support_proposal(make_proposal(call, office), True, actor=actor_for(member))
    accepted = make_proposal(call, member, title="Angenommen")
    accept_proposal(accepted, "Gern.", actor=actor_for(office))
    erase_people_of(event)
    assert not SessionChoice.objects.exists() and not ProposalInterest.objects.exists()
    assert list(Proposal.objects.values_list("title", "person", "reason")) == [("Angenommen", None, "")]
    assert Session.objects.get().names == []


def test_programs_read_the_sessions_that_the_caller_may_know_of(member, office, api):
    event = make_event(confidentiality="public")
    make_session(event, "Offene Werkstatt", room="Raum 1", track="Praxis", speakers=[make_speaker(event)])
    make_session(event, "Noch geheim", after=1, is_published=False)
    path = f"events/{event.pk}/"
    (session,) = api().json(path)["programme"]
    expected = {"title": "Offene Werkstatt", "room": "Raum 1", "track": "Praxis", "speakers": ["Dr. Thalheim"]}
    assert {**session, **expected, "cancelled_at": None} == session and session["published_at"]
    assert len(api(member, *BOTH).json(path)["programme"]) == 1
    titles = [one["title"] for one in api(office, *BOTH).json(path)["programme"]]
    assert titles == ["Offene Werkstatt", "Noch geheim"]
