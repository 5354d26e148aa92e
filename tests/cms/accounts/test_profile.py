"""How somebody is called, and in which language the forum speaks to them."""

from __future__ import annotations

import pytest

from cms.accounts.models import User
from tests.factories import PASSWORD, UserFactory, make_entry

PROFILE = "/konto/profil/"
SAID = {"first_name": "Eva", "last_name": "Neumann", "function": "Leitung", "language": "de"}


@pytest.fixture
def browser(member, as_client):
    return as_client(member)


def test_name_and_function_are_changed_and_the_page_says_so(browser, member):
    answer = browser.post(PROFILE, SAID, follow=True)

    assert answer.redirect_chain == [("/konto/", 302)]
    page = answer.content.decode()
    assert "Eva Neumann, Leitung" in page
    assert "Ihr Profil ist gespeichert." in page


def test_without_a_name_nothing_is_changed_and_what_was_typed_stays(browser, member):
    page = browser.post(PROFILE, {**SAID, "last_name": "", "function": "Neue Funktion"}).content.decode()

    assert "Neue Funktion" in page
    assert User.objects.get(pk=member.pk).function == member.function


def test_the_address_is_not_changed_here(browser, member):
    browser.post(PROFILE, {**SAID, "email": "anders@example.org", "is_superuser": "on"})
    person = User.objects.get(pk=member.pk)
    assert (person.email, person.is_superuser) == (member.email, False)


def test_who_is_not_signed_in_is_asked_to(as_client, forum):
    assert as_client().get(PROFILE)["Location"] == f"/konto/anmelden/?next={PROFILE}"


def test_english_speaks_to_the_person_and_to_nobody_else(browser, as_client, forum):
    entry = make_entry(released=True)
    page = browser.post(PROFILE, {**SAID, "language": "en"}, follow=True).content.decode()

    assert '<html lang="en">' in page
    assert "Your profile has been saved." in page
    assert '<article class="entry" lang="de">' in browser.get(f"/wissen/{entry.slug}/").content.decode()
    assert '<html lang="de">' in as_client().get("/wissen/").content.decode()


def test_visitors_read_german_whatever_their_browser_says(as_client, forum):
    visitor = as_client()
    visitor.cookies["django_language"] = "en"
    assert '<html lang="de">' in visitor.get("/", headers={"Accept-Language": "en"}).content.decode()


def test_signing_in_on_another_device_brings_the_language_along(client, forum):
    UserFactory(email="eva@example.org", language="en")
    client.post("/konto/anmelden/", {"login": "eva@example.org", "password": PASSWORD})
    assert '<html lang="en">' in client.get("/start/").content.decode()
