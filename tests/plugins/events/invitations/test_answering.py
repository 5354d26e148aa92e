"""Yes or no by the link of a mail or on the page of the event: the link can do only that, and only for one person."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from plugins.api.access import ANONYMOUS, SYSTEM
from plugins.api.actors import actor_for
from plugins.api.adapters.links import bearer
from plugins.api.errors import Invalid, Missing, Refused
from plugins.events.actions.answers import answer_invitation
from plugins.events.actions.events import cancel_event
from plugins.events.models import Event, Participant
from tests.clock import Clock
from tests.factories.events import make_event
from tests.factories.invitations import invite, link_of

pytestmark = pytest.mark.django_db

YES, NO = {"answer": "yes", "excuse": ""}, {"answer": "no", "excuse": "Der Kreistag tagt."}


@pytest.fixture
def event():
    return make_event(title="Kranichtagung", agenda="Nur für Mitglieder")


@pytest.fixture
def invited(event, member, office):
    return invite(event, member, by=office)[0]


def test_opening_the_link_changes_nothing(invited, client):
    before = Participant.objects.filter(pk=invited.pk).values().get()
    link = link_of(invited)
    page = client.get(link)
    assert page.status_code == 200 and "Kranichtagung" in page.content.decode()
    assert client.head(link).status_code == 200
    assert Participant.objects.filter(pk=invited.pk).values().get() == before


def test_yes_and_no_without_signing_in(invited, client):
    link = link_of(invited)
    assert client.post(link, YES).status_code == 302
    invited.refresh_from_db()
    assert (invited.answer, invited.place, invited.answered_at is not None) == ("yes", "taken", True)
    client.post(link, NO)
    invited.refresh_from_db()
    assert (invited.answer, invited.place, invited.excuse) == ("no", "", "Der Kreistag tagt.")
    client.post(link, {**YES, "excuse": "Doch"})
    invited.refresh_from_db()
    assert (invited.answer, invited.excuse) == ("yes", ""), "a yes keeps no note"


def test_the_page_behind_the_link_is_kept_by_nobody_and_named_to_nobody(invited, client):
    page = client.get(link_of(invited))
    assert page["Cache-Control"] == "private, no-store"
    assert page["X-Robots-Tag"] == "noindex, nofollow" and page["Referrer-Policy"] == "strict-origin"
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("token", ["x", "a" * 32, "0"])
def test_every_other_link_is_not_there(token, invited, client):
    for address in (f"/termine/antwort/{token}/", f"/termine/eigenes/{token}/", f"/termine/eigenes/{token}/loeschen/"):
        assert client.get(address).status_code == client.post(address, YES).status_code == 404


def test_links_of_earlier_mails_go_on_working(invited, client):
    old, new = link_of(invited), link_of(invited)
    assert (client.get(old).status_code, client.get(new).status_code) == (200, 200)


def test_nothing_stored_is_a_link(invited, client):
    link_of(invited)
    assert client.get(f"/termine/antwort/{invited.keys.get().token_hash}/").status_code == 404
    assert client.get(f"/termine/antwort/{invited.pk}/").status_code == 404


def test_the_link_touches_nobody_else_and_opens_nothing_else(event, invited, coordinator, office, client, as_client):
    other = invite(event, coordinator, by=office)[0]
    client.post(link_of(invited), YES)
    other.refresh_from_db()
    assert (other.answer, other.place) == ("", "")
    by_link = bearer(ANONYMOUS, f"participant:{invited.pk}")
    with pytest.raises(Missing):
        answer_invitation(other, "yes", actor=by_link)
    with pytest.raises(Refused):
        from plugins.events.actions.own_places import erase_participant

        erase_participant(invited, actor=by_link)
    assert client.get(event.get_absolute_url()).status_code == 404
    assert client.get(f"{event.get_absolute_url()}antworten/").status_code == 302
    assert "Nur für Mitglieder" not in client.get(link_of(invited)).content.decode()
    # somebody else who is signed in and opens the link answers for whoever it was made for
    as_client(coordinator).post(link_of(invited), NO)
    invited.refresh_from_db()
    other.refresh_from_db()
    assert (invited.answer, other.answer) == ("no", "")


def test_a_form_from_another_site_is_refused(invited):
    assert Client(enforce_csrf_checks=True).post(link_of(invited), YES).status_code == 403


def test_neither_answer_is_no_answer(invited, client):
    page = client.post(link_of(invited), {"answer": "vielleicht"})
    assert page.status_code == 200 and page.context["form"].errors
    with pytest.raises(Invalid):
        answer_invitation(invited, "", actor=actor_for(invited.person))


def test_nobody_answers_for_somebody_else(invited, coordinator, office):
    for person in (coordinator, office):
        with pytest.raises((Missing, Refused)):
            answer_invitation(invited, "yes", actor=actor_for(person))


def test_whoever_is_signed_in_answers_on_the_page_of_the_event(event, invited, member, coordinator, as_client):
    browser = as_client(member)
    address = f"{event.get_absolute_url()}antworten/"
    assert address in browser.get(event.get_absolute_url()).content.decode()
    assert browser.get(address).status_code == 200
    browser.post(address, NO)
    invited.refresh_from_db()
    assert (invited.answer, invited.excuse) == ("no", "Der Kreistag tagt.")
    assert browser.post(address, {"answer": ""}).context["form"].errors
    uninvited = as_client(coordinator)
    assert address not in uninvited.get(event.get_absolute_url()).content.decode()
    assert uninvited.post(address, YES).status_code == 404


def test_once_it_has_begun_or_is_cancelled_the_page_only_says_so(event, invited, client, monkeypatch):
    link = link_of(invited)
    clock = Clock(monkeypatch)
    clock.set(*timezone.localtime(event.starts_at + timedelta(minutes=1)).timetuple()[:5])
    page = client.get(link)
    assert page.status_code == 200 and page.context["form"] is None
    client.post(link, YES)
    clock.pass_by(days=-3)
    cancel_event(event, "Der Saal ist nicht frei.", actor=SYSTEM)
    page = client.get(link)
    assert page.context["form"] is None and "Der Saal ist nicht frei." in page.content.decode()
    client.post(link, YES)
    invited.refresh_from_db()
    assert invited.answer == ""


def test_a_yes_after_the_last_day_is_refused_and_a_no_is_heard(event, invited, client):
    Event.objects.filter(pk=event.pk).update(registration_until=timezone.now() - timedelta(hours=1))
    link = link_of(invited)
    assert "answer" in client.post(link, YES).context["form"].errors
    assert client.post(link, NO).status_code == 302
    invited.refresh_from_db()
    assert invited.answer == "no"


def test_the_link_of_an_account_that_was_closed_opens_nothing(invited, member, client):
    link = link_of(invited)
    type(member).objects.filter(pk=member.pk).update(is_active=False)
    assert client.get(link).status_code == 404


def test_behind_the_link_everybody_reads_where_they_stand(event, member, mentor, office, client):
    Event.objects.filter(pk=event.pk).update(capacity=1)
    first, second = (invite(event, person, by=office)[0] for person in (member, mentor))
    for one in (first, second):
        client.post(link_of(one), YES)
    read = [client.get(link_of(one)).content.decode() for one in (first, second)]
    assert "Sie haben einen Platz." in read[0]
    assert "Sie stehen auf Platz 1 der Warteliste." in read[1]
