"""Where organisers decide about registrations, whoever asks waits for them and reads their answer."""

from __future__ import annotations

import pytest
from django.utils import timezone

from plugins.api.actors import actor_for
from plugins.api.errors import Invalid, Refused
from plugins.events.actions.answers import answer_invitation
from plugins.events.actions.participants import accept_registration, put_on_list, refuse_registration
from plugins.events.models import Answer, Participant, Place
from tests.factories.events import make_event

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(office):
    return make_event(capacity=1, organiser=office, needs_approval=True)


def test_who_registers_has_asked_and_takes_no_place_yet(event, newcomer):
    assert [newcomer(event, name).place for name in ("anna", "bert")] == [Place.ASKED, Place.ASKED]
    assert not Participant.objects.of(event).holding_a_place().exists()


def test_whoever_is_accepted_has_a_place_or_waits_and_is_told(event, newcomer, office, as_client, mails):
    anna, bert = newcomer(event, "anna"), newcomer(event, "bert")
    assert set(mails()) == {"anna@example.org", "bert@example.org"}
    browser = as_client(office)
    for one in (anna, bert):
        browser.post(f"{event.get_absolute_url()}teilnehmende/{one.pk}/annehmen/")
    assert [Participant.objects.get(pk=one.pk).place for one in (anna, bert)] == [Place.TAKEN, Place.WAITING]
    assert set(mails()) == {"anna@example.org", "bert@example.org"}
    page = as_client(anna.person).get("/mitteilungen/").content.decode()
    assert event.title in page


def test_whoever_is_refused_reads_why_and_cannot_ask_again(event, newcomer, office, as_client, mails):
    anna = newcomer(event, "anna")
    mails()
    address = f"{event.get_absolute_url()}teilnehmende/{anna.pk}/ablehnen/"
    browser = as_client(office)
    assert "reason" in browser.post(address, {"reason": ""}).context["form"].errors
    browser.post(address, {"reason": "Diesmal nur eine Person je Landkreis."})
    assert "Diesmal nur eine Person je Landkreis." in mails()["anna@example.org"]
    own = as_client(anna.person).get(f"{event.get_absolute_url()}mein-platz/").content.decode()
    assert "Diesmal nur eine Person je Landkreis." in own
    with pytest.raises(Refused):
        answer_invitation(anna, Answer.YES, actor=actor_for(anna.person))
    accept_registration(Participant.objects.get(pk=anna.pk), actor=actor_for(office))
    assert Participant.objects.get(pk=anna.pk).place == Place.TAKEN


def test_who_is_invited_or_put_on_the_list_needs_no_approval(event, member, office):
    invited = Participant.objects.create(event=event, person=member, invited_at=timezone.now())
    assert answer_invitation(invited, Answer.YES, actor=actor_for(member)).place == Place.TAKEN
    by_hand = put_on_list(event, name="Ida", email="ida@example.org", actor=actor_for(office))
    assert by_hand.place == Place.WAITING


def test_only_organisers_decide_and_only_about_what_was_asked(event, newcomer, member, office):
    anna = newcomer(event, "anna")
    with pytest.raises(Refused):
        accept_registration(anna, actor=actor_for(anna.person))
    accept_registration(anna, actor=actor_for(office))
    with pytest.raises(Refused):
        refuse_registration(anna, "Doch nicht.", actor=actor_for(office))
    bert = newcomer(event, "bert")
    with pytest.raises(Invalid):
        refuse_registration(bert, "  ", actor=actor_for(office))
