from __future__ import annotations

import pytest
from django.utils import translation

from cms.models import KINDS
from tests.cms.rest.conftest import REFUSED

SEAT = ["Member of the forum", "Seat for Landkreis Auental"]


@pytest.fixture(autouse=True)
def words_as_in_the_source():
    """What principals are called is the catalogues' business."""
    with translation.override(None):
        yield


def told(client):
    response = client.get("/api/v1/me/")
    if response.status_code != 200:
        return response.status_code
    me = response.json()
    return me["email"].partition("@")[0], me["principals"], me["may_create"]


def test_everybody_hears_what_opens_doors_to_them(world, callers):
    everything = list(KINDS)
    assert {name: told(client) for name, client in callers.items()} == {
        "visitor": 401,
        "member": ("member", SEAT, []),
        "member by token": ("member", SEAT, []),
        "member by public token": ("member", [], []),
        "member by writing token": ("member", [], []),
        "guest": ("guest", ["Guest for the topic Wohnen"], []),
        "guest by token": ("guest", ["Guest for the topic Wohnen"], []),
        "kind guest": ("kind_guest", ["Guest for the kind offer"], []),
        "applicant": ("applicant", [], []),
        "editor": ("editor", ["Editors"], everything),
        "editor by token": ("editor", ["Editors"], everything),
        "office": ("office", ["Programme office"], everything),
        "admin": ("admin", ["Administration", "Authors", "Editors", "Programme office"], everything),
        **dict.fromkeys(REFUSED, 401),
    }


def test_the_caller(api, member):
    assert api(member).json("me/") == {
        "id": member.pk,
        "name": "Alex Member",
        "email": "member@example.org",
        "principals": SEAT,
        "may_create": [],
    }


def test_whoever_is_not_signed_in_hears_how_to(forum, api):
    response = api().get("/api/v1/me/")
    assert (response.status_code, response["WWW-Authenticate"], response["Content-Type"]) == (
        401,
        "Bearer",
        "application/problem+json",
    )
