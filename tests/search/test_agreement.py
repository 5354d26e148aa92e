"""Both engines rank alike: whoever moves from one to the other finds the same things in the same places.

The collections are not part of the project; they lie beside it on developers' machines and in CI.
"""

from __future__ import annotations

from statistics import mean

import pytest

from search.engine import UNTUNED, SearchQuery, Tuning
from search.engines.elastic import ElasticEngine
from search.engines.embedded import EmbeddedEngine
from tests.search.documents import document

LEAST_SHARED = 0.9  # of the first ten hits, on average
WEIGHTED = Tuning(field_weights={"title": 5.0}, kind_weights={"offer": 1.4})
QUESTIONS = 100  # of each collection; more tell the same and take longer


@pytest.mark.parametrize("name", ["integreat", "xquad-de"])
def test_the_first_ten_hits_are_nearly_the_same(score, name, tmp_path, elasticsearch, elastic_prefix):
    texts, questions, _judged = score.load(name)
    engines = [EmbeddedEngine(tmp_path), ElasticEngine([elasticsearch], elastic_prefix)]
    for engine in engines:
        with engine.rebuild() as new:
            new.add(document(i, text["title"], text["text"], key=text["id"]) for i, text in enumerate(texts))

    def shared(question, tuning):
        query = SearchQuery(question, limit=10, tuning=tuning)
        mine, other = ({hit.key for hit in one.search(query).hits} for one in engines)
        return len(mine & other) / max(len(mine), len(other), 1)

    as_usual = [shared(question, UNTUNED) for _, question in questions[:QUESTIONS]]
    weighted = [shared(question, WEIGHTED) for _, question in questions[: QUESTIONS // 3]]
    for engine in engines:
        engine.close()
    assert as_usual
    assert mean(as_usual) >= LEAST_SHARED
    assert mean(weighted) >= LEAST_SHARED
