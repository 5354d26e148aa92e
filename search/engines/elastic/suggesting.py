"""How typed letters may go on: titles first, then words. Surface forms only, because stems break beginnings."""

from __future__ import annotations

from collections import defaultdict

from search.analysis.folding import fold
from search.analysis.stopwords import STOP_WORDS
from search.analysis.tokens import words_in
from search.engine import Suggestion
from search.engines.elastic.cluster import Cluster
from search.engines.elastic.repairing import ViewSpellings
from search.engines.elastic.views import View

LONGEST_START = 100  # characters
SHORTEST_START = 3  # letters from which words are completed


def suggest(cluster: Cluster, view: View, text: str, limit: int) -> list[Suggestion]:
    """Documents in whose title every typed word begins a word, and words that the last one may become."""
    typed = list(words_in(text[:LONGEST_START]))
    if not typed:
        return []
    suggestions = _titles(cluster, view, [fold(one.word) for one in typed], limit)
    if len(suggestions) < limit and len(typed) == 1:
        titles = {suggestion.text.lower() for suggestion in suggestions}
        words = _words_beginning(cluster, view, fold(typed[0].word), limit)
        suggestions += [Suggestion(word, "word", "") for word in words if word.lower() not in titles]
    return suggestions[:limit]


def _titles(cluster: Cluster, view: View, starts: list[str], limit: int) -> list[Suggestion]:
    """Titles that begin with the first typed word stand first; then the newest. Each title once per address."""
    query = view.of_those(*({"prefix": {"title_words": start}} for start in starts))
    query["bool"]["should"] = [{"constant_score": {"filter": {"prefix": {"title_start": starts[0]}}}}]
    newest = {"published": {"order": "desc", "missing": 0}}
    body = {
        "query": query,
        "sort": [{"_score": "desc"}, newest, {"sort_title": "asc"}, {"key": "asc"}],
        "size": 2 * limit,
        "track_total_hits": False,
        "_source": ["title", "type", "url"],
    }
    (answer,) = cluster.ask((view.index, body))
    sources = [hit["_source"] for hit in answer["hits"]["hits"]]
    return list(dict.fromkeys(Suggestion(one["title"], one["type"], one["url"]) for one in sources))[:limit]


def _words_beginning(cluster: Cluster, view: View, start: str, limit: int) -> list[str]:
    """Words of the view that begin so, the most frequent first, as they are most often written."""
    if len(start) < SHORTEST_START:
        return []
    written: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for word, as_written, count in ViewSpellings(cluster, view).words_beginning(start):
        written[word].append((count, as_written))
    by_frequency = sorted(written, key=lambda word: (-sum(count for count, _ in written[word]), word))
    return [max(written[word])[1] for word in by_frequency[:limit] if word not in STOP_WORDS]
