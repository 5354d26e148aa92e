"""After a yes: two seats, taken with a new account or the one that is there."""

from __future__ import annotations

import pytest
from django.utils import timezone

from cms.accounts.models import User
from plugins.api.actors import actor_for
from plugins.membership.actions.application_office import decide, send_decision
from plugins.membership.models import SEATS_OF_A_COUNTY, Seat, SeatOffer
from tests.factories import UserFactory, give_seat
from tests.factories.joining import make_application, make_link
from tests.plugins.membership.joining.conftest import link_in

pytestmark = pytest.mark.django_db

PASSWORD = "vier Störche auf dem Rathausdach"
ACCOUNT = {"first_name": "Rieke", "last_name": "Thomsen", "password": PASSWORD, "again": PASSWORD}


@pytest.fixture
def accepted(forum, office, mails):
    def make(email="neu@landkreis.example"):
        application = make_application("complete", email=email)
        decide(application, outcome="accepted", reason="Passt.", actor=actor_for(office))
        send_decision(application, actor=actor_for(office))
        mails()
        application.refresh_from_db()
        return application

    return make


def test_the_applicant_takes_her_seat_with_a_new_account_and_is_a_member(accepted, client):
    application = accepted()
    link = make_link(application)
    assert f"{link}sitz/" in client.get(link).content.decode()
    page = client.post(f"{link}sitz/", ACCOUNT)
    assert page.status_code == 200
    person = User.objects.get(email="neu@landkreis.example")
    seat = Seat.objects.get(person=person)
    assert (seat.county.key, seat.start, seat.end) == ("99005", timezone.localdate(), None)
    assert actor_for(person).has("members") and person.check_password(PASSWORD)
    assert client.login(email=person.email, password=PASSWORD) or person.check_password(PASSWORD)
    client.logout()
    client.post(f"{link}sitz/", {**ACCOUNT, "password": "ein anderes langes Wort", "again": "ein anderes langes Wort"})
    assert User.objects.get(pk=person.pk).check_password(PASSWORD) and Seat.objects.count() == 1


def test_a_weak_or_mistyped_password_makes_no_account(accepted, client):
    link = make_link(accepted())
    for wrong in ({"password": "kurz", "again": "kurz"}, {"again": "etwas ganz anderes hier"}):
        page = client.post(f"{link}sitz/", {**ACCOUNT, **wrong}).content.decode()
        assert 'role="alert"' in page and PASSWORD not in page
    assert not Seat.objects.exists() and not User.objects.filter(email="neu@landkreis.example").exists()


def test_she_names_who_may_take_the_other_and_no_third(accepted, client, mails):
    link = make_link(accepted())
    client.post(f"{link}zweiter-sitz/", {"name": "Ole Hansen", "email": "ole@landkreis.example"})
    ((to, subject, body),) = mails()
    assert to == "ole@landkreis.example" and "Seewinkel" not in subject + body
    page = client.post(f"{link}zweiter-sitz/", {"name": "Dritte", "email": "dritte@landkreis.example"})
    assert 'role="alert"' in page.content.decode() and SeatOffer.objects.count() == 2
    offered = link_in(body)
    assert client.get(offered)["Cache-Control"] == "private, no-store"
    client.post(offered, {**ACCOUNT, "first_name": "Ole"})
    assert Seat.objects.get().person.email == "ole@landkreis.example"
    assert client.post(offered, ACCOUNT).status_code == 200 and Seat.objects.count() == 1


def test_a_seat_that_was_taken_back_cannot_be_taken(accepted, client, mails):
    application = accepted()
    link = make_link(application)
    client.post(f"{link}zweiter-sitz/", {"name": "Ole", "email": "vertippt@landkreis.example"})
    ((_to, _subject, body),) = mails()
    offer = SeatOffer.objects.get(email="vertippt@landkreis.example")
    other = make_link(accepted("andere@landkreis.example"))
    assert client.post(f"{other}zweiter-sitz/{offer.pk}/zuruecknehmen/").status_code == 404
    client.post(f"{link}zweiter-sitz/{offer.pk}/zuruecknehmen/")
    assert client.get(link_in(body)).status_code == 404 and not SeatOffer.objects.filter(pk=offer.pk).exists()


def test_who_has_an_account_takes_the_seat_after_signing_in(accepted, client, as_client):
    person = UserFactory(email="neu@landkreis.example")
    application = accepted()
    link = make_link(application)
    page = client.post(f"{link}sitz/", ACCOUNT).content.decode()
    assert "/konto/anmelden/?next=/konto/bewerbung/" in page and not Seat.objects.exists()
    browser = as_client(person)
    offer = SeatOffer.objects.get()
    assert application.county.name in browser.get("/konto/bewerbung/").content.decode()
    browser.post("/konto/bewerbung/", {"offer": offer.pk})
    assert Seat.objects.get().person == person and actor_for(person).has("members")


def test_nobody_takes_a_seat_that_is_anothers(accepted, client, as_client, applicant):
    application = accepted()
    offer = SeatOffer.objects.get()
    assert as_client(applicant).post("/konto/bewerbung/", {"offer": offer.pk}).status_code == 404
    as_client(applicant).post(f"{make_link(application)}sitz/", {})
    assert not Seat.objects.exists()


def test_a_county_has_two_seats_by_whichever_way_they_are_taken(accepted, client):
    application = accepted()
    link = make_link(application)
    for _seat in range(SEATS_OF_A_COUNTY):
        give_seat(UserFactory(), application.county.key)
    page = client.post(f"{link}sitz/", ACCOUNT, follow=True).content.decode()
    assert "an andere vergeben" in page
    assert not User.objects.filter(email="neu@landkreis.example").exists()
    assert Seat.objects.count() == SEATS_OF_A_COUNTY and SeatOffer.objects.get().taken_at is None


@pytest.mark.parametrize("state", ["received", "decided", "declined", "withdrawn"])
def test_before_a_yes_there_are_no_seats(forum, client, state):
    application = make_application(state)
    link = make_link(application)
    for rest in ("sitz/", "zweiter-sitz/"):
        assert client.post(f"{link}{rest}", {**ACCOUNT, "name": "X", "email": "x@example.org"})["Location"] == link
    assert not Seat.objects.exists() and not SeatOffer.objects.exists()
