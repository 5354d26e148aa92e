"""What stands around every page: for visitors it is made once, and is the same as around all others."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings

from tests.factories import make_entry

CURRENT = ' aria-current="page"'
PUT_INTO_THE_SHELL = ("/", "/themen/", "/themen/wohnen/", "/wissen/", "/wissen/sprachkurs/")


@pytest.fixture
def entry(forum):
    return make_entry(title="Sprachkurs", slug="sprachkurs", topics=["Wohnen"], released=True)


def head_of(page: str) -> str:
    """The head without its search field, which some pages make their own, and without the mark of the current place."""
    head = re.sub(r'<form class="head__search.*?</form>', "", page, flags=re.S)
    return page_part(head, "<header", "</header>").replace(CURRENT, "")


def page_part(page: str, opening: str, closing: str) -> str:
    return re.sub(r"\s+", " ", page[page.index(opening) : page.index(closing)])


def read(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def test_visitors_have_the_same_shell_everywhere(entry, client):
    plain = read(client, "/feeds/")  # which is put into base.html itself
    for address in PUT_INTO_THE_SHELL:
        page = read(client, address)
        assert head_of(page) == head_of(plain), address
        assert page_part(page, "<footer", "</footer>") == page_part(plain, "<footer", "</footer>"), address
        assert page.count("<title>") == page.count("<main") == page.count("</html>") == 1, address
        assert "{%" not in page, address


def test_the_place_of_a_page_is_marked_in_the_head(entry, client):
    for address, place in (("/wissen/sprachkurs/", "/wissen/"), ("/themen/", "/themen/"), ("/wissen/", "/wissen/")):
        marked = re.findall(r'href="([^"]+)" aria-current="page"', read(client, address))
        assert marked == [place], address
    assert CURRENT not in page_part(read(client, "/"), "<header", "</header>")


def test_whoever_signs_in_is_not_taken_for_a_visitor(entry, client, member, as_client):
    assert "Anmelden" in page_part(read(client, "/wissen/"), "<header", "</header>")
    head = page_part(read(as_client(member), "/wissen/"), "<header", "</header>")
    assert str(member) in head
    assert "Anmelden" not in head


def test_the_shell_for_visitors_knows_every_block():
    """But for the bell, which visitors do not have."""
    templates = Path(settings.BASE_DIR) / "templates"
    blocks = [
        set(re.findall(r"{% block (\w+) %}", (templates / name).read_text()))
        for name in ("base.html", "visitors_shell.html")
    ]
    assert blocks[0] - {"bell"} == blocks[1]


def test_pages_in_the_shell_ask_for_nothing_that_it_does_not_know():
    """What stood in a block of the shell is not put into that of the page: there is no `block.super`."""
    folder = Path(settings.BASE_DIR) / "templates"
    extending = {path: path.read_text() for path in folder.rglob("*.html") if "extends shell" in path.read_text()}
    assert len(extending) >= 5
    assert not [path for path, text in extending.items() if "block.super" in text]
