"""What requests for contact say about people: handed out whole, erased whole."""

from __future__ import annotations

import pytest

from cms.accounts.actions import erase_person
from plugins.api.actors import actor_for
from plugins.membership.actions.contact_office import note_contact
from plugins.membership.models import ContactInvitation, ContactNote, ContactRequest
from tests.factories.contacts import ask_about_contact, make_contact_request, say

pytestmark = pytest.mark.django_db


def test_a_member_gets_what_they_were_asked_and_said(as_client, office, member):
    say(*ask_about_contact(make_contact_request(), office, member), "yes", sentence="Gern am Vormittag.")
    assert "Gern am Vormittag." in as_client(member).get("/konto/daten/").content.decode()


def test_an_erased_member_was_never_asked(office, admin, member):
    request = make_contact_request()
    say(*ask_about_contact(request, office, member), "yes", sentence="Gern am Vormittag.")
    erase_person(member, actor=actor_for(admin))
    assert not ContactInvitation.objects.exists() and ContactRequest.objects.filter(pk=request.pk).exists()


def test_own_requests_are_handed_out_and_emptied(as_client, office, admin, member):
    running = make_contact_request(email=member.email.upper())
    make_contact_request(confirmed=False, email=member.email)
    note_contact(running, "Kennt das Forum.", actor=actor_for(office))
    assert running.purpose in as_client(member).get("/konto/daten/").content.decode()
    erase_person(member, actor=actor_for(admin))
    (kept,) = ContactRequest.objects.all()
    assert (kept.pk, kept.state, kept.email, kept.purpose) == (running.pk, "ended", "", "")
    assert not ContactNote.objects.exists()


def test_what_somebody_did_for_the_office_points_to_nobody(office, admin, member):
    request = make_contact_request()
    (invitation,) = ask_about_contact(request, office, member)
    note = note_contact(request, "Ruft am Montag an.", actor=actor_for(office))
    erase_person(office, actor=actor_for(admin))
    invitation.refresh_from_db()
    note.refresh_from_db()
    assert (invitation.asked_by, note.written_by, note.text) == (None, None, "Ruft am Montag an.")
