from __future__ import annotations

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.test import Client

from cms.project.settings import accounts
from tests.factories import PASSWORD


def code_of(secret, steps_ago=0):
    """What an authenticator app shows."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 - steps_ago))


@pytest.fixture
def secret(editor):
    secret = generate_totp_secret()
    TOTP.activate(editor, secret)
    RecoveryCodes.activate(editor)
    return secret


def test_the_password_alone_no_longer_signs_in(client, editor, secret, sign_in, is_signed_in):
    assert sign_in(editor.email)["Location"] == "/konto/zweiter-faktor/code/"
    assert not is_signed_in(client)
    assert client.get("/cms/").status_code == 302
    assert client.get("/konto/zweiter-faktor/code/").status_code == 200


def test_the_code_of_the_app_does(client, editor, secret, sign_in, is_signed_in):
    sign_in(editor.email, next="/wissen/")
    answer = client.post("/konto/zweiter-faktor/code/", {"code": code_of(secret)})
    assert answer["Location"] == "/wissen/"
    assert is_signed_in(client)


def test_but_only_once(client, editor, secret, sign_in, is_signed_in):
    code = code_of(secret)
    sign_in(editor.email)
    client.post("/konto/zweiter-faktor/code/", {"code": code})
    second = Client()
    sign_in(editor.email, browser=second)
    answer = second.post("/konto/zweiter-faktor/code/", {"code": code})
    assert set(answer.context["form"].errors) == {"code"}
    assert not is_signed_in(second)


def test_a_wrong_or_old_code_does_not(client, editor, secret, sign_in, is_signed_in):
    sign_in(editor.email)
    for code in ("000000", "", "abc", code_of(secret, steps_ago=10)):
        assert client.post("/konto/zweiter-faktor/code/", {"code": code}).status_code == 200
    assert not is_signed_in(client)


def test_codes_cannot_be_guessed(client, editor, secret, sign_in, settings, is_signed_in):
    settings.ACCOUNT_RATE_LIMITS = accounts.ACCOUNT_RATE_LIMITS
    sign_in(editor.email)
    tried = [client.post("/konto/zweiter-faktor/code/", {"code": "000000"}).status_code for _ in range(6)]
    assert tried == [200] * 5 + [429]
    assert client.post("/konto/zweiter-faktor/code/", {"code": code_of(secret)}).status_code == 429
    assert not is_signed_in(client)


def test_an_emergency_code_works_once(client, editor, secret, sign_in, is_signed_in):
    codes = Authenticator.objects.get(user=editor, type="recovery_codes").wrap().get_unused_codes()
    sign_in(editor.email)
    client.post("/konto/zweiter-faktor/code/", {"code": codes[0]})
    assert is_signed_in(client)
    second = Client()
    sign_in(editor.email, browser=second)
    second.post("/konto/zweiter-faktor/code/", {"code": codes[0]})
    assert not is_signed_in(second)


def test_setting_one_up_asks_for_the_password_again(client, member, sign_in):
    sign_in(member.email)
    assert client.get("/konto/zweiter-faktor/").status_code == 200
    asked = client.get("/konto/zweiter-faktor/app/")
    assert asked["Location"] == "/konto/bestaetigen/?next=%2Fkonto%2Fzweiter-faktor%2Fapp%2F"
    assert client.get(asked["Location"]).status_code == 200
    assert client.post(asked["Location"], {"password": "wrong"}).status_code == 200
    assert client.post(asked["Location"], {"password": PASSWORD})["Location"] == "/konto/zweiter-faktor/app/"

    form = client.get("/konto/zweiter-faktor/app/").context["form"]
    done = client.post("/konto/zweiter-faktor/app/", {"code": code_of(form.secret)})
    assert done["Location"] == "/konto/zweiter-faktor/notfallcodes/"
    codes = client.get(done["Location"])
    assert len(codes.context["unused_codes"]) == 10
    assert client.get("/konto/zweiter-faktor/notfallcodes/herunterladen/")["Content-Type"].startswith("text/plain")
    assert client.get("/konto/zweiter-faktor/notfallcodes/neu/").status_code == 200
    assert client.post("/konto/zweiter-faktor/notfallcodes/neu/")["Location"] == "/konto/zweiter-faktor/notfallcodes/"

    assert client.get("/konto/zweiter-faktor/app/entfernen/").status_code == 200
    assert client.post("/konto/zweiter-faktor/app/entfernen/")["Location"] == "/konto/zweiter-faktor/"
    assert not Authenticator.objects.exists()


class TestWhereItIsDemanded:
    @pytest.fixture(autouse=True)
    def demanded(self, settings):
        settings.LERNNETZ_REQUIRE_2FA = True

    @pytest.mark.parametrize("who", ["editor", "office", "admin"])
    def test_the_admin_stays_closed_until_there_is_one(self, who, request, as_client):
        browser = as_client(request.getfixturevalue(who))
        for path in ("/cms/", "/cms/pages/", "/cms/account/"):
            assert browser.get(path)["Location"] == "/konto/zweiter-faktor/"
        assert browser.get("/wissen/").status_code == 200

    def test_and_opens_with_it(self, client, editor, secret, sign_in):
        sign_in(editor.email, next="/cms/")
        client.post("/konto/zweiter-faktor/code/", {"code": code_of(secret)})
        assert client.get("/cms/").status_code == 200

    def test_emergency_codes_alone_are_none(self, editor, as_client):
        RecoveryCodes.activate(editor)
        assert as_client(editor).get("/cms/").status_code == 302

    def test_members_need_none(self, member, as_client):
        assert as_client(member).get("/start/").status_code == 200
        assert as_client(member).get("/cms/").status_code == 403
