"""What search engines are told."""

from __future__ import annotations

import re

import pytest

from cms.actions.entries import edit_entry, publish_entry, withdraw_release
from cms.models import HomePage, StandardPage
from plugins.api.access import SYSTEM
from tests.factories import make_entry, make_topic

pytestmark = pytest.mark.django_db

BASE = "http://127.0.0.1:8000"


def told(client):
    """Address -> its date, or None."""
    answer = client.get("/sitemap.xml")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/xml"
    found = re.findall(r"<loc>(.*?)</loc>\s*(?:<lastmod>(.*?)</lastmod>)?", answer.content.decode())
    return {address.removeprefix(BASE): date or None for address, date in found}


def test_it_names_what_a_visitor_can_read(as_client, forum):
    make_entry(slug="offen", topics=["Sprache"], released=True)
    make_entry(slug="verborgen", topics=["Wohnen"])
    make_topic("Ankommen", is_open=True)
    HomePage.objects.get().add_child(instance=StandardPage(title="Entwurf", slug="entwurf", live=False))

    addresses = set(told(as_client()))

    assert {
        "/",
        "/wissen/",
        "/themen/",
        "/feeds/",
        "/wissen/offen/",
        "/themen/sprache/",
        "/themen/ankommen/",
    } < addresses
    assert {"/ueber-uns/", "/impressum/", "/datenschutz/", "/barrierefreiheit/"} < addresses
    assert not addresses & {"/wissen/verborgen/", "/themen/wohnen/", "/entwurf/", "/start/"}
    for address in addresses:
        assert as_client().get(address).status_code == 200, address


def test_members_are_told_no_more_than_visitors(as_client, member):
    make_entry(slug="verborgen")
    assert told(as_client(member)) == told(as_client())


def test_a_date_is_that_of_the_release_and_not_of_the_members_version(as_client, forum):
    entry = make_entry(slug="offen", topics=["Sprache"], released=True)
    entry.projections.filter(layer="public").update(updated_at="2024-03-01T09:00:00Z")
    before = told(as_client())
    assert (before["/wissen/offen/"], before["/themen/sprache/"]) == ("2024-03-01", "2024-03-01")

    entry.title = "Neu für Mitglieder"
    edit_entry(entry, actor=SYSTEM)
    publish_entry(entry, actor=SYSTEM)
    entry.projections.filter(layer="public").update(updated_at="2024-03-01T09:00:00Z")

    assert told(as_client()) == before


def test_what_is_withdrawn_is_gone_at_once(as_client, forum):
    entry = make_entry(slug="offen", released=True)
    assert "/wissen/offen/" in told(as_client())
    withdraw_release(entry, actor=SYSTEM)
    assert "/wissen/offen/" not in told(as_client())


def test_robots_learn_where_the_list_stands(client):
    answer = client.get("/robots.txt")
    assert answer.headers["Content-Type"].startswith("text/plain")
    lines = answer.content.decode().splitlines()
    assert f"Sitemap: {BASE}/sitemap.xml" in lines
    assert {"Disallow: /cms/", "Disallow: /konto/"} < set(lines)
