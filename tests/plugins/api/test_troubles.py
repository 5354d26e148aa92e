"""A plugin that fails takes no page down, and the office reads which one it was."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.db import OperationalError
from django.utils import timezone

from plugins.api import troubles
from plugins.api.access import ANONYMOUS
from plugins.api.actors import actor_for
from plugins.api.extensions import (
    AccountPage,
    EntryPanel,
    HealthCheck,
    HomePanel,
    MemberCounties,
    Narrowing,
    NavItem,
    PageButtons,
    PrincipalProvider,
    ReaderNote,
    SearchSource,
    SitemapSource,
    StartList,
    WayOn,
)
from plugins.api.models import Trouble
from plugins.api.registry import registry
from plugins.api.searching import SearchDocument
from tests.factories import make_entry


def fails(*anything):
    raise ValueError("Quitte")


@pytest.fixture(autouse=True)
def as_in_a_real_forum(settings, monkeypatch):
    settings.PLUGIN_ERRORS_ARE_RAISED = False
    monkeypatch.setattr(troubles, "_waiting", {})
    monkeypatch.setattr(troubles, "_written", {})


def known() -> list[tuple[str, str, int]]:
    return [(one.place, one.error, one.count) for one in Trouble.objects.order_by("pk")]


@pytest.mark.parametrize(
    ("record", "address"),
    [
        (HomePanel("wall", fails, order=1), "/"),
        (NavItem("Wall", "/wall/", 1, shown_to=fails), "/"),
        (MemberCounties(fails), "/"),
        (SitemapSource("wall", fails), "/sitemap.xml"),
        (WayOn("Wall", fails, 1), "/suche/?q=xyzxyz"),
        (EntryPanel("wall", fails, order=1), "/wissen/titel/"),
        (PageButtons(("entry",), fails), "/wissen/titel/"),
        (ReaderNote("wall", fails), "/start/"),
        (StartList("wall", "Wall", fails, "/wall/", 1), "/start/"),
        (Narrowing("topic", ("own",), fails, "components/empty.html"), "/suche/?q=titel"),
        (AccountPage("Wall", "Wall", "home", 1, shown_to=fails), "/konto/"),
        (PrincipalProvider("wall", fails, fails, following=fails), "/start/"),
    ],
    ids=lambda value: type(value).__name__ if not isinstance(value, str) else "",
)
def test_no_page_goes_down_with_a_plugin(forum, plugged_in, as_client, office, record, address):
    make_entry(title="Titel", slug="titel", released=True)
    plugged_in(record)

    response = as_client(None if address in ("/", "/sitemap.xml") else office).get(address)

    assert response.status_code == 200
    assert {(place.partition(" ")[0], error) for place, error, _count in known()} == {
        (type(record).__name__, "ValueError: Quitte")
    }


def test_a_provider_that_fails_gives_nobody_anything(forum, office, plugged_in):
    plugged_in(PrincipalProvider("wall", fails, fails))
    assert actor_for(office).principals == {"public", f"user:{office.pk}"}


def test_what_came_before_the_failure_of_a_search_source_stays(db):
    document = SearchDocument("wall:1", "wall", 1, "Eins", "/wall/", frozenset({"public"}))

    def documents(ids):
        yield document
        fails()

    source = SearchSource("wall", documents)
    assert list(troubles.as_far_as(source, documents, None)) == [document]
    assert list(troubles.as_far_as(source, fails, None)) == []
    assert [place for place, _error, _count in known()] == ["SearchSource wall"]


def test_the_same_failure_is_one_row_that_counts_and_is_not_written_at_every_page(db, monkeypatch):
    record = ReaderNote("wall", fails)
    for _again in range(3):
        assert troubles.listed(record, record.lines, ANONYMOUS) == []
    assert known() == [("ReaderNote wall", "ValueError: Quitte", 1)]

    monkeypatch.setattr(troubles, "WRITE_EVERY", 0)
    troubles.listed(record, record.lines, ANONYMOUS)
    assert known() == [("ReaderNote wall", "ValueError: Quitte", 4)]


def test_a_database_that_is_away_is_nobodys_fault(db):
    def away():
        raise OperationalError

    with pytest.raises(OperationalError):
        troubles.asked(HealthCheck("wall", away), "", away)
    assert known() == []


def test_in_tests_of_authors_their_failure_is_seen(db, settings):
    settings.PLUGIN_ERRORS_ARE_RAISED = True
    with pytest.raises(ValueError, match="Quitte"):
        troubles.asked(HealthCheck("wall", fails), "", fails)


def test_readyz_names_the_plugin_and_nothing_of_what_it_said(forum, client, plugged_in):
    plugged_in(HealthCheck("plugins", troubles.in_a_sentence, is_vital=False))
    note = ReaderNote("wall", fails)
    troubles.listed(note, note.lines, ANONYMOUS)

    said = json.loads(client.get("/readyz").content)
    assert said["ready"] and "ReaderNote wall" in said["notices"]["plugins"]
    assert "Quitte" not in json.dumps(said)


def test_the_office_reads_on_its_first_screen_what_failed_and_editors_do_not(forum, office, editor, as_client):
    note = ReaderNote("wall", fails)
    troubles.listed(note, note.lines, ANONYMOUS)

    assert "ValueError: Quitte" in as_client(office).get("/cms/").content.decode()
    assert "ValueError: Quitte" not in as_client(editor).get("/cms/").content.decode()


def test_the_office_and_readyz_are_told_which_plugin_is_left_out(forum, office, as_client, monkeypatch):
    monkeypatch.setitem(registry.__dict__, "left_out", (registry.plugins[-1],))

    assert 'id="plugin-troubles' in as_client(office).get("/cms/").content.decode()
    said = troubles.in_a_sentence()
    assert said is not None and said.startswith(f"Left out: {registry.plugins[-1].name} (needs plugin API")


def test_what_has_not_failed_for_a_month_is_forgotten(db):
    old = timezone.now() - timedelta(days=31)
    Trouble.objects.create(plugin="a", place="x", error="e", last_at=old)
    Trouble.objects.create(plugin="a", place="y", error="e")

    troubles.forget_old()
    assert [place for place, _error, _count in known()] == ["y"]
