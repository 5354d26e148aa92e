"""Of every entry one layer: the fullest that the reader may have, in every list and by every address."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from cms.models import Projection
from cms.queries.entries import EntryFilter, answered_for, narrowed, readable
from cms.queries.entry_rows import entry_by_slug
from plugins.api.access import ANONYMOUS, may
from plugins.api.errors import Missing
from tests.factories import make_entry

NOTHING, SUMMARY, FULL = None, "public", "members"
LIKE_VISITORS = ("visitor", "applicant", "former_member", "former_guest")
STAFF = ("author", "editor", "editor2", "office", "admin", "system")
LIKE_MEMBERS = ("member", "coordinator", "mentor", "outsider", *STAFF)


def layer_for(actor, entry) -> str | None:
    found = list(readable(actor).filter(entry=entry).values_list("layer", flat=True))
    assert len(found) <= 1
    return found[0] if found else None


@pytest.mark.parametrize(
    ("made", "for_visitors", "for_guest", "for_kind_guest", "for_members"),
    [
        ({"published": False}, NOTHING, NOTHING, NOTHING, NOTHING),
        ({}, NOTHING, NOTHING, NOTHING, FULL),
        ({"topics": ["Wohnen"]}, NOTHING, FULL, NOTHING, FULL),
        ({"kind": "offer"}, NOTHING, NOTHING, FULL, FULL),
        ({"released": True}, SUMMARY, SUMMARY, SUMMARY, FULL),
        ({"released": True, "topics": ["Wohnen"]}, SUMMARY, FULL, SUMMARY, FULL),
        ({"released": True, "kind": "offer"}, SUMMARY, SUMMARY, FULL, FULL),
        ({"confidentiality": "public"}, NOTHING, NOTHING, NOTHING, FULL),
        ({"confidentiality": "public", "released": True}, SUMMARY, SUMMARY, SUMMARY, SUMMARY),
    ],
    ids=str,
)
def test_everybody_gets_the_fullest_layer_that_is_theirs(
    made, for_visitors, for_guest, for_kind_guest, for_members, cast
):
    entry = make_entry(**made)
    expected = {
        **dict.fromkeys(LIKE_VISITORS, for_visitors),
        "guest": for_guest,
        "kind_guest": for_kind_guest,
        **dict.fromkeys(LIKE_MEMBERS, for_members),
    }
    assert {name: layer_for(actor, entry) for name, actor in cast.items()} == expected
    for name, actor in cast.items():
        if expected[name] is NOTHING:
            with pytest.raises(Missing):
                entry_by_slug(actor, entry.slug)
        else:
            assert entry_by_slug(actor, entry.slug).layer == expected[name]


def test_whoever_reads_a_layer_passes_the_door(cast):
    for made in ({}, {"topics": ["Wohnen"]}, {"released": True}, {"kind": "offer", "released": True}):
        make_entry(title=str(made), slug=f"e{len(made)}{made.get('kind', '')}{made.get('released', '')}", **made)
    for actor in cast.values():
        assert [row for row in readable(actor) if not may(actor, "see", row)] == []


@pytest.fixture
def two(forum):
    """A released entry whose layers differ in everything that can be filtered, and one without any of it."""
    make_entry(title="Leer")
    return make_entry(
        "concept",
        title="Voll",
        topics=["Sprache"],
        tags=["bus"],
        county="99001",
        author_name="Landkreis Auental",
        external_key="quelle-1",
        released=True,
    )


@pytest.mark.parametrize(
    "by",
    [
        EntryFilter(kind="concept"),
        EntryFilter(topic="sprache"),
        EntryFilter(tag="bus"),
        EntryFilter(county="99001"),
        EntryFilter(author="Landkreis Auental"),
        EntryFilter(external_key="quelle-1"),
    ],
    ids=str,
)
def test_a_filter_narrows(by, two, cast):
    assert [row.entry_id for row in narrowed(readable(cast["member"]), by)] == [two.pk]


@pytest.mark.parametrize("by", [EntryFilter(tag="bus"), EntryFilter(author="Landkreis Auental")], ids=str)
def test_what_stands_in_the_full_text_alone_finds_nothing_for_visitors(by, two):
    assert list(narrowed(readable(ANONYMOUS), by)) == []


@pytest.mark.parametrize("by", [EntryFilter(topic="gibt-es-nicht"), EntryFilter(county="00000")], ids=str)
def test_what_does_not_exist_finds_nothing(by, two, cast):
    assert list(narrowed(readable(cast["admin"]), by)) == []


def test_updated_since_counts_the_layer_that_is_read(forum, cast):
    long_ago = datetime(2024, 1, 1, tzinfo=UTC)
    make_entry(released=True, at=long_ago)
    recent = EntryFilter(updated_since=timezone.now() - timedelta(days=1))
    assert narrowed(readable(cast["member"]), recent).count() == 1
    assert narrowed(readable(ANONYMOUS), recent).count() == 0


def test_who_answers_for_an_entry_is_told_to_whoever_reads_the_layer_that_says_so(cast, member):
    answered = [
        make_entry(title="Wohnungslotsen", topics=["Wohnen"], responsible=member, released=True),
        make_entry(title="Sprachkurs", responsible=member),
    ]
    make_entry(title="Entwurf", responsible=member, published=False)
    make_entry(title="Ohne")

    def told(name: str) -> list[int]:
        return sorted(row.entry_id for row in answered_for(cast[name], member.pk))

    assert told("member") == told("editor") == sorted(entry.pk for entry in answered)
    assert told("guest") == [answered[0].pk]
    assert told("visitor") == told("former_member") == []


def test_one_entry_costs_one_query(two, cast, django_assert_num_queries):
    for name in ("visitor", "guest", "member", "admin"):
        with django_assert_num_queries(1):
            entry_by_slug(cast[name], "voll")


def test_a_list_costs_the_same_whatever_its_length(two, cast, django_assert_num_queries):
    for name in ("visitor", "guest", "member"):
        with django_assert_num_queries(1):
            list(readable(cast[name]).select_related("text"))


def test_nobody_meets_an_entry_twice(cast):
    for number in range(4):
        make_entry(title=f"Eintrag {number}", topics=["Wohnen", "Arbeit"], released=bool(number % 2))
    for actor in cast.values():
        found = list(readable(actor).values_list("entry", flat=True))
        assert len(found) == len(set(found))
    assert Projection.objects.count() == 6
