from __future__ import annotations

import json

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cms.project.settings import accounts
from tests.factories import PASSWORD, Device, make_passkey

LIST = "/konto/passkeys/"
ADD, SIGN_IN, CONFIRM = f"{LIST}neu/", f"{LIST}anmelden/", f"{LIST}bestaetigen/"
SECOND_STEP = "/konto/zweiter-faktor/code/"


@pytest.fixture
def client(forum):
    """Browsers bind passkeys to names, and allow them without encryption for this one alone."""
    return Client(SERVER_NAME="localhost")


@pytest.fixture
def device():
    return Device()


@pytest.fixture
def passkey(member, device):
    return make_passkey(member, device=device)


@pytest.fixture
def confirmed(client, member, sign_in):
    """A browser in which the member has just typed the password."""
    sign_in(member.email)
    client.post("/konto/bestaetigen/", {"password": PASSWORD})
    return client


def challenge(browser):
    """What the script on the sign-in page fetches."""
    return browser.get(SIGN_IN, headers={"Accept": "application/json"}).json()["request_options"]


def options_on(page):
    """What a page hands to the script, as the script reads it."""
    return json.loads(json.dumps(dict(next(iter(page.context["js_data"].values())))))


def is_refused(answer):
    return answer.status_code == 200 and b'kern-alert--danger" role="alert">' in answer.content


class TestAdding:
    def test_it_asks_for_a_name_and_shows_the_emergency_codes(self, confirmed, member, device):
        page = confirmed.get(ADD)
        options = options_on(page)
        wanted = options["publicKey"]["authenticatorSelection"]
        assert (wanted["residentKey"], wanted["userVerification"]) == ("required", "required")
        assert options["publicKey"]["rp"]["id"] == "localhost"

        done = confirmed.post(ADD, {"name": "Diensthandy", "credential": device.register(options)})
        assert done["Location"] == "/konto/zweiter-faktor/notfallcodes/"
        assert len(confirmed.get(done["Location"]).context["unused_codes"]) == 10
        assert [one["name"] for one in confirmed.get(LIST).context["passkeys"]] == ["Diensthandy"]

    def test_without_a_name_it_is_called_like_the_browser(self, confirmed, member, device):
        browser = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"}
        page = confirmed.get(ADD, headers=browser)
        assert page.context["form"]["name"].value() == "Firefox, Linux"
        confirmed.post(ADD, {"name": "", "credential": device.register(options_on(page))}, headers=browser)
        assert str(Authenticator.objects.get(type="webauthn")) == "Firefox, Linux"

    def test_the_second_one_leads_back_to_the_list(self, confirmed, passkey, member):
        RecoveryCodes.activate(member)
        second = Device().register(options_on(confirmed.get(ADD)))
        assert confirmed.post(ADD, {"name": "Zweites", "credential": second})["Location"] == LIST

    def test_the_password_is_asked_for_first(self, client, member, sign_in):
        sign_in(member.email)
        assert client.get(ADD)["Location"].startswith("/konto/bestaetigen/?next=")

    @pytest.mark.parametrize(
        "device",
        [
            Device("https://forum.example.net"),
            Device("http://wiki.localhost"),
            Device("http://localhost:8001"),
            Device(verifies=False),
        ],
        ids=["other name", "name below ours", "other port", "asked nobody"],
    )
    def test_what_was_made_elsewhere_or_by_nobody_is_refused(self, confirmed, device):
        made = device.register(options_on(confirmed.get(ADD)))
        assert is_refused(confirmed.post(ADD, {"name": "Handy", "credential": made}))
        assert not Authenticator.objects.exists()

    def test_a_challenge_serves_once(self, confirmed, device):
        made = device.register(options_on(confirmed.get(ADD)))
        confirmed.post(ADD, {"name": "Eins", "credential": made})
        assert is_refused(confirmed.post(ADD, {"name": "Zwei", "credential": made}))
        assert Authenticator.objects.filter(type="webauthn").count() == 1


class TestSigningIn:
    def test_the_passkey_alone_is_enough(self, client, member, device, passkey, is_signed_in):
        answer = client.post(SIGN_IN, {"credential": device.sign(challenge(client)), "next": "/wissen/"})
        assert answer["Location"] == "/wissen/"
        assert is_signed_in(client)
        passkey.refresh_from_db()
        assert passkey.last_used_at

    def test_who_does_not_come_from_the_page_is_led_there(self, client):
        assert client.get(SIGN_IN)["Location"] == "/konto/anmelden/"

    def test_an_unknown_one_gets_a_sentence_on_the_sign_in_page(self, client, member, device, passkey, is_signed_in):
        passkey.delete()
        answer = client.post(SIGN_IN, {"credential": device.sign(challenge(client)), "next": "/wissen/"})
        assert is_refused(answer)
        assert answer.templates[0].name == "account/login.html"
        assert 'name="next" value="/wissen/"' in answer.content.decode()
        assert not is_signed_in(client)

    def test_nobody_signs_in_as_somebody_else(self, client, member, editor, device, passkey, is_signed_in):
        stranger = Device()
        make_passkey(editor, device=stranger)
        stranger.owner = device.owner
        assert is_refused(client.post(SIGN_IN, {"credential": stranger.sign(challenge(client))}))
        stranger.owner, stranger.credential_id = device.owner, device.credential_id
        assert is_refused(client.post(SIGN_IN, {"credential": stranger.sign(challenge(client))}))
        assert not is_signed_in(client)

    @pytest.mark.parametrize(
        "change",
        [{"origin": "http://wiki.localhost"}, {"origin": "https://localhost"}, {"flags": 1}],
        ids=["name below ours", "other scheme", "asked nobody"],
    )
    def test_elsewhere_or_by_nobody_is_refused(self, change, client, device, passkey, is_signed_in):
        vars(device).update(change)
        assert is_refused(client.post(SIGN_IN, {"credential": device.sign(challenge(client))}))
        assert not is_signed_in(client)

    def test_a_challenge_serves_once_and_one_browser(self, client, device, passkey, is_signed_in):
        sent = {"credential": device.sign(challenge(client))}
        other = Client(SERVER_NAME="localhost")
        assert is_refused(other.post(SIGN_IN, sent))
        challenge(other)
        assert is_refused(other.post(SIGN_IN, sent))
        assert client.post(SIGN_IN, sent).status_code == 302

    def test_a_closed_account_stays_closed(self, client, member, device, passkey, is_signed_in):
        member.is_active = False
        member.save()
        answer = client.post(SIGN_IN, {"credential": device.sign(challenge(client))})
        assert answer["Location"] == "/konto/geschlossen/"
        assert not is_signed_in(client)

    def test_nonsense_gets_the_same_sentence(self, client, device, passkey, is_signed_in):
        good = json.loads(device.sign(challenge(client)))
        nonsense = ["", "{", "[]", "1", "null", "{}", '"ä"', "[" * 15_000, "9" * 50_000]
        for part in (None, 1, "", "ä", "x", "AAAA", [], {}):
            nonsense += [json.dumps({**good, name: part}) for name in good if name != "clientExtensionResults"]
            nonsense += [
                json.dumps({**good, "response": {**good["response"], name: part}}) for name in good["response"]
            ]
        for credential in nonsense:
            challenge(client)
            assert is_refused(client.post(SIGN_IN, {"credential": credential})), credential[:200]
        assert not is_signed_in(client)

    def test_thirty_sign_ins_a_minute_are_enough(self, client, device, passkey, settings):
        settings.MFA_RATE_LIMITS = accounts.MFA_RATE_LIMITS
        challenge(client)
        answers = [client.post(SIGN_IN, {"credential": "{}"}) for _ in range(31)]
        assert [answer.status_code for answer in answers] == [200] * 30 + [429]
        assert answers[-1]["Retry-After"] == "300"

    def test_and_sixty_challenges(self, client, settings):
        settings.ACCOUNT_RATE_LIMITS = accounts.ACCOUNT_RATE_LIMITS
        answers = [client.get(SIGN_IN, headers={"Accept": "application/json"}) for _ in range(61)]
        assert [answer.status_code for answer in answers] == [200] * 60 + [429]


class TestAsSecondStep:
    def test_the_password_alone_no_longer_signs_in(self, client, member, device, passkey, sign_in, is_signed_in):
        assert sign_in(member.email, next="/wissen/")["Location"] == SECOND_STEP
        page = client.get(SECOND_STEP)
        assert not is_signed_in(client)
        answer = client.post(SECOND_STEP, {"credential": device.sign(options_on(page))})
        assert answer["Location"] == "/wissen/"
        assert is_signed_in(client)

    def test_an_emergency_code_does_too(self, client, member, passkey, sign_in, is_signed_in):
        RecoveryCodes.activate(member)
        code = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()[0]
        sign_in(member.email)
        client.post(SECOND_STEP, {"code": code})
        assert is_signed_in(client)

    def test_somebody_elses_does_not(self, client, member, editor, passkey, sign_in, is_signed_in):
        stranger = Device()
        make_passkey(editor, device=stranger)
        sign_in(member.email)
        assert is_refused(client.post(SECOND_STEP, {"credential": stranger.sign(options_on(client.get(SECOND_STEP)))}))
        assert not is_signed_in(client)

    def test_it_cannot_be_tried_for_ever(self, client, member, device, passkey, sign_in, settings, is_signed_in):
        settings.ACCOUNT_RATE_LIMITS = accounts.ACCOUNT_RATE_LIMITS
        sign_in(member.email)
        wrong = Device()
        tried = []
        for _ in range(6):
            page = client.get(SECOND_STEP)
            tried.append(client.post(SECOND_STEP, {"credential": wrong.sign(options_on(page))}).status_code)
        assert tried == [200] * 5 + [429]
        right = device.sign(options_on(client.get(SECOND_STEP)))
        assert client.post(SECOND_STEP, {"credential": right}).status_code == 429
        assert not is_signed_in(client)


class TestConfirming:
    def test_a_passkey_does_instead_of_the_password(self, client, member, device, passkey):
        client.post(SIGN_IN, {"credential": device.sign(challenge(client))})
        asked = client.get(ADD)
        ways = client.get(asked["Location"]).context["reauthentication_alternatives"]
        assert [way["url"] for way in ways] == [CONFIRM + "?next=%2Fkonto%2Fpasskeys%2Fneu%2F"]

        page = client.get(ways[0]["url"])
        answer = client.post(CONFIRM, {"credential": device.sign(options_on(page)), "next": ADD})
        assert answer["Location"] == ADD
        assert client.get(ADD).status_code == 200

    def test_a_wrong_one_is_told_on_the_page(self, client, member, device, passkey):
        client.post(SIGN_IN, {"credential": device.sign(challenge(client))})
        answer = client.post(CONFIRM, {"credential": Device().sign(options_on(client.get(CONFIRM))), "next": ADD})
        assert is_refused(answer)
        assert 'name="next" value="/konto/passkeys/neu/"' in answer.content.decode()
        assert client.get(ADD).status_code == 302

    def test_it_cannot_be_tried_for_ever(self, client, member, device, passkey, settings):
        client.post(SIGN_IN, {"credential": device.sign(challenge(client))})
        settings.ACCOUNT_RATE_LIMITS = accounts.ACCOUNT_RATE_LIMITS
        tried = []
        for _ in range(6):
            page = client.get(CONFIRM)
            tried.append(
                client.post(CONFIRM, {"credential": Device().sign(options_on(page))}).status_code
                if page.status_code == 200
                else page.status_code
            )
        assert tried[0] == 200 and tried[-1] == 429


class TestKeeping:
    def test_the_list_names_dates_and_never_keys(self, client, member, device, passkey):
        client.post(SIGN_IN, {"credential": device.sign(challenge(client))})
        page = client.get(LIST)
        [shown] = page.context["passkeys"]
        assert (shown["name"], shown["created_at"], shown["is_elsewhere"]) == ("Diensthandy", passkey.created_at, False)
        assert shown["last_used_at"]
        assert passkey.data["credential"]["id"] not in page.content.decode()

    def test_ten_cost_no_more_queries_than_one(self, confirmed, member, passkey):
        confirmed.get(LIST)  # what the process remembers from its first page on
        with CaptureQueriesContext(connection) as one:
            confirmed.get(LIST)
        for number in range(9):
            make_passkey(member, f"Gerät {number}")
        with CaptureQueriesContext(connection) as ten:
            assert len(confirmed.get(LIST).context["passkeys"]) == 10
        assert len(ten) == len(one)

    def test_it_is_renamed(self, confirmed, passkey):
        path = f"{LIST}{passkey.pk}/umbenennen/"
        assert confirmed.get(path).context["form"]["name"].value() == "Diensthandy"
        for name in ("", "  ", "x" * 101):
            assert is_refused(confirmed.post(path, {"name": name}))
        assert confirmed.post(path, {"name": "Privates Handy"})["Location"] == LIST
        assert [one["name"] for one in confirmed.get(LIST).context["passkeys"]] == ["Privates Handy"]

    def test_it_is_removed_after_asking_and_opens_nothing_any_more(self, confirmed, member, device, passkey):
        RecoveryCodes.activate(member)
        path = f"{LIST}{passkey.pk}/entfernen/"
        assert "Diensthandy" in confirmed.get(path).content.decode()
        assert confirmed.post(path)["Location"] == LIST
        assert not Authenticator.objects.exists()
        other = Client(SERVER_NAME="localhost")
        assert is_refused(other.post(SIGN_IN, {"credential": device.sign(challenge(other))}))

    @pytest.mark.parametrize("what", ["umbenennen", "entfernen"])
    def test_other_peoples_are_not_there(self, what, confirmed, editor):
        theirs = make_passkey(editor)
        for method in (confirmed.get, confirmed.post):
            answers = [method(f"{LIST}{pk}/{what}/", {"name": "Meins"}) for pk in (theirs.pk, 987_654)]
            assert [answer.status_code for answer in answers] == [404, 404]
            assert answers[0].content == answers[1].content
        theirs.refresh_from_db()
        assert str(theirs) == "Diensthandy"

    def test_the_overview_counts_them(self, client, member, device, passkey):
        client.post(SIGN_IN, {"credential": device.sign(challenge(client))})
        assert LIST in [place["url"] for place in client.get("/konto/").context["places"]]
        page = client.get("/konto/zweiter-faktor/")
        assert [key.name for key in page.context["authenticators"]["webauthn"]] == ["Diensthandy"]
        assert f'href="{LIST}"' in page.content.decode()


class TestAddresses:
    """Browsers bind passkeys to a name; whoever comes by number has to be told."""

    def obstacle(self, host, client):
        page = client.get("/konto/anmelden/", headers={"host": host})
        assert ('id="passkey-button"' in page.content.decode()) == (page.context["obstacle"] is None)
        return page.context["obstacle"]

    @pytest.mark.parametrize("host", ["127.0.0.1:8000", "[::1]:8000"])
    def test_this_machine_has_a_name(self, host, client):
        found = self.obstacle(host, client)
        assert (found.host, found.url) == (host.rpartition(":")[0].strip("[]"), "http://localhost:8000/")

    def test_the_forum_has_one_in_its_settings(self, client, settings):
        settings.ALLOWED_HOSTS, settings.WAGTAILADMIN_BASE_URL = ["10.1.2.3", "forum.example"], "https://forum.example"
        assert self.obstacle("10.1.2.3", client).url == "https://forum.example/"
        assert self.obstacle("forum.example", client) is None

    def test_where_there_is_none_nothing_is_promised(self, client, settings):
        settings.ALLOWED_HOSTS = ["10.1.2.3"]
        assert self.obstacle("10.1.2.3", client).url == ""

    def test_all_pages_say_so(self, member, passkey, sign_in):
        browser = Client(SERVER_NAME="127.0.0.1")
        sign_in(member.email, browser=browser)
        pages = [browser.get(SECOND_STEP)]
        RecoveryCodes.activate(member)
        code = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()[0]
        browser.post(SECOND_STEP, {"code": code})
        pages += [browser.get(CONFIRM)]
        browser.post("/konto/bestaetigen/", {"password": PASSWORD})
        pages += [browser.get(LIST), browser.get(ADD)]
        for page in pages:
            assert "http://localhost/" in page.content.decode()
            assert 'id="passkey-button"' not in page.content.decode()

    @pytest.mark.parametrize(
        ("host", "party"),
        [
            ("forum.example", "forum.example"),
            ("www.forum.example", "forum.example"),
            ("alt.example.net", "alt.example.net"),
            ("myforum.example", "myforum.example"),
            ("localhost:8000", "localhost"),
        ],
    )
    def test_names_below_that_of_the_forum_share_its_passkeys(self, host, party, client, settings):
        settings.ALLOWED_HOSTS, settings.WAGTAILADMIN_BASE_URL = ["*"], "https://forum.example"
        asked = client.get(SIGN_IN, headers={"host": host, "Accept": "application/json"}).json()
        assert asked["request_options"]["publicKey"]["rpId"] == party

    def test_passkeys_of_a_former_address_are_marked(self, client, member, sign_in):
        RecoveryCodes.activate(member)
        make_passkey(member, "Von früher", rp="alt.example.net")
        make_passkey(member, "Von hier")
        sign_in(member.email)
        client.post(
            SECOND_STEP, {"code": Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()[0]}
        )
        shown = {one["name"]: one["is_elsewhere"] for one in client.get(LIST).context["passkeys"]}
        assert shown == {"Von früher": True, "Von hier": False}


class TestWhereASecondFactorIsDemanded:
    @pytest.fixture(autouse=True)
    def demanded(self, settings):
        settings.LERNNETZ_REQUIRE_2FA = True

    def test_signing_in_with_a_passkey_is_one(self, client, editor):
        device = Device()
        make_passkey(editor, device=device)
        client.post(SIGN_IN, {"credential": device.sign(challenge(client))})
        assert client.get("/cms/").status_code == 200
