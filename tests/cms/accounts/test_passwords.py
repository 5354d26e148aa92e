from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client

from cms.accounts.models import User
from plugins.api.models import Delivery
from plugins.api.outbox import dispatch_pending
from tests.factories import PASSWORD

NEW = "ein ganz anderes Passwort"


@pytest.fixture
def ask(client):
    """Ask for a link and let the worker send it; gives the answer to the form."""

    def submit(email):
        answer = client.post("/konto/passwort/vergessen/", {"email": email})
        dispatch_pending()
        return answer

    return submit


def link() -> str:
    return urlsplit(re.search(r"http\S+", mail.outbox[-1].body).group()).path


def test_a_forgotten_password_is_replaced_by_mail(client, member, ask, sign_in, is_signed_in):
    answer = ask(member.email.upper())
    assert answer["Location"] == "/konto/passwort/vergessen/gesendet/"
    assert client.get(answer["Location"]).status_code == 200

    form = client.get(link())
    assert form["Location"].endswith("-set-password/")
    done = client.post(form["Location"], {"password1": NEW, "password2": NEW})
    assert done["Location"] == "/konto/passwort/gesetzt/"
    assert client.get(done["Location"]).status_code == 200
    assert not is_signed_in(client)
    assert "messages" not in client.cookies

    sign_in(member.email, NEW)
    assert is_signed_in(client)
    assert not EmailAddress.objects.exists()


def test_the_mail_is_discreet_in_both_parts(settings, member, ask):
    ask(member.email)
    assert [sent.to for sent in mail.outbox] == [[member.email]]
    sent = mail.outbox[0]
    assert sent.from_email == settings.DEFAULT_FROM_EMAIL
    for part in (sent.body, sent.alternatives[0][0]):
        assert settings.SITE_TITLE in part
        assert f"http://testserver{link()}" in part
        assert member.last_name not in sent.subject + part


def test_the_link_comes_in_the_language_of_the_person(member, ask):
    User.objects.filter(pk=member.pk).update(language="en")
    ask(member.email)
    assert mail.outbox[0].subject == "Choose a new password"


def test_what_allauth_writes_comes_in_our_layout(client, member, sign_in, settings):
    settings.ACCOUNT_EMAIL_NOTIFICATIONS = True
    sign_in(member.email)
    form = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}
    client.post("/konto/passwort/aendern/", form, headers={"user-agent": "<b>Firefox</b>"})
    (sent,) = mail.outbox
    assert sent.message()["Auto-Submitted"] == "auto-generated"
    assert "<b>Firefox</b>" in sent.body
    assert "&lt;b&gt;Firefox&lt;/b&gt;" in sent.alternatives[0][0]


def test_a_link_works_once(client, member, ask):
    ask(member.email)
    path = link()
    form = client.get(path)["Location"]
    client.post(form, {"password1": NEW, "password2": NEW})
    assert Client().get(path).context["token_fail"] is True


def test_a_changed_address_takes_its_links_with_it(member, ask):
    ask(member.email)
    path = link()
    member.email = "elsewhere@example.org"
    member.save()
    assert Client().get(path).context["token_fail"] is True
    ask("member@example.org")
    assert len(mail.outbox) == 1


def test_an_unknown_address_gets_the_same_page_and_nobody_a_mail(member, ask):
    known, unknown = ask(member.email), ask("nobody@example.org")
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert [sent.to for sent in mail.outbox] == [[member.email]]


def test_a_closed_account_gets_no_link(member, ask):
    User.objects.update(is_active=False)
    ask(member.email)
    assert mail.outbox == []


def test_a_mail_server_that_is_down_loses_nothing(client, member, ask, settings):
    sent_by = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND, settings.EMAIL_PORT = "django.core.mail.backends.smtp.EmailBackend", 1
    assert ask(member.email).status_code == 302
    assert mail.outbox == []

    settings.EMAIL_BACKEND = sent_by
    Delivery.objects.update(due_at="2020-01-01T00:00Z")
    dispatch_pending()
    assert [sent.to for sent in mail.outbox] == [[member.email]]


def test_what_waits_to_be_sent_names_nobody(client, member):
    client.post("/konto/passwort/vergessen/", {"email": member.email})
    waiting = Delivery.objects.get(fact="PasswordLinkAsked", listener="accounts.mails")
    assert waiting.payload == {"user_id": member.pk, "site": "http://testserver"}


def test_a_changed_password_signs_out_everywhere_else(client, member, sign_in, is_signed_in):
    elsewhere = Client()
    sign_in(member.email, browser=elsewhere)
    sign_in(member.email)
    form = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}
    assert client.post("/konto/passwort/aendern/", form)["Location"] == "/konto/"
    assert client.get("/konto/").status_code == 200
    assert elsewhere.get("/konto/").status_code == 302


@pytest.mark.parametrize("weak", ["kurz", "123456789012345", "member@example.org"])
def test_a_weak_password_is_refused_at_its_field(client, member, sign_in, weak):
    sign_in(member.email)
    answer = client.post("/konto/passwort/aendern/", {"oldpassword": PASSWORD, "password1": weak, "password2": weak})
    assert (answer.status_code, set(answer.context["form"].errors)) == (200, {"password1"})
