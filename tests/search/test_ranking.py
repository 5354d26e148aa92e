"""How good the first ten hits are, on two German collections with judged answers.

The collections are not part of the project; they lie beside it on developers' machines and in CI.
"""

from __future__ import annotations

import pytest

from search.engine import SearchQuery
from search.engines.embedded import EmbeddedEngine
from tests.search.documents import document

# nDCG@10, a little under what was measured (search/README.md).
FLOORS = {
    "integreat": {"question": 0.772, "keywords": 0.729, "typo": 0.726, "umlaut": 0.772, "lower": 0.772},
    "xquad-de": {"question": 0.966, "keywords": 0.923, "typo": 0.912, "umlaut": 0.966, "lower": 0.966},
}


@pytest.mark.parametrize("name", FLOORS)
def test_the_right_answer_stands_high(score, tmp_path, name):
    texts, questions, judged = score.load(name)
    engine = EmbeddedEngine(tmp_path)
    engine.index(document(i, text["title"], text["text"], key=text["id"]) for i, text in enumerate(texts))

    def search(question, most):
        return [hit.key for hit in engine.search(SearchQuery(question, limit=most)).hits]

    measured = {variant: score.measure(search, questions, judged, variant) for variant in FLOORS[name]}
    engine.close()
    too_low = {variant: value for variant, value in measured.items() if value < FLOORS[name][variant]}
    assert too_low == {}
