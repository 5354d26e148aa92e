"""What somebody needs is read by the person and two others at most, and gone thirty days after the event."""

from __future__ import annotations

from datetime import timedelta

import pytest
from wagtail.models import ModelLogEntry

from plugins.api.actors import actor_for
from plugins.api.errors import Invalid, Refused
from plugins.api.tokens import hash_of
from plugins.events.actions.keys import new_key
from plugins.events.actions.needs import erase_needs, give_needs, name_readers
from plugins.events.models import Needs, NeedsReader, Participant
from plugins.events.personal_data import needs as personal_data

pytestmark = pytest.mark.django_db

NEEDED = {"diet": "keine Nüsse", "access": "ohne Stufen"}


@pytest.fixture
def anna(event, newcomer):
    return newcomer(event, "anna")


@pytest.fixture
def named(event, office, coordinator):
    name_readers(event, [coordinator], actor=actor_for(office))
    return coordinator


def needs_page(event):
    return f"{event.get_absolute_url()}beduerfnisse/"


def give(browser, event, **needed):
    return browser.post(f"{event.get_absolute_url()}mein-platz/beduerfnisse/", {**NEEDED, **needed}, follow=True)


def test_the_person_says_it_sees_who_reads_it_and_takes_it_back(event, anna, named, as_client):
    browser = as_client(anna.person)
    page = give(browser, event).content.decode()
    assert "keine Nüsse" in page and str(named) in page
    give(browser, event, diet="", access="")
    assert not Needs.objects.exists()


def test_it_is_said_by_the_link_of_a_mail_too(event, anna, named, client):
    token = new_key(anna)
    assert anna.keys.get().token_hash == hash_of(token)
    client.post(f"/termine/antwort/{token}/platz/beduerfnisse/", NEEDED)
    assert Needs.objects.get(participant=anna).diet == "keine Nüsse"


def test_only_who_is_named_reads_it_and_each_look_is_logged(event, anna, named, people, client, as_client):
    give(as_client(anna.person), event)
    for name in ("visitor", "office", "admin", "member", "mentor", "applicant"):
        browser = as_client(people[name]) if people[name] else client
        page = browser.get(needs_page(event), follow=True)
        assert "keine Nüsse" not in page.content.decode() and (name == "visitor" or page.status_code == 404)
    assert not ModelLogEntry.objects.filter(action="events.read_needs").exists()
    page = as_client(named).get(needs_page(event)).content.decode()
    assert "keine Nüsse" in page and "ohne Stufen" in page and "Anna" in page
    assert [entry.user for entry in ModelLogEntry.objects.filter(action="events.read_needs")] == [named]
    assert needs_page(event) in as_client(named).get(event.get_absolute_url()).content.decode()


def test_organisers_do_not_read_it_in_their_lists(event, anna, office, as_client):
    give(as_client(anna.person), event)
    for address in ("teilnehmende/", "teilnehmende.csv", "einlass/", "beduerfnisse/lesende/"):
        page = as_client(office).get(f"{event.get_absolute_url()}{address}")
        assert page.status_code == 200 and "Nüsse" not in page.content.decode()


def test_whoever_is_no_longer_named_reads_nothing(event, anna, named, office, as_client):
    give(as_client(anna.person), event)
    name_readers(event, [office], actor=actor_for(office))
    assert as_client(named).get(needs_page(event)).status_code == 404
    assert "Nüsse" in as_client(office).get(needs_page(event)).content.decode()


def test_at_most_two_are_named_by_organisers_and_they_know_of_the_event(event, office, people, as_client):
    three = [people[name] for name in ("member", "mentor", "coordinator")]
    with pytest.raises(Invalid):
        name_readers(event, three, actor=actor_for(office))
    with pytest.raises(Invalid):
        name_readers(event, [people["applicant"]], actor=actor_for(office))
    with pytest.raises(Refused):
        name_readers(event, [people["member"]], actor=actor_for(people["member"]))
    as_client(office).post(f"{needs_page(event)}lesende/", {"people": [office.pk]})
    assert NeedsReader.objects.get().person == office


def test_who_does_not_come_has_no_needs_any_more(event, anna, as_client):
    browser = as_client(anna.person)
    give(browser, event)
    browser.post(f"{event.get_absolute_url()}mein-platz/absagen/", {"excuse": ""})
    assert not Needs.objects.exists()
    with pytest.raises(Refused):
        give_needs(Participant.objects.get(pk=anna.pk), diet="x", access="", actor=actor_for(anna.person))


def test_thirty_days_after_the_event_it_is_erased(event, anna, named, as_client, clock):
    give(as_client(anna.person), event)
    clock.now = event.ends_at + timedelta(days=29, hours=23)
    erase_needs()
    assert Needs.objects.exists()
    clock.pass_by(hours=2)
    erase_needs()
    assert not Needs.objects.exists() and not NeedsReader.objects.exists()
    assert ModelLogEntry.objects.filter(action="events.erase_needs").count() == 1
    assert Participant.objects.of(event).count() == 1


def test_it_is_handed_out_and_erased_with_the_person(event, anna, named, as_client):
    give(as_client(anna.person), event)
    assert personal_data.hand_out(anna.person)["given"][0]["diet"] == "keine Nüsse"
    assert personal_data.hand_out(named)["reads_for"][0]["event"] == event.title
    personal_data.erase(anna.person)
    personal_data.erase(named)
    assert not Needs.objects.exists() and not NeedsReader.objects.exists()
