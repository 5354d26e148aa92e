from __future__ import annotations

from dataclasses import replace
from datetime import timedelta, timezone

import pytest

from search.fingerprints import fingerprint
from tests.search.documents import FIRST_DAY, document

ONE = document(1, "Titel", keywords={"topic": (("a", "A"), ("b", "B"))})


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Anders"},
        {"body": "Anders"},
        {"summary": "Anders"},
        {"url": "/anders/"},
        {"audience": frozenset({"members"})},
        {"superseded_for": frozenset({"members"})},
        {"kind": "concept"},
        {"layer": "members"},
        {"keywords": {"topic": (("a", "A"),)}},
        {"keywords": {"topic": (("a", "A"), ("b", "C"))}},
        {"published_at": None},
        {"updated_at": FIRST_DAY},
    ],
)
def test_every_difference_shows(change):
    assert fingerprint(replace(ONE, **change)) != fingerprint(ONE)


def test_what_means_the_same_is_the_same():
    elsewhere = FIRST_DAY.astimezone(timezone(timedelta(hours=9))) + timedelta(days=1)
    same = replace(ONE, keywords={"tag": (), "topic": (("b", "B"), ("a", "A"))}, published_at=elsewhere)
    assert fingerprint(same) == fingerprint(ONE)
