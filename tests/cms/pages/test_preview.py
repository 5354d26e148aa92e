"""Previews say beforehand what each reader will get; each is held against what that reader gets afterwards."""

from __future__ import annotations

import re

import pytest

from cms.actions.entries import publish_entry
from plugins.api.access import SYSTEM
from tests.factories import make_entry

pytestmark = pytest.mark.django_db
FIELDS = {"summary": "Für alle.", "body": "<p>Nur für Mitglieder.</p>", "contact": "Frau Muster"}


@pytest.fixture
def preview(editor, as_client):
    def look(entry, mode):
        return as_client(editor).get(f"/cms/pages/{entry.pk}/view_draft/?mode={mode}").content.decode()

    return look


def text_of(page):
    """The article without tags, dates and version, which differ by nature."""
    article = page[page.index('<article class="entry') : page.index("</article>")]
    return re.sub(r"\s+", " ", re.sub(r"<time.*?</time>|<[^>]+>", " ", article))


@pytest.mark.parametrize(
    ("mode", "reader", "fields"),
    [
        ("members", "member", {}),
        ("guest", "guest", {"topics": ["Wohnen"]}),
        ("guest", "kind_guest", {"kind": "offer"}),
        ("other_guest", "kind_guest", {"released": True}),
        ("public", None, {"released": True}),
    ],
)
def test_what_is_previewed_is_what_the_reader_gets(mode, reader, fields, preview, request, as_client):
    entry = make_entry(**FIELDS, **fields)
    person = request.getfixturevalue(reader) if reader else None
    got = as_client(person).get(entry.url).content.decode()
    assert text_of(preview(entry, mode)).split("Version")[0] == text_of(got).split("Version")[0]


def test_a_draft_can_be_looked_at_as_every_reader_before_anybody_reads_it(preview, member, as_client):
    entry = make_entry(published=False, **FIELDS)
    for mode in ("members", "guest", "print"):
        assert "Nur für Mitglieder." in preview(entry, mode), mode
    for mode in ("public", "other_guest", "print_public"):
        page = preview(entry, mode)
        assert "Für alle." in page, mode
        assert "Nur für Mitglieder." not in page, mode
        assert "Frau Muster" not in page, mode
    assert as_client(member).get(entry.url).status_code == 404


def test_a_guest_is_told_apart_by_kind_and_topics(preview, forum):
    entry = make_entry("offer", topics=["Wohnen", "Sprache"], published=False)
    page = preview(entry, "guest").split('<article class="entry')[0]
    assert "Angebot" in page
    assert "Sprache, Wohnen" in page


def test_that_another_guest_finds_nothing_yet_is_said(preview):
    hidden, public = make_entry(title="Noch nichts"), make_entry(title="Offen", released=True)
    notes = [preview(entry, "other_guest").split('<article class="entry')[0] for entry in (hidden, public)]
    assert notes[0].count('class="notice') == notes[1].count('class="notice') == 1
    assert notes[0] != notes[1]


def test_the_note_is_not_part_of_what_readers_get(member, as_client):
    entry = publish_entry(make_entry(published=False, topics=["Wohnen"]), actor=SYSTEM)
    assert "kern-alert" not in as_client(member).get(entry.url).content.decode()


def test_a_printed_preview_brings_the_rules_for_paper(preview, editor, member, as_client):
    assert "/cms/entries/print.css" in preview(make_entry(), "print")
    styles = as_client(editor).get("/cms/entries/print.css")
    assert styles["Content-Type"].startswith("text/css")
    rules = styles.content.decode()
    assert ".print-source{" in rules
    assert rules.count("{") == rules.count("}")
    assert "@media print" not in rules
    assert as_client(member).get("/cms/entries/print.css").status_code == 403
