from __future__ import annotations

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.test import Client

from cms.accounts.devices import device_of
from cms.accounts.sessions import forget_ended_sessions

FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Safari/604.1"


def test_a_person_sees_their_devices_and_ends_the_others(member, mentor, sign_in):
    here, phone, strangers = Client(headers={"user-agent": FIREFOX}), Client(headers={"user-agent": PHONE}), Client()
    for browser, person in ((here, member), (phone, member), (strangers, mentor)):
        sign_in(person.email, browser=browser)

    listed = here.get("/konto/sitzungen/").context["sessions"]
    assert [(session.device, session.ip, session.session_key) for session in listed] == [
        ("Firefox, Windows", "127.0.0.1", here.session.session_key),
        ("Safari, iPhone", "127.0.0.1", phone.session.session_key),
    ]

    assert here.post("/konto/sitzungen/")["Location"] == "/konto/sitzungen/"
    assert here.get("/konto/").status_code == 200
    assert phone.get("/konto/").status_code == 302
    assert strangers.get("/konto/").status_code == 200
    assert Session.objects.filter(pk=phone.cookies["sessionid"].value).count() == 0


@pytest.mark.parametrize(
    ("user_agent", "device"),
    [
        (FIREFOX, "Firefox, Windows"),
        (PHONE, "Safari, iPhone"),
        (
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0",
            "Edge, macOS",
        ),
        (
            "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36",
            "Chrome, Android",
        ),
        ("curl/8.5", "Unbekanntes Gerät"),
        ("", "Unbekanntes Gerät"),
    ],
)
def test_a_browser_in_words(user_agent, device):
    assert device_of(user_agent) == device


def test_signing_in_stays_cheap_however_often_somebody_did(member, sign_in, django_assert_max_num_queries):
    for _ in range(20):
        sign_in(member.email, browser=Client())
    with django_assert_max_num_queries(22):
        sign_in(member.email, browser=Client())


def test_ended_sessions_are_forgotten(member, sign_in):
    here, there = Client(), Client()
    sign_in(member.email, browser=here)
    sign_in(member.email, browser=there)
    Session.objects.filter(pk=there.session.session_key).delete()
    forget_ended_sessions()
    assert list(UserSession.objects.values_list("session_key", flat=True)) == [here.session.session_key]
