from __future__ import annotations

import pytest

from cms.accounts.actions import erase_person
from cms.accounts.models import FeedAddress
from plugins.api.actors import actor_for
from tests.factories import make_feed_address

LIST, CREATE = "/konto/feeds/", "/konto/feeds/neu/"


@pytest.fixture
def browser(member, as_client):
    return as_client(member)


def create(browser, name="Telefon"):
    return browser.post(CREATE, {"name": name})


def path_of(answer):
    return answer.context["url"].removeprefix("http://127.0.0.1:8000")


def test_an_address_is_shown_once_and_works(browser, client):
    answer = create(browser)
    path = path_of(answer)
    secret = path.removeprefix("/feeds/persoenlich/").removesuffix(".atom")
    assert answer.content.decode().count(secret) == 1
    assert client.get(path).status_code == 200

    for other in (LIST, CREATE, "/konto/", "/konto/daten/"):
        assert secret not in browser.get(other).content.decode()
    assert secret not in str(FeedAddress.objects.values().get())
    assert "no-store" in answer["Cache-Control"]


def test_the_list_says_when_an_address_was_used(browser, client):
    path = path_of(create(browser))
    (address,) = browser.get(LIST).context["addresses"]
    assert (address["name"], address["last_used_at"]) == ("Telefon", None)

    client.get(path)
    first = browser.get(LIST).context["addresses"][0]["last_used_at"]
    assert first is not None
    client.get(path)
    assert browser.get(LIST).context["addresses"][0]["last_used_at"] == first


def test_ending_an_address_asks_first(browser, client):
    path = path_of(create(browser))
    (address,) = browser.get(LIST).context["addresses"]
    assert browser.get(address["revoke_url"]).status_code == 200
    assert client.get(path).status_code == 200

    assert browser.post(address["revoke_url"])["Location"] == LIST
    assert client.get(path).status_code == 404
    assert browser.get(LIST).context["addresses"] == []
    assert browser.post(address["revoke_url"]).status_code == 404


@pytest.mark.parametrize("who", ["outsider", "office", "admin"])
def test_an_address_is_nobody_elses_business(browser, who, request, as_client):
    create(browser)
    other = as_client(request.getfixturevalue(who))
    address = FeedAddress.objects.get()
    assert other.get(LIST).context["addresses"] == []
    assert other.post(f"/konto/feeds/{address.pk}/beenden/").status_code == 404
    assert FeedAddress.objects.filter(pk=address.pk).exists()


@pytest.mark.parametrize("name", ["", "   ", "x" * 101])
def test_a_form_that_makes_no_sense_says_where(browser, name):
    answer = create(browser, name)
    assert (answer.status_code, set(answer.context["form"].errors)) == (200, {"name"})
    assert 'href="#id_name"' in answer.content.decode()
    assert not FeedAddress.objects.exists()


def test_addresses_are_handed_out_without_their_secret_and_end_when_a_person_is_erased(browser, client, member, office):
    path = make_feed_address(member)
    told = browser.get("/konto/daten/").content.decode()
    assert "feed_addresses" in told and path not in told

    erase_person(member, actor=actor_for(office))

    assert client.get(path).status_code == 404
    assert not FeedAddress.objects.exists()
