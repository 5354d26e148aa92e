from __future__ import annotations

import pytest

from plugins.api.outbox import dispatch_pending
from search import consistency
from search.consistency import Difference, Kind
from tests.factories import make_entry
from tests.search.documents import document, hidden


@pytest.fixture
def entry(forum, index):
    entry = make_entry(title="Wohnlotsen")
    dispatch_pending()
    return entry


def test_no_differences_after_what_was_announced_was_heard(entry):
    assert list(consistency.compare()) == []


def test_everything_that_differs_is_named_and_repaired(index, entry):
    other = make_entry(title="Bürgerbus")
    dispatch_pending()
    index.delete([f"entry:{entry.pk}:members"])
    index.index([hidden(other.pk, "Alt"), document(999_999), document(5, key="poll:5", type="poll")])
    assert set(consistency.compare()) == {
        Difference(Kind.MISSING, f"entry:{entry.pk}:members", "entry", entry.pk),
        Difference(Kind.DIFFERENT, f"entry:{other.pk}:members", "entry", other.pk),
        Difference(Kind.SUPERFLUOUS, "entry:999999:public", "entry", 999_999),
        Difference(Kind.SUPERFLUOUS, "poll:5", "poll", 5),
    }
    assert len(set(consistency.differences())) == 4
    consistency.repair()
    assert list(consistency.compare()) == []


def test_an_index_that_cannot_answer_is_named_once_and_built_anew(index, entry, settings):
    index.close()
    for file in settings.SEARCH_INDEX_DIR.glob("index-*"):
        file.write_bytes(b"This is no database. " * 1000)
    (sentence,) = consistency.differences()
    assert "rebuild_index" in sentence
    consistency.repair()
    assert (list(consistency.differences()), index.health()) == ([], None)
