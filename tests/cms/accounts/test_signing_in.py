from __future__ import annotations

import re
import time
from types import SimpleNamespace

import pytest
from django.contrib.auth import hashers
from django.contrib.auth.password_validation import validate_password
from django.test import Client

from cms.project.settings import accounts, demo
from tests.factories import PASSWORD


def test_a_member_signs_in_and_comes_to_the_first_screen(client, member, sign_in, is_signed_in):
    answer = sign_in(member.email)
    assert (answer.status_code, answer["Location"]) == (302, "/start/")
    assert is_signed_in(client)


@pytest.mark.parametrize("written", ["Member@Example.ORG", "  member@example.org "])
def test_the_case_of_an_address_does_not_matter(client, member, sign_in, is_signed_in, written):
    sign_in(written)
    assert is_signed_in(client)


def test_an_address_is_found_however_it_was_stored(client, member, sign_in, is_signed_in):
    member.email = "Member@EXAMPLE.org"
    member.save()
    sign_in("member@example.org")
    assert is_signed_in(client)


@pytest.mark.parametrize(
    ("wanted", "reached"),
    [
        ("/wissen/?kind=offer", "/wissen/?kind=offer"),
        ("https://evil.example/", "/start/"),
        ("//evil.example/", "/start/"),
        ("javascript:alert(1)", "/start/"),
        ("", "/start/"),
    ],
)
def test_after_that_they_are_where_they_wanted_to_go(member, sign_in, wanted, reached):
    assert sign_in(member.email, next=wanted)["Location"] == reached


def test_whoever_is_signed_in_already_goes_on(member, as_client):
    assert as_client(member).get("/konto/anmelden/")["Location"] == "/start/"


def test_signing_out_asks_and_then_shows_the_public_home(member, as_client, is_signed_in):
    browser = as_client(member)
    assert browser.get("/konto/abmelden/").status_code == 200
    assert is_signed_in(browser)
    assert browser.post("/konto/abmelden/")["Location"] == "/"
    assert not is_signed_in(browser)
    assert "messages" not in browser.cookies


def test_unknown_address_and_wrong_password_read_the_same(client, member, sign_in, is_signed_in):
    answers = [sign_in("nobody@example.org", "wrong"), sign_in(member.email, "wrong")]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert [answer.context["form"].errors for answer in answers] == [answers[0].context["form"].errors] * 2
    unknown, known = (without_tokens(answer, answer.context["form"]["login"].value()) for answer in answers)
    assert unknown == known
    assert not is_signed_in(client)


def test_and_cost_the_same_one_hash(member, sign_in, monkeypatch):
    hasher, counted = type(hashers.get_hasher()), []
    encode = hasher.encode
    monkeypatch.setattr(hasher, "encode", lambda self, *args: counted.append(1) or encode(self, *args))
    sign_in("nobody@example.org", "wrong")
    unknown = len(counted)
    sign_in(member.email, "wrong")
    assert (unknown, len(counted) - unknown) == (1, 1)


def test_a_closed_account_says_so_only_to_whoever_knows_the_password(client, member, sign_in, is_signed_in):
    member.is_active = False
    member.save()
    assert sign_in(member.email, "wrong").status_code == 200
    assert sign_in(member.email)["Location"] == "/konto/geschlossen/"
    assert client.get("/konto/geschlossen/").status_code == 200
    assert not is_signed_in(client)


class TestTooManyAttempts:
    def test_five_wrong_passwords_are_enough(self, client, member, sign_in, is_signed_in, settings):
        settings.ACCOUNT_RATE_LIMITS = accounts.ACCOUNT_RATE_LIMITS
        assert [sign_in(member.email, "wrong").status_code for _ in range(5)] == [200] * 5

        refused = sign_in(member.email)
        assert (refused.status_code, refused["Retry-After"]) == (429, "300")
        assert [error.code for error in refused.context["form"].errors["__all__"].as_data()] == [
            "too_many_login_attempts"
        ]
        assert refused.context["form"]["login"].value() == member.email
        assert not is_signed_in(client)

    def test_that_closes_one_account_and_not_the_door(self, client, member, mentor, sign_in, is_signed_in, settings):
        settings.ACCOUNT_RATE_LIMITS = accounts.ACCOUNT_RATE_LIMITS
        for _ in range(5):
            sign_in(member.email.upper(), "wrong")
        assert sign_in(member.email).status_code == 429
        sign_in(mentor.email)
        assert is_signed_in(client)

    def test_unknown_addresses_are_counted_alike(self, forum, sign_in, settings):
        settings.ACCOUNT_RATE_LIMITS = accounts.ACCOUNT_RATE_LIMITS
        assert [sign_in("nobody@example.org", "wrong").status_code for _ in range(6)] == [200] * 5 + [429]

    def test_one_connection_cannot_try_many_accounts(self, forum, sign_in, settings):
        settings.ACCOUNT_RATE_LIMITS = accounts.ACCOUNT_RATE_LIMITS
        tried = [sign_in(f"nobody{n}@example.org", "wrong").status_code for n in range(11)]
        assert tried == [200] * 10 + [429]

    def test_whoever_knows_the_password_may_sign_in_thirty_times_a_minute(self, member, sign_in, settings):
        settings.ACCOUNT_RATE_LIMITS = accounts.ACCOUNT_RATE_LIMITS
        answers = [sign_in(member.email, browser=Client()) for _ in range(31)]
        assert [answer.status_code for answer in answers] == [302] * 30 + [429]
        assert [template.name for template in answers[-1].templates][0] == "429.html"
        assert answers[-1]["Retry-After"] == "300"

    def test_in_the_demo_world_three_hundred_times(self, client, member, sign_in, settings, monkeypatch):
        settings.ACCOUNT_RATE_LIMITS = demo.ACCOUNT_RATE_LIMITS
        clock = SimpleNamespace(time=lambda: 1e9, monotonic=time.monotonic, sleep=time.sleep)
        monkeypatch.setattr("allauth.core.internal.ratelimit.time", clock)
        assert {client.post("/konto/anmelden/").status_code for _ in range(299)} == {200}
        assert sign_in(member.email, browser=Client()).status_code == 302
        assert sign_in(member.email, browser=Client()).status_code == 429


def test_an_account_that_is_closed_ends_its_sessions_and_tokens_with_the_next_request(client, member, sign_in, api):
    sign_in(member.email)
    program = api(member)
    assert client.get("/konto/").status_code == 200
    assert program.json("me/")["email"] == member.email

    member.is_active = False
    member.save()

    assert client.get("/konto/")["Location"] == "/konto/anmelden/?next=/konto/"
    assert program.get("/api/v1/me/").status_code == 401


def without_tokens(answer, email):
    """The page without what differs in every form: the token against forged requests, and what was typed."""
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", answer.content.decode().replace(email, "…"))


def test_the_password_of_the_tests_is_one_that_people_could_have(db):
    validate_password(PASSWORD)
