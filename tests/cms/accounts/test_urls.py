from __future__ import annotations

import re
from importlib import import_module

import pytest
from django.urls import URLPattern, get_resolver, reverse

from cms.accounts.models import User
from plugins.api.adapters.routes import Rule, rule_of

ALLAUTH = ("allauth.account.urls", "allauth.mfa.urls", "allauth.usersessions.urls")


def patterns(entries, prefix=""):
    for entry in entries:
        path = prefix + str(entry.pattern)
        if isinstance(entry, URLPattern):
            yield path, entry
        else:
            yield from patterns(entry.url_patterns, path)


ALL = dict(patterns(get_resolver().url_patterns))


@pytest.mark.parametrize("urlconf", ALLAUTH)
def test_every_name_that_allauth_may_lead_to_has_an_address(urlconf):
    for path, pattern in patterns(import_module(urlconf).urlpatterns):
        arguments = dict.fromkeys(re.findall(r"<(?:\w+:)?(\w+)>", path), "1")
        assert reverse(pattern.name, kwargs=arguments).startswith("/konto/"), pattern.name


def test_every_address_of_accounts_and_admin_says_its_rule():
    silent = [
        path for path, pattern in ALL.items() if path.startswith(("konto/", "cms/")) and not rule_of(pattern.callback)
    ]
    assert silent == []


def test_own_things_are_for_whoever_is_signed_in(client, member, as_client):
    own = [
        path
        for path, pattern in ALL.items()
        if path.startswith("konto/") and rule_of(pattern.callback) == Rule.SIGNED_IN
    ]
    assert len(own) > 10
    for path in own:
        answer = client.get("/" + re.sub("<int:[a-z_]+>", "1", path))
        assert (answer.status_code, answer["Location"].partition("?")[0]) == (302, "/konto/anmelden/"), path


def test_nothing_of_it_is_kept_by_a_cache(client, member, as_client):
    for browser, path in (
        (client, "/konto/anmelden/"),
        (as_client(member), "/konto/"),
        (as_client(member), "/konto/zugaenge/"),
    ):
        assert "no-store" in browser.get(path)["Cache-Control"]


@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_signs_up(client, forum, method):
    answer = getattr(client, method)(
        reverse("account_signup"),
        {"email": "new@example.org", "password1": "ein neues Passwort", "password2": "ein neues Passwort"},
    )
    assert [template.name for template in answer.templates][0] == "account/signup_closed.html"
    assert not User.objects.filter(email="new@example.org").exists()


def test_what_this_forum_does_not_offer_is_closed(client, member, as_client):
    signed_in = as_client(member)
    assert signed_in.get(reverse("account_email"))["Location"] == "/konto/"
    assert (
        signed_in.post(reverse("account_email"), {"action_add": "", "email": "x@example.org"})["Location"] == "/konto/"
    )
    assert signed_in.get(reverse("account_set_password"))["Location"] == "/konto/passwort/vergessen/"
    for name, arguments in (
        ("account_email_verification_sent", []),
        ("account_confirm_email", ["key"]),
        ("account_confirm_login_code", []),
    ):
        assert client.get(reverse(name, args=arguments)).status_code == 404
        assert signed_in.post(reverse(name, args=arguments)).status_code == 404
