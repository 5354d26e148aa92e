"""Feeds for everybody."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import pytest

from cms.actions.entries import edit_entry, publish_entry, release_entry, withdraw_release
from plugins.api.access import SYSTEM
from tests.factories import make_entry, make_topic

pytestmark = pytest.mark.django_db

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def feed(client, path="/feeds/alle.atom"):
    answer = client.get(path)
    assert answer.status_code == 200, path
    assert answer.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(answer.content)


def titles(client, path="/feeds/alle.atom"):
    return [entry.findtext("a:title", namespaces=ATOM) for entry in feed(client, path).findall("a:entry", ATOM)]


def test_a_feed_says_of_an_entry_what_everybody_reads(as_client, forum):
    at = datetime(2025, 3, 1, 9, tzinfo=UTC)
    entry = make_entry(
        title="Kurs <ohne> Bus & Bahn",
        slug="kurs",
        summary="Kurz & gut.\n\nUnd <b>sicher</b>.",
        body="<p>Das Innere.</p>",
        topics=["Sprache"],
        tags=["Schlagwort"],
        released=True,
        at=at,
    )

    shown = feed(as_client()).find("a:entry", ATOM)

    assert shown.findtext("a:title", namespaces=ATOM) == "Kurs <ohne> Bus & Bahn"
    assert shown.find("a:link", ATOM).get("href") == "http://127.0.0.1:8000/wissen/kurs/"
    assert shown.findtext("a:id", namespaces=ATOM) == f"tag:127.0.0.1,2025:/wissen/{entry.pk}"
    assert shown.findtext("a:published", namespaces=ATOM) == "2025-03-01T09:00:00+00:00"
    summary = shown.findtext("a:summary", namespaces=ATOM)
    assert summary == "<p>Kurz &amp; gut.</p>\n\n<p>Und &lt;b&gt;sicher&lt;/b&gt;.</p>"
    assert [category.get("term") for category in shown.findall("a:category", ATOM)] == ["Sprache"]
    text = as_client().get("/feeds/alle.atom").content.decode()
    assert "Das Innere" not in text and "Schlagwort" not in text


def test_what_only_members_read_stands_in_no_feed_for_anybody(as_client, member):
    make_entry(title="Verborgen", topics=["Sprache"])
    make_entry(title="Offen", topics=["Sprache"], released=True)
    for client in (as_client(), as_client(member)):
        for path in ("/feeds/alle.atom", "/feeds/sprache.atom", "/feeds/art/good_practice.atom"):
            assert titles(client, path) == ["Offen"]


def test_each_topic_and_each_kind_has_its_feed(as_client, forum):
    make_entry(title="Kurs", topics=["Sprache"], released=True)
    make_entry("offer", title="Schulung", topics=["Wohnen"], released=True)
    assert titles(as_client(), "/feeds/sprache.atom") == ["Kurs"]
    assert titles(as_client(), "/feeds/art/offer.atom") == ["Schulung"]
    assert titles(as_client(), "/feeds/art/strategy.atom") == []
    assert as_client().get("/feeds/art/entry.atom").status_code == 404


def test_a_topic_that_visitors_do_not_see_has_no_feed_even_for_members(as_client, member):
    make_entry(topics=["Gesundheit"])
    for client in (as_client(), as_client(member)):
        hidden, missing = client.get("/feeds/gesundheit.atom"), client.get("/feeds/gibt-es-nicht.atom")
        assert hidden.status_code == missing.status_code == 404
    assert as_client().get("/feeds/gesundheit.atom").content == as_client().get("/feeds/gibt-es-nicht.atom").content


def test_an_open_topic_with_nothing_in_it_has_an_empty_feed_that_stays_the_same(as_client, forum):
    make_topic("Ankommen", is_open=True)
    first, second = as_client().get("/feeds/ankommen.atom"), as_client().get("/feeds/ankommen.atom?again")
    assert first.content == second.content
    assert titles(as_client(), "/feeds/ankommen.atom") == []


def test_the_newest_fifty_come_first(as_client, forum):
    start = datetime(2025, 1, 1, tzinfo=UTC)
    for number in range(51):
        make_entry(title=f"Eintrag {number}", released=True, at=start + timedelta(days=number))
    shown = titles(as_client())
    assert (len(shown), shown[0], shown[-1]) == (50, "Eintrag 50", "Eintrag 1")


def test_a_reader_program_fetches_only_what_is_new(as_client, forum, django_assert_num_queries):
    entry = make_entry(title="Alt", released=True)
    first = as_client().get("/feeds/alle.atom")
    tag, changed = first.headers["ETag"], first.headers["Last-Modified"]
    for known in ({"if-none-match": tag}, {"if-modified-since": changed}):
        with django_assert_num_queries(1):
            answer = as_client().get("/feeds/alle.atom", headers=known)
        assert (answer.status_code, answer.content) == (304, b"")

    entry.title = "Neu für Mitglieder"
    edit_entry(entry, actor=SYSTEM)
    publish_entry(entry, actor=SYSTEM)
    assert as_client().get("/feeds/alle.atom", headers={"if-none-match": tag}).status_code == 304

    release_entry(entry, actor=SYSTEM)
    assert as_client().get("/feeds/alle.atom", headers={"if-none-match": tag}).status_code == 200
    assert titles(as_client()) == ["Neu für Mitglieder"]


def test_a_withdrawn_summary_leaves_the_feed_at_once(as_client, forum):
    entry = make_entry(released=True)
    assert len(titles(as_client())) == 1
    withdraw_release(entry, actor=SYSTEM)
    assert titles(as_client()) == []


def test_the_page_lists_the_feeds_that_there_are(as_client, member):
    make_entry(topics=["Sprache"], released=True)
    make_entry(topics=["Gesundheit"])
    for client in (as_client(), as_client(member)):
        page = client.get("/feeds/").content.decode()
        assert "/feeds/alle.atom" in page and "/feeds/sprache.atom" in page and "/feeds/art/offer.atom" in page
        assert "gesundheit" not in page
    assert 'href="/feeds/"' in as_client().get("/").content.decode()


def test_browsers_find_the_feed_of_a_list(as_client, member):
    make_entry(topics=["Sprache"], released=True)
    make_entry(topics=["Gesundheit"])
    assert 'href="/feeds/alle.atom"' in as_client().get("/wissen/").content.decode()
    for client in (as_client(), as_client(member)):
        assert 'href="/feeds/sprache.atom"' in client.get("/themen/sprache/").content.decode()
    assert "/feeds/gesundheit" not in as_client(member).get("/themen/gesundheit/").content.decode()
