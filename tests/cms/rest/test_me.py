from __future__ import annotations

from cms.models import KINDS
from tests.cms.rest.conftest import REFUSED


def told(client):
    response = client.get("/api/v1/me/")
    if response.status_code != 200:
        return response.status_code
    me = response.json()
    return me["email"].partition("@")[0], me["principals"], me["may_create"]


def test_everybody_hears_what_opens_doors_to_them(world, callers):
    everything = list(KINDS)
    seat = ["Mitglied des Forums", "Sitz für Auental (Landkreis)"]
    assert {name: told(client) for name, client in callers.items()} == {
        "visitor": 401,
        "member": ("member", seat, []),
        "member by token": ("member", seat, []),
        "member by public token": ("member", [], []),
        "member by writing token": ("member", [], []),
        "guest": ("guest", ["Gast für das Thema Wohnen"], []),
        "guest by token": ("guest", ["Gast für das Thema Wohnen"], []),
        "kind guest": ("kind_guest", ["Gast für Einträge der Art Angebot"], []),
        "applicant": ("applicant", [], []),
        "editor": ("editor", ["Redaktion"], everything),
        "editor by token": ("editor", ["Redaktion"], everything),
        "office": ("office", ["Geschäftsstelle"], everything),
        "admin": ("admin", ["Administration", "Geschäftsstelle", "Redaktion"], everything),
        **dict.fromkeys(REFUSED, 401),
    }


def test_the_caller(api, member):
    assert api(member).json("me/") == {
        "id": member.pk,
        "name": "Alex Member",
        "email": "member@example.org",
        "principals": ["Mitglied des Forums", "Sitz für Auental (Landkreis)"],
        "may_create": [],
    }


def test_whoever_is_not_signed_in_hears_how_to(forum, api):
    response = api().get("/api/v1/me/")
    assert (response.status_code, response["WWW-Authenticate"], response["Content-Type"]) == (
        401,
        "Bearer",
        "application/problem+json",
    )
