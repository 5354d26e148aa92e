"""The admin is for editors, office and administration: nobody else gets anything from any of its addresses."""

from __future__ import annotations

import re

import pytest
from django.urls import resolve

from plugins.api.adapters.routes import Rule, rule_of
from tests.contracts.leaks.addresses import all_routes, is_admin
from tests.contracts.leaks.walking import ask, client_for

SAMPLES = {"int": "1", "str": "x", "slug": "x", "path": "x", "uuid": "00000000-0000-0000-0000-000000000000"}


def address_of(route: str) -> str:
    """An address of this route with something in every argument."""
    filled = re.sub(r"\(\?P<\w+>[^)]*\)|\([^)]*\)|\.\*", "1", route)
    filled = re.sub(r"<(?:(\w+):)?\w+>", lambda found: SAMPLES.get(found[1] or "str", "1"), filled)
    return "/" + re.sub(r"[\^$]", "", filled)


def admin_addresses() -> list[str]:
    """Those that lead to a view of the admin; our own ways in stand before Wagtail's."""
    ours = [route for route, pattern in all_routes() if is_admin(route) and rule_of(pattern.callback) is Rule.STAFF]
    tried = sorted({address_of(route) for route in ours} - set(OPEN))
    return [address for address in tried if rule_of(resolve(address).func) is Rule.STAFF]


OPEN = {
    "/cms/jsi18n/": "the words of Wagtail's scripts, the same for everybody",
    "/cms/sprite/": "the icons of Wagtail's admin, the same for everybody",
}
SIGN_IN = {"/konto/anmelden/", "/cms/login/"}
"""The second one leads to the first."""


def answers(role: str, garden, method: str) -> dict[str, object]:
    """Where each address leads, or with which status it ends; an answer with a page counts as that page."""
    client = client_for(role, garden)
    found = {}
    for address in admin_addresses():
        answer = ask(client, address, method)
        found[address] = answer.header("location").split("?")[0] or answer.status
    return found


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("role", ["visitor", "public token", "members' token"])
def test_who_is_not_signed_in_is_sent_to_the_sign_in(role, method, garden):
    found = answers(role, garden, method)
    assert {address: end for address, end in found.items() if end not in SIGN_IN | {404, 403}} == {}
    assert len([end for end in found.values() if end in SIGN_IN]) > 100


@pytest.mark.parametrize("role", ["applicant", "guest", "member", "former_member"])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_readers_are_refused(role, method, garden):
    found = answers(role, garden, method)
    assert {address: end for address, end in found.items() if end != 403} == {}


def test_editors_get_in(garden):
    assert ask(client_for("editor", garden), "/cms/").status == 200
