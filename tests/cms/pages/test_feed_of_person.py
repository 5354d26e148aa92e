"""The feed of a person: what they may read now, as titles, for whoever knows its address."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from cms.accounts.models import User
from tests.factories import end_seat, make_entry, make_feed_address, make_topic

pytestmark = pytest.mark.django_db

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def titles(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    root = ElementTree.fromstring(answer.content)
    return {entry.findtext("a:title", namespaces=ATOM) for entry in root.findall("a:entry", ATOM)}


@pytest.fixture
def entries(wohnen):
    make_entry(
        title="Im Thema",
        summary="Die Kurzfassung.",
        body="<p>Das Innere.</p>",
        topics=[wohnen],
        tags=["Schlagwort"],
        author_name="Landkreis Auental",
        contact="Telefon 1",
    )
    make_entry(title="Für Mitglieder", topics=[make_topic("Arbeit")])
    make_entry(title="Für alle", released=True)
    make_entry(title="Nie veröffentlicht", published=False)


def test_it_names_what_its_owner_may_read(client, entries, member, guest, editor):
    everything = {"Im Thema", "Für Mitglieder", "Für alle"}
    assert titles(client, make_feed_address(member)) == everything
    assert titles(client, make_feed_address(editor)) == everything
    assert titles(client, make_feed_address(guest)) == {"Im Thema", "Für alle"}


def test_it_holds_titles_and_addresses_and_no_text(client, entries, member):
    told = client.get(make_feed_address(member)).content.decode()
    assert 'href="http://127.0.0.1:8000/wissen/im-thema/"' in told
    for text in ("Die Kurzfassung", "Das Innere", "Schlagwort", "Auental", "Telefon", "Wohnen", "<summary"):
        assert text not in told


def test_nobody_keeps_it_and_no_search_engine_lists_it(client, entries, member):
    answer = client.get(make_feed_address(member))
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert "ETag" not in answer.headers


def test_it_is_empty_as_soon_as_the_seat_has_ended(client, entries, member):
    path = make_feed_address(member)
    assert titles(client, path)

    end_seat(member)

    assert titles(client, path) == set()


def test_wrong_ended_and_inactive_answer_alike(client, entries, member, outsider):
    wrong = client.get("/feeds/persoenlich/gibt-es-nicht.atom")
    path = make_feed_address(member)
    User.objects.filter(pk=member.pk).update(is_active=False)
    ended = make_feed_address(outsider)
    outsider.feed_addresses.all().delete()

    for answer in (client.get(path), client.get(ended)):
        assert (answer.status_code, answer.content) == (404, wrong.content)
        assert dict(answer.items()) == dict(wrong.items())


def test_whose_browser_asks_does_not_matter(as_client, entries, member, applicant):
    path = make_feed_address(applicant)
    assert titles(as_client(member), path) == set()
    assert titles(as_client(applicant), make_feed_address(member)) == {"Im Thema", "Für Mitglieder", "Für alle"}


def test_it_is_only_read(client, entries, member):
    path = make_feed_address(member)
    assert client.head(path).status_code == 200
    for method in (client.post, client.put, client.delete):
        assert method(path).status_code == method("/feeds/persoenlich/gibt-es-nicht.atom").status_code == 405
