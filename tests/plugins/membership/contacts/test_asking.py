"""Somebody outside asks for contact: the form, the link that confirms, and what the office sees when."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from plugins.api.outbox import dispatch_pending
from plugins.membership.models import ContactRequest
from plugins.membership.queries.contacts import link_of
from tests.factories import make_topic
from tests.factories.contacts import ASKED, in_german, make_contact_request

pytestmark = pytest.mark.django_db

FORM, SENT, ARRIVED, QUEUE = (f"/kontakt-vermitteln/{rest}" for rest in ("", "danke/", "angekommen/", "anfragen/"))


def filled(**changes: object) -> dict[str, object]:
    return {**ASKED, "until": (timezone.localdate() + timedelta(days=40)).isoformat(), **changes}


def deliver() -> None:
    while dispatch_pending():
        pass


@pytest.fixture(autouse=True)
def fresh_limits():
    cache.clear()


def test_a_request_reaches_the_office_only_after_its_address_is_confirmed(client, office, as_client, mailoutbox):
    topic = make_topic("Wohnen", is_open=True)
    answer = client.post(FORM, filled(topics=[topic.pk]))
    assert (answer.status_code, answer["Location"]) == (302, SENT)
    assert client.get(SENT).status_code == 200
    request = ContactRequest.objects.get()
    assert list(request.topics.all()) == [topic]
    assert request.reference == f"K-{timezone.localdate().year}-{request.pk:04}"
    deliver()
    (mail,) = mailoutbox
    assert (mail.to, mail.subject) == ([ASKED["email"]], "Please confirm your request") or mail.to == [ASKED["email"]]
    assert link_of(request).split("/")[2] == "bestaetigen" and "/kontakt-vermitteln/bestaetigen/" in mail.body
    assert (
        ASKED["purpose"] not in mail.body and ASKED["name"] not in mail.body and ASKED["institution"] not in mail.body
    )
    assert request.reference not in as_client(office).get(QUEUE).content.decode()

    link = next(word for word in mail.body.split() if "/bestaetigen/" in word).removeprefix("http://127.0.0.1:8000")
    assert client.get(link).status_code == 200
    request.refresh_from_db()
    assert request.confirmed_at is None, "programs that look through mails open links"
    assert client.post(link)["Location"] == ARRIVED
    assert client.get(ARRIVED).status_code == 200
    request.refresh_from_db()
    assert (request.state, request.confirmed_at is not None) == ("received", True)
    assert request.reference in as_client(office).get(QUEUE).content.decode()
    assert client.get(link)["Location"] == client.post(link)["Location"] == ARRIVED


def test_the_receipt_holds_the_number_and_the_offices_mail_holds_a_link(office, editor, member, mailoutbox):
    request = make_contact_request()
    deliver()
    mails = {mail.to[0]: mail for mail in mailoutbox}
    assert len(mailoutbox) == len(mails) == 2, "it was confirmed before the first mail went out"
    receipt, told = mails[ASKED["email"]], mails[office.email]
    assert receipt.subject == in_german("Your request has arrived")
    assert told.subject == in_german("Somebody asks for contact with counties")
    assert request.reference in receipt.body and request.reference in receipt.alternatives[0][0]
    assert "http://127.0.0.1:8000/kontakt-vermitteln/anfragen/" in told.body
    for mail in mails.values():
        for part in (mail.subject, mail.body, mail.alternatives[0][0]):
            assert all(ASKED[name] not in part for name in ("name", "institution", "purpose", "expected"))
    assert ASKED["email"] not in told.body and request.reference not in told.subject


def test_what_is_missing_is_said_at_its_field_and_nothing_is_lost(client, forum):
    page = client.post(FORM, {"email": "keine-adresse", "purpose": "zu kurz", "until": "2020-01-01"})
    assert page.status_code == 200
    assert set(page.context["form"].errors) == {"kind", "name", "institution", "email", "purpose", "expected"}
    shown = page.content.decode()
    assert 'href="#id_name"' in shown and 'id="id_name_error"' in shown and "keine-adresse" in shown


@pytest.mark.parametrize(("days", "is_fine"), [(0, False), (1, True), (365, True), (366, False)])
def test_a_request_ends_within_a_year(client, forum, days, is_fine):
    answer = client.post(FORM, filled(until=(timezone.localdate() + timedelta(days=days)).isoformat()))
    assert (answer.status_code == 302) == is_fine == ContactRequest.objects.exists()
    if not is_fine:
        assert set(answer.context["form"].errors) == {"until"}


def test_the_form_is_guarded_and_kept_by_nobody(forum):
    browser = Client(enforce_csrf_checks=True)
    assert browser.post(FORM, filled()).status_code == 403
    assert "no-store" in browser.get(FORM)["Cache-Control"]


def test_a_program_that_fills_in_everything_is_thanked_and_forgotten(client, forum):
    assert client.post(FORM, filled(website="https://spam.example"))["Location"] == SENT
    assert not ContactRequest.objects.exists()


def test_nobody_is_flooded_with_mails_to_confirm(client, forum, settings):
    settings.ACCOUNT_RATE_LIMITS = {"ask_for_contact": "10/h/ip,3/d/key"}
    assert [client.post(FORM, filled()).status_code for _ in range(4)] == [302, 302, 302, 429]
    assert client.post(FORM, filled(email=ASKED["email"].upper())).status_code == 429
    assert client.post(FORM, filled(email="andere@uni.example")).status_code == 302
    settings.ACCOUNT_RATE_LIMITS = {"ask_for_contact": "1/h/ip"}
    cache.clear()
    assert client.post(FORM, filled(email="dritte@uni.example")).status_code == 302
    waits = client.post(FORM, filled(email="vierte@uni.example"))
    assert waits.status_code == 429 and ASKED["purpose"] in waits.content.decode()


def test_a_link_of_somebody_elses_making_is_not_there(client, forum):
    request = make_contact_request(confirmed=False)
    link = link_of(request)
    for wrong in (link[:-2] + "/", "/kontakt-vermitteln/bestaetigen/abc/"):
        assert client.get(wrong).status_code == client.post(wrong).status_code == 404
    ContactRequest.objects.all().delete()
    assert client.get(link).status_code == 404


def test_closed_topics_are_not_offered_to_visitors(client, forum):
    closed = make_topic("Heikles", is_open=False)
    assert "Heikles" not in client.get(FORM).content.decode()
    assert client.post(FORM, filled(topics=[closed.pk])).status_code == 200


def test_the_home_page_leads_to_the_form(client, forum):
    assert f'href="{FORM}"' in client.get("/").content.decode()
