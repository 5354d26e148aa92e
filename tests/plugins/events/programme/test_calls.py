"""Members propose something until the deadline, others say that they would come, and nobody lists who."""

from __future__ import annotations

import pytest

from plugins.api.access import SYSTEM, visible_to
from plugins.api.actors import actor_for
from plugins.api.errors import Invalid, Missing, Refused
from plugins.events.actions.calls import close_call, set_call
from plugins.events.actions.events import cancel_event
from plugins.events.actions.proposals import change_proposal, propose, support_proposal, withdraw_proposal
from plugins.events.models import ProgrammeCall, Proposal, ProposalInterest
from tests.factories import join_group, make_group
from tests.factories.events import make_event
from tests.factories.programme import make_call, make_proposal

pytestmark = pytest.mark.django_db

SAID = {"title": "Was bei uns half", "text": "Wir erzählen davon.", "format": "Bericht"}


def page_of(browser, call):
    return browser.get(call.get_absolute_url())


def test_the_office_calls_and_every_member_reads_it(event, office, member, guest, as_client, client):
    address = f"{event.get_absolute_url()}programm/aufruf/"
    browser = as_client(office)
    day = {"deadline": event.starts_at.date().isoformat()}
    empty = browser.post(address, {"text": "Wir suchen Beiträge.", "formats": " , ", **day})
    assert "formats" in empty.context["form"].errors and "Wir suchen Beiträge." in empty.content.decode()
    late = browser.post(address, {"text": "Wir suchen", "formats": "Bericht", "deadline": "2099-01-01"})
    assert "deadline" in late.context["form"].errors
    browser.post(address, {"text": "Wir suchen Beiträge.", "formats": "Bericht,  Werkstatt ,Bericht", **day})
    call = ProgrammeCall.objects.get()
    assert (call.words, call.is_open) == (["Bericht", "Werkstatt"], True)
    assert "Wir suchen Beiträge." in page_of(as_client(member), call).content.decode()
    assert call.get_absolute_url() in as_client(member).get(event.get_absolute_url()).content.decode()
    assert page_of(as_client(guest), call).status_code == 404
    assert page_of(client, call).status_code == 302  # to the sign-in, like every such address
    assert as_client(member).get(address).status_code == 404


def test_an_event_without_a_call_has_no_such_page(event, member, as_client):
    assert as_client(member).get(f"{event.get_absolute_url()}aufruf/").status_code == 404
    assert "/aufruf/" not in as_client(member).get(event.get_absolute_url()).content.decode()


def test_a_member_proposes_and_nothing_typed_is_lost(call, member, as_client):
    browser = as_client(member)
    page = browser.post(call.get_absolute_url(), {**SAID, "title": ""})
    assert "title" in page.context["form"].errors and SAID["text"] in page.content.decode()
    assert "format" in browser.post(call.get_absolute_url(), {**SAID, "format": "Tanz"}).context["form"].errors
    assert browser.post(call.get_absolute_url(), SAID).status_code == 302
    proposal = Proposal.objects.get()
    assert (proposal.person, proposal.state, proposal.format) == (member, "proposed", "Bericht")


def test_others_read_title_text_format_and_who_proposed_it(call, member, coordinator, as_client):
    make_proposal(call, member)
    page = page_of(as_client(coordinator), call).content.decode()
    for words in (*SAID.values(), str(member)):
        assert words in page


def test_it_is_changed_until_the_deadline_by_whoever_proposed_it(call, member, coordinator, clock, as_client):
    proposal = make_proposal(call, member)
    address = f"{call.get_absolute_url()}{proposal.pk}/"
    assert as_client(coordinator).get(address).status_code == 403
    browser = as_client(member)
    assert "text" in browser.post(address, {**SAID, "text": ""}).context["form"].errors
    browser.post(address, {**SAID, "text": "Wir erzählen mehr."})
    assert Proposal.objects.get().text == "Wir erzählen mehr."
    clock.pass_by(days=21)
    for act in (
        lambda: change_proposal(proposal, **SAID, actor=actor_for(member)),
        lambda: propose(call, **SAID, actor=actor_for(member)),
    ):
        with pytest.raises(Refused):
            act()
    page = page_of(as_client(member), call)
    assert page.context["form"] is None and SAID["title"] in page.content.decode()  # one's own stays


def test_after_the_deadline_or_a_close_others_read_nothing(call, member, coordinator, office, clock, as_client):
    make_proposal(call, member)
    close_call(call, actor=actor_for(office))
    assert SAID["title"] not in page_of(as_client(coordinator), call).content.decode()
    assert SAID["title"] in page_of(as_client(office), call).content.decode()
    make_call(call.event)  # opened again
    assert SAID["title"] in page_of(as_client(coordinator), call).content.decode()
    clock.pass_by(days=21)
    assert SAID["title"] not in page_of(as_client(coordinator), call).content.decode()


def test_only_organisers_close_it_and_only_once(call, member, office, as_client):
    address = f"{call.event.get_absolute_url()}programm/aufruf/schliessen/"
    assert as_client(member).post(address).status_code == 404
    with pytest.raises(Refused):
        close_call(call, actor=actor_for(member))
    as_client(office).post(address)
    with pytest.raises(Refused):
        close_call(call, actor=actor_for(office))
    assert ProgrammeCall.objects.get().closed_at


def test_a_cancelled_event_takes_no_proposals(call, member):
    cancel_event(call.event, "Kein Saal.", actor=SYSTEM)
    with pytest.raises(Refused):
        propose(call, **SAID, actor=actor_for(member))


def test_taken_back_it_is_gone_for_others(call, member, coordinator, office, as_client):
    proposal = make_proposal(call, member)
    with pytest.raises(Refused):
        withdraw_proposal(proposal, actor=actor_for(coordinator))
    as_client(member).post(f"{call.get_absolute_url()}{proposal.pk}/zuruecknehmen/")
    assert Proposal.objects.get().state == "withdrawn"
    assert SAID["title"] not in page_of(as_client(coordinator), call).content.decode()
    with pytest.raises(Refused):
        withdraw_proposal(proposal, actor=actor_for(member))


def test_i_would_come_is_pressed_and_taken_back(call, member, coordinator, mentor, as_client):
    proposal = make_proposal(call, member)
    address = f"{call.get_absolute_url()}{proposal.pk}/interesse/"
    browser = as_client(coordinator)
    for _again in range(2):
        assert browser.post(address, {"would_come": "yes"}).url.endswith(f"#v{proposal.pk}")
    as_client(mentor).post(address, {"would_come": "yes"})
    (line,) = page_of(as_client(member), call).context["lines"]
    assert (line.number, line.would_come, line.may_support) == (2, False, False)
    (line,) = page_of(browser, call).context["lines"]
    assert (line.number, line.would_come, line.may_support) == (2, True, True)
    browser.post(address, {"would_come": ""})
    assert ProposalInterest.objects.get().person == mentor


def test_nobody_reads_who_would_come(call, member, coordinator, office, admin, as_client):
    proposal = make_proposal(call, member)
    support_proposal(proposal, True, actor=actor_for(coordinator))
    for reader in (member, office, admin):
        assert str(coordinator) not in page_of(as_client(reader), call).content.decode()
        assert not visible_to(actor_for(reader), ProposalInterest.objects.all()).exists()
    assert visible_to(actor_for(coordinator), ProposalInterest.objects.all()).count() == 1


def test_whoever_proposed_it_does_not_count_themselves(call, member):
    with pytest.raises(Refused):
        support_proposal(make_proposal(call, member), True, actor=actor_for(member))


def test_of_a_public_event_members_read_the_call_and_visitors_do_not(member, guest, office, as_client, client):
    call = make_call(make_event(confidentiality="public"))
    make_proposal(call, member)
    assert SAID["title"] in page_of(as_client(member), call).content.decode()
    assert page_of(as_client(guest), call).status_code == 404
    for browser in (client, as_client(guest)):
        page = browser.get(call.event.get_absolute_url())
        assert page.status_code == 200 and "/aufruf/" not in page.content.decode()
    with pytest.raises(Missing):
        propose(call, **SAID, actor=actor_for(guest))


def test_in_a_group_only_the_group_proposes(coordinator, member, mentor, as_client):
    group = make_group(coordinator=coordinator)
    join_group(group, member)
    call = make_call(make_event(confidentiality="group", group=group))
    assert propose(call, **SAID, actor=actor_for(member)).pk
    assert page_of(as_client(mentor), call).status_code == 404
    with pytest.raises(Missing):
        propose(call, **SAID, actor=actor_for(mentor))


def test_a_call_opens_with_its_event(office, member, as_client):
    event = make_event(is_published=False)
    call = make_call(event)
    assert page_of(as_client(member), call).status_code == 404
    with pytest.raises(Refused):
        propose(call, **SAID, actor=actor_for(office))


def test_a_format_can_be_at_most_sixty_characters_long(event):
    for formats in ("x" * 61, ",".join(str(number) for number in range(9))):
        with pytest.raises(Invalid):
            make_call(event, formats=formats)
    with pytest.raises(Invalid):
        make_call(event, days=-1)
    with pytest.raises(Invalid):
        set_call(event, text=" ", formats="Bericht", deadline=event.starts_at, actor=SYSTEM)
