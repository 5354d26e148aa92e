"""What programs outside are told: JSON-LD, previews, feed, sitemap; of public events and of nothing else."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from xml.etree import ElementTree

import pytest

from plugins.api.access import SYSTEM
from plugins.events.actions.events import cancel_event, change_event
from tests.cms.pages.test_sitemap import told

pytestmark = pytest.mark.django_db

ATOM = {"a": "http://www.w3.org/2005/Atom"}
BASE = "http://127.0.0.1:8000"


def json_ld(client, event):
    page = client.get(event.get_absolute_url()).content.decode()
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)
    assert len(found) <= 1
    return json.loads(found[0]) if found else None


def test_a_public_event_is_told_in_the_words_of_schema_org(planned, as_client):
    event = planned(
        "Offener </script> Nachmittag",
        summary="Für alle & jeden.",
        place="Bürgerhaus",
        address="Schulstraße 4",
        capacity=40,
        agenda="Die Raumadresse steht nirgends.",
    )
    assert json_ld(as_client(), event) == {
        "@context": "https://schema.org",
        "@type": "Event",
        "@id": BASE + event.get_absolute_url(),
        "url": BASE + event.get_absolute_url(),
        "name": "Offener </script> Nachmittag",
        "description": "Für alle & jeden.",
        "inLanguage": "de",
        "startDate": "2031-03-14T10:00:00+01:00",
        "endDate": "2031-03-14T12:00:00+01:00",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": {"@type": "Place", "name": "Bürgerhaus", "address": "Schulstraße 4"},
        "organizer": json_ld(as_client(), event)["organizer"],
        "maximumAttendeeCapacity": 40,
    }
    assert json_ld(as_client(), event)["organizer"]["@type"] == "Organization"


def test_a_meeting_by_video_takes_place_at_its_page(planned, as_client):
    virtual = json_ld(as_client(), event := planned(form="virtual"))
    page = {"@type": "VirtualLocation", "url": BASE + event.get_absolute_url()}
    assert virtual["location"] == page and virtual["eventAttendanceMode"].endswith("/OnlineEventAttendanceMode")
    hybrid = json_ld(as_client(), planned("Beides", form="hybrid", place="Rathaus"))
    assert [where["@type"] for where in hybrid["location"]] == ["Place", "VirtualLocation"]
    assert hybrid["eventAttendanceMode"].endswith("/MixedEventAttendanceMode")


def test_what_was_moved_or_cancelled_says_so(planned, as_client):
    event = planned()
    moments = {"starts_at": event.starts_at + timedelta(days=1), "ends_at": event.ends_at + timedelta(days=1)}
    change_event(event, moments, actor=SYSTEM)
    told = json_ld(as_client(), event)
    assert (told["eventStatus"], told["previousStartDate"]) == (
        "https://schema.org/EventRescheduled",
        "2031-03-14T10:00:00+01:00",
    )
    page = as_client().get(event.get_absolute_url()).content.decode()
    assert "Verlegt; vorher war der Beginn für den 14. März 2031, 10 Uhr geplant." in page
    cancel_event(event, "Kein Saal.", actor=SYSTEM)
    assert json_ld(as_client(), event)["eventStatus"] == "https://schema.org/EventCancelled"


def test_what_is_moved_before_anybody_knows_of_it_was_not_moved(planned, as_client):
    event = planned(is_published=False)
    event = change_event(event, {"starts_at": event.starts_at - timedelta(hours=1)}, actor=SYSTEM)
    assert event.moved_from is None


def test_link_previews_and_search_engines_get_public_events_alone(planned, member, as_client):
    public, hidden = planned(), planned("Für Mitglieder", confidentiality="members")
    page = as_client().get(public.get_absolute_url()).content.decode()
    assert f'<link rel="canonical" href="{BASE}{public.get_absolute_url()}">' in page
    assert '<meta name="description" content="Wir treffen uns.">' in page and 'property="og:title"' in page
    assert "noindex" not in page
    page = as_client(member).get(hidden.get_absolute_url()).content.decode()
    assert '<meta name="robots" content="noindex">' in page
    for sign in ("og:", "twitter:", "ld+json", "canonical"):
        assert sign not in page


def test_the_feed_holds_public_events_whoever_asks(planned, member, as_client):
    event = planned("Offen", topics=[])
    planned("Für Mitglieder", confidentiality="members")
    planned("Noch geheim", is_published=False)
    for client in (as_client(), as_client(member)):
        answer = client.get("/feeds/termine.atom")
        assert answer.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
        entries = ElementTree.fromstring(answer.content).findall("a:entry", ATOM)
        assert [entry.findtext("a:title", namespaces=ATOM) for entry in entries] == ["Offen"]
    assert entries[0].find("a:link", ATOM).get("href") == BASE + event.get_absolute_url()
    assert entries[0].findtext("a:id", namespaces=ATOM) == f"tag:127.0.0.1,2025:/termine/{event.pk}"
    assert "14. März 2031, 10 bis 12 Uhr" in entries[0].findtext("a:summary", namespaces=ATOM)
    assert 'href="/feeds/termine.atom"' in as_client().get("/feeds/").content.decode()
    assert 'href="/feeds/termine.atom"' in as_client().get("/termine/").content.decode()


def test_the_feed_tells_of_a_change(planned, as_client):
    event = planned("Offen")
    as_client().get("/feeds/termine.atom")
    cancel_event(event, "Kein Saal.", actor=SYSTEM)
    assert "Kein Saal." in as_client().get("/feeds/termine.atom").content.decode()


def test_an_empty_feed_is_the_same_at_every_asking(forum, as_client):
    first, second = (as_client().get("/feeds/termine.atom") for _ in range(2))
    assert first.status_code == 200 and first.content == second.content


def test_the_sitemap_names_public_events(planned, as_client):
    public, hidden = planned(), planned("Für Mitglieder", confidentiality="members")
    addresses = set(told(as_client()))
    assert {"/termine/", public.get_absolute_url()} < addresses and hidden.get_absolute_url() not in addresses
