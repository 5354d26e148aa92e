"""The files of the demo world keep the rules that its README names."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from cms.demo import reading
from cms.models import KINDS, Quotability

ENTRIES = {entry["slug"]: entry for entry in reading.entries()}
FIELDS = [
    "external_key",
    "kind",
    "slug",
    "title",
    "county",
    "topics",
    "tags",
    "confidentiality",
    "released",
    "author",
    "owner",
    "contact",
    "running_since",
    "workload",
    "costs",
    "legal_basis",
    "sources",
    "published_at",
    "review_by",
    "summary",
    "sections",
]
BLOCKS = {
    "text": {"html"},
    "steps": {"steps"},
    "figures": {"figures"},
    "places": {"caption", "places"},
    "quote": {"text", "attribution", "consent"},
    "callout": {"title", "html"},
    "table": {"caption", "header", "rows"},
    "picture": {"image", "alt", "caption"},
    "download": {"file", "title"},
}
TAGS = {"p", "h3", "ul", "ol", "li", "strong", "em", "a"}


def blocks(entry):
    return [block for section in entry["sections"].values() for block in section]


def parts(entry, kind):
    return [block for block in blocks(entry) if block["type"] == kind]


def texts(value):
    """Every text in a block, at whatever depth."""
    match value:
        case str():
            yield value
        case dict():
            for name, item in value.items():
                if name not in ("type", "image", "file"):
                    yield from texts(item)
        case list():
            for item in value:
                yield from texts(item)


def words(value):
    return " ".join(re.sub("<[^>]+>", " ", text) for text in texts(value)).split()


def test_twenty_entries_of_all_kinds_half_of_them_released():
    kinds = Counter(entry["kind"] for entry in ENTRIES.values())
    assert kinds == {"good_practice": 8, "concept": 3, "strategy": 3, "recommendation": 3, "offer": 3}
    assert kinds.keys() == KINDS.keys()
    assert sum(entry["released"] for entry in ENTRIES.values()) == 10
    assert {entry["kind"] for entry in ENTRIES.values() if entry["released"]} == KINDS.keys()


def test_public_entries_are_released_and_there_are_four():
    public = [entry for entry in ENTRIES.values() if entry["confidentiality"] == "public"]
    assert [entry["released"] for entry in public] == [True] * 4


def test_the_guest_finds_something_under_the_topic_of_the_mandate():
    assert sum("wohnen" in entry["topics"] for entry in ENTRIES.values()) == 4


@pytest.mark.parametrize("slug", ENTRIES)
def test_an_entry_has_all_fields_and_its_references_resolve(slug):
    entry = ENTRIES[slug]
    assert [name for name in entry if name != "quotability"] == FIELDS
    assert entry.get("quotability", "yes") in Quotability.values
    assert set(entry["topics"]) <= {topic["slug"] for topic in reading.topics()}
    assert entry["county"] in {None, "99001", "99002", "99003", "99004"}
    assert entry["owner"] in {person["email"] for person in reading.people()}
    assert 3 <= len(entry["tags"]) <= 5
    assert all(re.fullmatch("[a-zäöüß]+", tag) for tag in entry["tags"])
    assert "2025-02" <= entry["published_at"][:7] <= "2026-11"
    assert len(entry["legal_basis"]) <= 300


@pytest.mark.parametrize("slug", ENTRIES)
def test_summary_and_text_have_their_length(slug):
    entry = ENTRIES[slug]
    assert 40 <= len(words(entry["summary"])) <= 90
    assert 400 <= len(words(entry["sections"])) <= 800
    assert "<" not in entry["summary"]


@pytest.mark.parametrize("slug", ENTRIES)
def test_sections_are_those_of_the_kind_and_the_expected_ones_are_there(slug):
    kind, sections = KINDS[ENTRIES[slug]["kind"]], list(ENTRIES[slug]["sections"])
    assert sections == [name for name in kind.sections if name in sections]
    assert kind.expected_sections <= set(sections)


@pytest.mark.parametrize("slug", ENTRIES)
def test_blocks_are_as_described(slug):
    for block in blocks(ENTRIES[slug]):
        assert block.keys() - {"type"} == BLOCKS[block["type"]]
        assert set(re.findall(r"</?([a-z0-9]+)", block.get("html", ""))) <= TAGS
    for table in parts(ENTRIES[slug], "table"):
        assert {len(row) for row in table["rows"]} == {len(table["header"])}
        assert all(isinstance(cell, str) for row in table["rows"] for cell in row)


@pytest.mark.parametrize("slug", ENTRIES)
def test_links_lead_to_entries_that_the_same_readers_may_see(slug):
    entry = ENTRIES[slug]
    for address in re.findall(r'href="([^"]+)"', " ".join(texts(entry["sections"]))):
        target = ENTRIES[address.removeprefix("/wissen/").removesuffix("/")]
        assert entry["confidentiality"] == "members" or target["confidentiality"] == "public"


def test_every_picture_and_leaflet_is_used_has_its_source_and_is_small():
    shown = {block["image"] for entry in ENTRIES.values() for block in parts(entry, "picture")}
    offered = {block["file"] for entry in ENTRIES.values() for block in parts(entry, "download")}
    assert shown == {path.name for path in reading.PICTURES.glob("*.webp")}
    assert offered == {path.name for path in reading.FILES.glob("*.pdf")}
    assert {path.stem for path in reading.PICTURES.glob("src/*.svg")} == {name.split(".")[0] for name in shown}
    assert {path.stem for path in reading.FILES.glob("src/*.html")} == {name.split(".")[0] for name in offered}
    assert [path.name for path in reading.PICTURES.glob("*.webp") if path.stat().st_size > 60_000] == []
    assert [path.name for path in reading.FILES.glob("*.pdf") if path.stat().st_size > 80_000] == []


def test_parts_of_every_sort_are_there_to_be_looked_at():
    used = Counter(kind for entry in ENTRIES.values() for kind in {block["type"] for block in blocks(entry)})
    wanted = {"table": 6, "quote": 5, "callout": 8, "picture": 8, "download": 4}
    assert {kind: number for kind, number in wanted.items() if used[kind] < number} == {}


def test_counties_and_people_are_those_that_others_rely_on():
    assert {county["key"]: county["name"] for county in reading.counties()} == {
        "99001": "Auental",
        "99002": "Bergheide",
        "99003": "Dornfeld",
        "99004": "Weidental",
        "99005": "Seewinkel",
    }
    assert [person["email"] for person in reading.people()] == [
        "admin@demo.example",
        "office@demo.example",
        "editor@demo.example",
        "editor2@demo.example",
        "author@demo.example",
        "member@demo.example",
        "coordinator@demo.example",
        "mentor@demo.example",
        "outsider@demo.example",
        "guest@demo.example",
        "applicant@demo.example",
    ]
