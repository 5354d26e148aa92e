"""What else is about the same."""

from __future__ import annotations

import pytest

from search.engine import Thing
from tests.search.documents import GUEST, MEMBER, VISITOR, document, hidden, layers

BUS = document(1, "Sprachkurs ohne Bus", "Die Lehrkraft fährt ins Dorf, der Sprachkurs kommt zu den Menschen.")


@pytest.fixture
def related(engine):
    """Titles, among enough other things for words to be telling."""
    engine.index(document(number, f"Anderes {number}", f"Thema {number} aus dem Garten") for number in range(100, 130))
    return lambda number, who=VISITOR: [hit.title for hit in engine.related(Thing("entry", number), principals=who)]


def test_the_nearest_come_first_and_the_thing_itself_never(engine, related):
    engine.index(
        [BUS, document(2, "Sprachkurse im Dorf", "Der Bus fehlt, die Lehrkraft fährt."), document(3, "Pflege")]
    )
    assert related(1) == ["Sprachkurse im Dorf"]
    assert "Sprachkurs ohne Bus" in related(2)


def test_where_nothing_fits_nothing_is_related(engine, related):
    engine.index([BUS, document(2, "Anerkennung in der Pflege", "Akte und Urkunde, auch im Dorf.")])
    assert related(1) == []


def test_at_most_four(engine, related):
    engine.index([BUS, *(document(number, f"Sprachkurs ohne Bus {number}") for number in range(2, 12))])
    assert len(related(1)) == 4


def test_nothing_hidden_is_related_and_nothing_is_related_to_what_is_hidden(engine, related):
    engine.index([BUS, hidden(2, "Sprachkurs ohne Bus und Dorf"), hidden(3, "Sprachkurs, Lehrkraft, Dorf")])
    assert related(1) == []
    assert related(2) == related(99) == []
    assert len(related(1, MEMBER)) == 2


def test_only_the_layer_that_somebody_reads_says_what_a_thing_is_about(engine, related):
    engine.index([*layers(1, "Quitten im Garten", "Sprachkurs und Lehrkraft"), document(2, "Lehrkraft im Sprachkurs")])
    assert "Lehrkraft im Sprachkurs" not in related(1)
    assert related(1, GUEST) == ["Lehrkraft im Sprachkurs"]
