"""The page on which somebody looks after the webhooks of their programs, by a browser without scripts."""

from __future__ import annotations

import pytest
from django.utils import translation

from cms.accounts.queries import personal_data_of
from cms.actions.webhooks import renew_secret
from cms.models import SwitchedOff, Webhook, WebhookDelivery
from plugins.api.access import SYSTEM
from plugins.api.actors import actor_for
from tests.factories import UserFactory, deliver, make_entry, make_webhook

LIST = "/konto/webhooks/"


@pytest.fixture(autouse=True)
def words_as_in_the_source():
    with translation.override(None):
        yield


@pytest.fixture
def browser(member, as_client):
    member.language = "en"
    member.save()
    return as_client(member)


def test_whose_programs_have_none_is_not_bothered_with_it(browser, member):
    assert LIST not in browser.get("/konto/").content.decode()
    assert "None of your programs" in browser.get(LIST).content.decode()
    make_webhook(member)
    assert LIST in browser.get("/konto/").content.decode()


def test_what_switched_one_off_and_how_to_switch_it_on_again(receiver, browser, member):
    webhook = make_webhook(member, receiver.url, description="Die Webseite")
    page = f"{LIST}{webhook.pk}/"
    receiver.answers = [410]
    make_entry(title="Ältestenrat")
    deliver()

    told = browser.get("/mitteilungen/").content.decode()
    assert "its receiver wants nothing any more" in told
    listed = browser.get(LIST).content.decode()
    assert page in listed and "status 410" in listed and "Die Webseite" in listed
    shown = browser.get(page)
    assert "status 410" in shown.content.decode() and "Ältestenrat" not in shown.content.decode()
    assert shown.context["deliveries"][0]["again_url"] == ""

    assert browser.post(page, {"active": "1"})["Location"] == page
    webhook.refresh_from_db()
    assert webhook.is_on
    again = browser.get(page).context["deliveries"][0]["again_url"]
    assert browser.get(again).status_code == 405
    assert browser.post(again)["Location"] == page
    deliver()
    assert len(receiver.messages) == 2
    assert "delivered" in browser.get(page).content.decode()

    browser.post(page, {"active": "0"})
    webhook.refresh_from_db()
    assert webhook.switched_off_because == SwitchedOff.OWNER


def test_ending_one_asks_first(browser, member):
    webhook = make_webhook(member)
    page = f"{LIST}{webhook.pk}/beenden/"
    assert webhook.url in browser.get(page).content.decode()
    assert Webhook.objects.exists()
    assert browser.post(page)["Location"] == LIST
    assert not Webhook.objects.exists()
    assert browser.get(page).status_code == 404


@pytest.mark.parametrize("who", ["outsider", "office", "admin", None])
def test_nobody_elses_business(who, receiver, member, as_client, request):
    webhook = make_webhook(member, receiver.url)
    make_entry()
    deliver()
    delivery = WebhookDelivery.objects.get().pk
    other = as_client(request.getfixturevalue(who) if who else None)
    for path in ("", "beenden/", f"zustellungen/{delivery}/erneut/"):
        answer = other.post(f"{LIST}{webhook.pk}/{path}", {"active": "0"})
        assert answer.status_code == (404 if who else 302)
    assert receiver.url not in other.get(LIST).content.decode()
    webhook.refresh_from_db()
    assert webhook.is_on


def test_the_secret_stands_on_no_page(receiver, browser, member):
    webhook = make_webhook(member, receiver.url)
    _webhook, renewed = renew_secret(webhook, actor=actor_for(member))
    for path in (LIST, f"{LIST}{webhook.pk}/", "/konto/daten/", "/konto/daten/herunterladen/"):
        page = browser.get(path).content.decode()
        assert receiver.url in page
        assert not any(word in page for word in (webhook.secret, renewed, webhook.seed, "whsec_"))


def test_what_is_stored_is_handed_out_and_erased(receiver, member):
    from cms.accounts.actions import erase_person

    make_webhook(member, receiver.url)
    make_webhook(UserFactory(email="nachbarin@example.org"))
    make_entry()
    deliver()
    (data,) = next(part["data"] for part in personal_data_of(member) if "seed" not in part and _is_ours(part))
    assert (data["url"], data["events"]) == (receiver.url, ["entry.published"])
    assert [one["state"] for one in data["deliveries"]] == ["delivered"]

    erase_person(member, actor=SYSTEM)
    assert [one.token.user.email for one in Webhook.objects.all()] == ["nachbarin@example.org"]


def _is_ours(part) -> bool:
    return isinstance(part["data"], list) and bool(part["data"]) and "deliveries" in part["data"][0]
