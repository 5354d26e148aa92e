"""Who is not invited registers where they may: members by a press, visitors of public events by a confirmed address."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from plugins.api.actors import actor_for
from plugins.events.actions.events import cancel_event
from plugins.events.actions.place_clock import forget_unconfirmed, pass_on_everywhere
from plugins.events.models import Answer, Event, Participant, PendingRegistration, Place
from tests.factories import join_group, make_group
from tests.factories.events import make_event

pytestmark = pytest.mark.django_db

FORM = {"name": "Vera Besuch", "email": "Vera@example.org"}


def link_in(mail: str) -> str:
    return re.search(r"https?://[^/\s]+(/termine/\S+)", mail)[1]


def place_of(event, person) -> str | None:
    return Participant.objects.of(event).filter(person=person).values_list("place", flat=True).first()


@pytest.fixture
def public(office):
    return make_event(kind="public", confidentiality="public", organiser=office, capacity=1)


def test_a_member_registers_with_one_press_for_their_county_and_gets_a_link(event, member, as_client, mails):
    browser = as_client(member)
    page = browser.get(event.get_absolute_url()).content.decode()
    assert f'action="{event.get_absolute_url()}anmelden/"' in page
    browser.post(f"{event.get_absolute_url()}anmelden/")
    line = Participant.objects.get(event=event, person=member)
    assert (line.place, line.county.key) == (Place.TAKEN, "99001")
    assert f"{event.get_absolute_url()}mein-platz/" in browser.get(event.get_absolute_url()).content.decode()
    assert link_in(mails()["member@example.org"]).startswith("/termine/antwort/")


def test_who_has_two_counties_says_for_which_they_come(event, member, as_client):
    from tests.factories import give_seat

    second = give_seat(member, "99002").county
    browser = as_client(member)
    assert 'name="county"' in browser.get(event.get_absolute_url()).content.decode()
    browser.post(f"{event.get_absolute_url()}anmelden/", {"county": second.pk})
    assert Participant.objects.get(event=event, person=member).county == second


@pytest.mark.parametrize(
    ("confidentiality", "who"),
    [
        ("public", {"member", "applicant", "guest", "office"}),
        ("members", {"member"}),
        ("group", {"member"}),
        ("persons", set()),
    ],
)
def test_only_whom_the_event_is_for_registers(confidentiality, who, people, coordinator, as_client, office):
    group = make_group(coordinator=coordinator)
    join_group(group, people["member"])
    event = make_event(confidentiality=confidentiality, group=group)
    registered = set()
    for name in ("member", "applicant", "guest", "office"):
        as_client(people[name]).post(f"{event.get_absolute_url()}anmelden/")
        if place_of(event, people[name]):
            registered.add(name)
    assert registered == who


def test_of_others_the_address_is_not_there(event, applicant, client, as_client):
    address = f"{event.get_absolute_url()}anmelden/"
    assert client.get(address).status_code == as_client(applicant).get(address).status_code == 404
    assert client.post(address, FORM).status_code == 404 and not PendingRegistration.objects.exists()


@pytest.mark.parametrize("over", ["cancelled", "until", "begun"])
def test_when_it_is_over_nobody_registers_and_is_told_so(over, public, office, member, client, as_client):
    now = timezone.now()
    match over:
        case "cancelled":
            cancel_event(public, "Kein Saal.", actor=actor_for(office))
        case "until":
            Event.objects.filter(pk=public.pk).update(registration_until=now - timedelta(minutes=1))
        case "begun":
            Event.objects.filter(pk=public.pk).update(starts_at=now - timedelta(minutes=1))
    assert as_client(member).post(f"{public.get_absolute_url()}anmelden/").status_code == 403
    page = client.post(f"{public.get_absolute_url()}anmelden/", FORM)
    assert page.status_code == 200 and "form" not in (page.context or {})
    assert not Participant.objects.exists() and not PendingRegistration.objects.exists()
    assert "anmelden/" not in as_client(member).get(public.get_absolute_url()).content.decode()


def test_a_visitor_confirms_the_address_and_has_a_place_that_they_can_cancel(public, client, mails):
    assert "anmelden/" in client.get(public.get_absolute_url()).content.decode()
    sent = client.post(f"{public.get_absolute_url()}anmelden/", FORM, follow=True)
    assert sent.status_code == 200 and not Participant.objects.exists()
    link = link_in(mails()["vera@example.org"])
    page = client.get(link)
    assert public.title in page.content.decode() and not Participant.objects.exists()
    assert (page["Cache-Control"], page["X-Robots-Tag"]) == ("private, no-store", "noindex, nofollow")
    own = client.post(link, follow=True)
    line = Participant.objects.get()
    assert (line.name, line.email, line.place) == ("Vera Besuch", "vera@example.org", Place.TAKEN)
    assert not PendingRegistration.objects.exists() and client.get(link).status_code == 404
    assert "mein-platz" not in own.content.decode()
    later = link_in(mails()["vera@example.org"])
    client.post(f"{later}absagen/", {"excuse": "Der Zug fällt aus."})
    line.refresh_from_db()
    assert (line.place, line.answer, line.excuse) == (Place.NONE, Answer.NO, "Der Zug fällt aus.")


def test_the_form_says_the_same_for_every_address(public, member, client, mails):
    Participant.objects.create(event=public, name="Schon da", email="vera@example.org")
    known = client.post(f"{public.get_absolute_url()}anmelden/", FORM, follow=True).content
    account = client.post(f"{public.get_absolute_url()}anmelden/", {**FORM, "email": member.email}, follow=True).content
    new = client.post(
        f"{public.get_absolute_url()}anmelden/", {**FORM, "email": "neu@example.org"}, follow=True
    ).content
    assert known == account == new


def test_whoever_has_an_account_stands_on_the_list_once(public, member, client, as_client, mails):
    as_client(member).post(f"{public.get_absolute_url()}anmelden/")
    client.post(f"{public.get_absolute_url()}anmelden/", {**FORM, "email": member.email})
    client.post(link_in(mails()[member.email]))
    assert [line.person for line in Participant.objects.of(public)] == [member]


def test_what_a_program_filled_in_is_thanked_for_and_thrown_away(public, client):
    page = client.post(f"{public.get_absolute_url()}anmelden/", {**FORM, "website": "http://spam.example"})
    assert page.status_code == 302 and not PendingRegistration.objects.exists()


def test_too_many_from_one_address_wait_until_tomorrow(public, client, settings):
    settings.ACCOUNT_RATE_LIMITS = {"register_for_event": "3/d/key"}
    answers = [client.post(f"{public.get_absolute_url()}anmelden/", FORM).status_code for _ in range(4)]
    assert answers == [302, 302, 302, 429]


def test_what_nobody_confirmed_is_gone_after_seven_days(public, client, clock):
    client.post(f"{public.get_absolute_url()}anmelden/", FORM)
    clock.pass_by(days=6, hours=23)
    forget_unconfirmed()
    assert PendingRegistration.objects.exists()
    clock.pass_by(hours=2)
    forget_unconfirmed()
    assert not PendingRegistration.objects.exists()


def test_a_wrong_link_is_a_page_that_is_not_there(public, client):
    Participant.objects.create(event=public, name="Ohne Link", email="ohne@example.org")
    for address in ("anmeldung/falsch/", "antwort/falsch/platz/", "antwort/falsch/platz/absagen/"):
        assert client.get(f"/termine/{address}").status_code == client.post(f"/termine/{address}").status_code == 404


def test_once_the_event_is_not_public_any_more_the_link_opens_nothing(public, client, mails):
    client.post(f"{public.get_absolute_url()}anmelden/", FORM)
    link = link_in(mails()["vera@example.org"])
    Event.objects.filter(pk=public.pk).update(confidentiality="members")
    assert client.get(link).status_code == client.post(link).status_code == 404


def test_a_press_that_comes_too_late_is_answered_with_a_sentence(event, newcomer, as_client, clock):
    anna, *_others, carla = (newcomer(event, name) for name in ("anna", "bert", "carla"))
    as_client(anna.person).post(f"{event.get_absolute_url()}mein-platz/absagen/", {"excuse": ""})
    Event.objects.filter(pk=event.pk).update(registration_until=timezone.now() + timedelta(days=1))
    clock.pass_by(days=3)
    pass_on_everywhere()
    page = as_client(carla.person).post(f"{event.get_absolute_url()}mein-platz/annehmen/", follow=True)
    assert page.status_code == 200 and place_of(event, carla.person) == Place.NONE
    assert len(list(page.context["messages"])) == 1


def test_whoever_is_invited_is_not_asked_to_register(event, member, as_client):
    Participant.objects.create(event=event, person=member, invited_at=timezone.now())
    assert "anmelden/" not in as_client(member).get(event.get_absolute_url()).content.decode()


def test_an_offer_is_taken_or_left_on_the_page_of_the_event(event, newcomer, as_client):
    anna, _bert, carla = (newcomer(event, name) for name in ("anna", "bert", "carla"))
    as_client(anna.person).post(f"{event.get_absolute_url()}mein-platz/absagen/", {"excuse": ""})
    browser = as_client(carla.person)
    page = browser.get(event.get_absolute_url()).content.decode()
    assert "mein-platz/annehmen/" in page and "mein-platz/absagen/" in page
    browser.post(f"{event.get_absolute_url()}mein-platz/annehmen/")
    assert place_of(event, carla.person) == Place.TAKEN


def test_nobody_cancels_once_it_has_begun(event, newcomer, as_client, clock):
    anna = newcomer(event, "anna")
    clock.now = event.starts_at + timedelta(minutes=1)
    page = as_client(anna.person).post(f"{event.get_absolute_url()}mein-platz/absagen/", {"excuse": ""}, follow=True)
    assert "absagen/" not in page.content.decode() and place_of(event, anna.person) == Place.TAKEN
