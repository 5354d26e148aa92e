"""How a question is understood and why each hit stands where it does: for the command line and for editors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from plugins.api.access import Actor
from search.analysis import QuestionWord
from search.engine import Explanation, SearchQuery, Thing, Tuning
from search.engines import engine
from search.tuning import tuning_for
from search.weighing import Weights, present_weights


@dataclass(frozen=True, slots=True)
class ExplainedWord:
    """One term of the question."""

    written: str
    term: str
    weight: float
    documents: int
    is_used: bool
    why: str


@dataclass(frozen=True, slots=True)
class ExplainedHit:
    """One hit and what its score is made of, the largest share first."""

    key: str
    title: str
    url: str
    score: float
    is_pinned: bool
    thing: Thing
    shares: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class ExplainedSearch:
    """Everything that led to an answer."""

    words: tuple[ExplainedWord, ...]
    did_you_mean: str | None
    count: int
    hits: tuple[ExplainedHit, ...]
    weights: Weights


def explain(
    text: str, *, actor: Actor, synonym: str = "", weights: Weights | None = None, limit: int = 10
) -> ExplainedSearch:
    """What this actor finds and why, perhaps with a synonym or weights on trial. Raises EngineUnavailable."""
    tuning = tuning_for(text)
    if synonym:
        tuning = replace(tuning, synonyms={**tuning.synonyms, text.lower(): (synonym,)})
    if weights is not None:
        tuning = replace(tuning, field_weights=weights.field_weights, kind_weights=weights.kind_weights)
    query = SearchQuery(text, actor.principals, limit=limit, tuning=tuning)
    explanation = engine().explain(query)
    words = tuple(word for one in explanation.asked.question.words for word in _explained(one, explanation))
    result = explanation.result
    held = present_weights() if weights is None else weights
    return ExplainedSearch(words, result.did_you_mean, result.count, _hits(explanation, tuning), held)


def _explained(word: QuestionWord, explanation: Explanation) -> Iterator[ExplainedWord]:
    asked = explanation.asked
    for term, weight in word.weights.items():
        is_used = term in asked.weights
        documents = explanation.documents.get(term, 0)
        yield ExplainedWord(word.written, term, weight, documents, is_used, _why(word, term, explanation))


def _why(word: QuestionWord, term: str, explanation: Explanation) -> str:
    if term not in explanation.asked.known:
        return _("stands in no document")
    if term not in explanation.asked.weights:
        return _("stands in too many documents to tell anything")
    if word.synonym_of:
        return _("synonym of “%(phrase)s”") % {"phrase": word.synonym_of}
    if term != word.term.text:
        return _("part of a compound")
    return "" if word.term.is_noun else _("no noun")


def _hits(explanation: Explanation, tuning: Tuning) -> tuple[ExplainedHit, ...]:
    return tuple(
        ExplainedHit(
            hit.key,
            hit.title,
            hit.url,
            hit.score,
            Thing(hit.type, hit.object_id) in tuning.pinned,
            Thing(hit.type, hit.object_id),
            tuple(sorted(explanation.shares.get(hit.key, {}).items(), key=lambda share: -share[1])),
        )
        for hit in explanation.result.hits
    )
