from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from cms.importing.json_lines import LONGEST_LINE, NotUnderstood
from cms.importing.lines import understand


def read(**fields):
    said = {"kind": "concept", "title": "Titel", **fields}
    return understand(json.dumps(said).encode())


def test_a_whole_line():
    line = read(
        external_key=" quelle:7 ",
        kind="offer",
        title=" Ein\n Titel ",
        summary="Kurz.\r\n\r\nGut.",
        body_html="<p>x</p>",
        topics=["Wohnen", "wohnen", " Arbeit  und Beruf "],
        tags=["bus"],
        county="99001",
        audience="public",
        published_at="2024-03-01T10:00:00Z",
        author="Landkreis Auental",
    )
    assert (line.external_key, line.kind, line.title) == ("quelle:7", "offer", "Ein Titel")
    assert (line.summary, line.body_html) == ("Kurz.\n\nGut.", "<p>x</p>")
    assert (line.topics, line.tags) == (("Wohnen", "Arbeit und Beruf"), ("bus",))
    assert (line.county, line.audience, line.author) == ("99001", "public", "Landkreis Auental")
    assert line.published_at == datetime(2024, 3, 1, 10, tzinfo=UTC)
    assert line.left_out == ()


def test_what_is_not_said_is_empty_and_for_members():
    line = read(summary=None, topics=None, audience=None)
    assert (line.external_key, line.summary, line.body_html, line.topics, line.tags) == ("", "", "", (), ())
    assert (line.county, line.audience, line.author, line.published_at) == ("", "members", "", None)
    assert line.left_out == ()


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"{broken", "The line is not valid JSON from character 2 on."),
        (b'{"kind": "concept"', "The line is not valid JSON from character 19 on."),
        (b"[1]", "The line is not a JSON object, which would stand in curly brackets."),
        (b'"x"', "The line is not a JSON object, which would stand in curly brackets."),
        (b'{"title": "\xff"}', "The line holds characters that are not valid UTF-8."),
        (b'{"title": "\\ud800"}', "The line holds characters that are not valid UTF-8."),
        (b'{"title": "x", "title": "y"}', "“title” stands in the line more than once."),
        (b"[" * 100_000, "The line is not valid JSON."),
        (b'{"title": ' + b"9" * 5000 + b"}", "The line is not valid JSON."),
        (b"x" * (LONGEST_LINE + 1), "The line is longer than 4 megabytes."),
        (b'{"title": "x"}', "The kind is missing. There are: good_practice, concept, strategy, recommendation, offer."),
        (
            b'{"title": "x", "kind": "poem"}',
            "There is no kind “poem”. There are: good_practice, concept, strategy, recommendation, offer.",
        ),
        (
            b'{"title": "x", "kind": ["offer"]}',
            "There is no kind “['offer']”. There are: good_practice, concept, strategy, recommendation, offer.",
        ),
        (b'{"kind": "offer"}', "The title is missing."),
        (b'{"kind": "offer", "title": " \\u0000 "}', "The title is missing."),
        (b'{"kind": "offer", "title": 5}', "“title” is not a text."),
        (b'{"kind": "offer", "title": "x", "body_html": ["x"]}', "“body_html” is not a text."),
        (b'{"kind": "offer", "title": "x", "summary": {}}', "“summary” is not a text."),
        (
            b'{"kind": "offer", "title": "x", "external_key": true}',
            "“external_key” is not a text of at most 200 characters.",
        ),
    ],
    ids=lambda value: repr(value)[:40],
)
def test_what_cannot_be_imported_says_why(raw, sentence):
    with pytest.raises(NotUnderstood) as refusal:
        understand(raw)
    assert str(refusal.value) == sentence


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"colour": "red"}, "There is no field “colour”; it was left out."),
        ({"topics": "Wohnen"}, "“topics” is not a list in square brackets; it was left out."),
        (
            {"tags": ["a", 3]},
            "“tags” holds something that is not a text of 1 to 100 characters; it was left out.",
        ),
        ({"county": 9162}, "“county” is not a text; it was left out."),
        ({"audience": "all"}, "There is no audience “all”; the full text is for members only."),
        ({"published_at": "gestern"}, "“published_at” is no date: “gestern”."),
        ({"published_at": "0001-01-01T00:00:00+14:00"}, "“published_at” is no date: “0001-01-01T00:00:00+14:00”."),
        ({"published_at": 20240101}, "“published_at” is not a text; it was left out."),
        ({"title": "x" * 300}, "“title” is longer than 255 characters; the rest was left out."),
        ({"summary": "x " * 900}, "“summary” is longer than 1500 characters; the rest was left out."),
    ],
    ids=lambda value: repr(value)[:40],
)
def test_a_field_without_sense_is_left_out_and_named(fields, sentence):
    assert read(**fields).left_out == (sentence,)


def test_the_future_is_no_date_of_publication():
    line = read(published_at=(timezone.now() + timedelta(days=1)).isoformat())
    assert line.published_at is None
    assert line.left_out == ("“published_at” lies in the future; the entry is dated today.",)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2024-07-01", datetime(2024, 6, 30, 22, tzinfo=UTC)),
        ("2024-01-01T12:00", datetime(2024, 1, 1, 11, tzinfo=UTC)),
        ("2024-01-01T12:00:00+00:00", datetime(2024, 1, 1, 12, tzinfo=UTC)),
    ],
)
def test_a_date_without_offset_is_the_forums_time(text, moment):
    assert read(published_at=text).published_at == moment


def test_the_digest_is_that_of_the_text_alone():
    line = read(body_html="<p>x</p>", published_at="2024-01-01", colour="red", external_key="a")
    assert line.digest("") == read(body_html="<p>x</p>", external_key="b").digest("")
    assert line.digest("") != line.digest("99001")
    assert line.digest("") != read(body_html="<p>y</p>").digest("")
