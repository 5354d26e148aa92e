"""Organisers see who comes, put people on the list, take it along, and say who was there."""

from __future__ import annotations

from datetime import timedelta

import pytest
from wagtail.models import ModelLogEntry

from plugins.api.actors import actor_for
from plugins.api.errors import Refused
from plugins.events.actions.answers import answer_invitation
from plugins.events.actions.participants import put_on_list, set_attendance
from plugins.events.models import Answer, Participant, Place
from tests.factories.events import make_event

pytestmark = pytest.mark.django_db


def fresh(participant):
    return Participant.objects.get(pk=participant.pk)


def test_the_list_names_county_role_place_and_note(event, newcomer, office, as_client):
    anna, _bert, _carla = (newcomer(event, name) for name in ("anna", "bert", "carla"))
    answer_invitation(anna, Answer.NO, excuse="Bin im Urlaub.", actor=actor_for(anna.person))
    put_on_list(event, name="Dr. Rede", email="rede@example.org", role="speaker", actor=actor_for(office))
    page = as_client(office).get(f"{event.get_absolute_url()}teilnehmende/").content.decode()
    for words in ("Anna", "Bert", "Dr. Rede", "Bin im Urlaub.", str(anna.county)):
        assert words in page


def test_others_find_no_list_no_table_and_no_door(event, newcomer, member, applicant, as_client, client):
    anna = newcomer(event, "anna")
    for who in (member, applicant, anna.person, None):
        browser = as_client(who) if who else client
        for rest in ("teilnehmende/", "teilnehmende.csv", "einlass/", f"teilnehmende/{anna.pk}/ablehnen/"):
            assert browser.get(f"{event.get_absolute_url()}{rest}").status_code in ((404,) if who else (302, 404))


def test_nobody_reaches_a_line_of_another_event(event, newcomer, office, as_client):
    other = make_event(title="Anderes")
    line = newcomer(other, "anna")
    assert as_client(office).post(f"{event.get_absolute_url()}teilnehmende/{line.pk}/annehmen/").status_code == 404


def test_put_on_the_list_by_hand_people_get_a_link_and_wait_like_others(event, newcomer, office, as_client, mails):
    newcomer(event, "anna")
    browser = as_client(office)
    address = f"{event.get_absolute_url()}teilnehmende/"
    assert "name" in browser.post(address, {"email": "ida@example.org", "role": "attendee"}).context["form"].errors
    for name in ("Ida", "Jan"):
        browser.post(address, {"email": f"{name}@example.org", "name": name, "role": "attendee"})
    by_name = {one.name: one.place for one in Participant.objects.of(event).filter(person=None)}
    assert by_name == {"Ida": Place.TAKEN, "Jan": Place.WAITING}
    assert "/termine/antwort/" in mails()["ida@example.org"]


def test_whoever_has_an_account_and_knows_of_the_event_is_put_there_as_themselves(event, member, office):
    line = put_on_list(event, name="", email=member.email, actor=actor_for(office))
    assert line.person == member
    with pytest.raises(Refused):
        put_on_list(event, name="Ida", email="ida@example.org", actor=actor_for(member))


def test_the_table_is_taken_along_with_semicolons_and_that_is_logged(event, office, as_client):
    put_on_list(event, name="=1+1", email="formel@example.org", actor=actor_for(office))
    table = as_client(office).get(f"{event.get_absolute_url()}teilnehmende.csv")
    assert table["Content-Type"].startswith("text/csv") and "'=1+1;formel@example.org" in table.content.decode()
    entry = ModelLogEntry.objects.get(action="events.export_participants")
    assert (entry.user, entry.label) == (office, f"#{event.pk}")


def test_on_the_day_two_press_at_once_and_it_is_the_same_as_once(
    event, newcomer, office, coordinator, as_client, clock
):
    anna, bert = newcomer(event, "anna"), newcomer(event, "bert")
    event.organisers.add(coordinator)
    door = f"{event.get_absolute_url()}einlass/"
    assert as_client(office).post(door, {"participant": anna.pk, "came": "yes"}).status_code == 403
    clock.now = event.starts_at
    one, other = as_client(office), as_client(coordinator)
    for browser in (one, other, one):
        browser.post(door, {"participant": anna.pk, "came": "yes"})
    other.post(door, {"participant": bert.pk, "came": "yes"})
    assert fresh(anna).came is True and fresh(bert).came is True
    assert ModelLogEntry.objects.filter(action="events.set_attendance").count() == 2
    one.post(door, {"participant": bert.pk, "came": ""})
    assert fresh(bert).came is None and fresh(bert).checked_in_at is None


def test_a_press_that_a_script_sends_later_gets_no_page(event, newcomer, office, as_client, clock):
    anna = newcomer(event, "anna")
    clock.now = event.starts_at + timedelta(minutes=10)
    press = {"participant": anna.pk, "came": "yes"}
    browser = as_client(office)
    answers = [
        browser.post(f"{event.get_absolute_url()}einlass/", press, headers={"accept": "application/json"}) for _ in "12"
    ]
    assert [(answer.status_code, answer.content) for answer in answers] == [(204, b"")] * 2
    assert fresh(anna).came is True
    wrong = browser.post(f"{event.get_absolute_url()}einlass/", {"participant": "x", "came": "yes"})
    assert wrong.status_code == 404


def test_at_the_door_a_name_or_a_county_finds_people(event, newcomer, office, as_client, clock):
    for name in ("anna", "bert", "carla"):
        newcomer(event, name)
    clock.now = event.starts_at
    page = as_client(office).get(f"{event.get_absolute_url()}einlass/?q=ber").content.decode()
    assert "Bert" in page and "Anna" not in page
    assert "Carla" not in as_client(office).get(f"{event.get_absolute_url()}einlass/").content.decode()  # waits


def test_attendance_is_set_by_hand_afterwards_until_the_list_is_erased(event, newcomer, office, as_client, clock):
    anna = newcomer(event, "anna")
    clock.now = event.ends_at + timedelta(days=3)
    address = f"{event.get_absolute_url()}teilnehmende/{anna.pk}/anwesenheit/"
    for said, came in (("no", False), ("yes", True), ("", None)):
        as_client(office).post(address, {"came": said})
        assert fresh(anna).came is came
    with pytest.raises(Refused):
        set_attendance(anna, True, actor=actor_for(anna.person))
