"""From German text to the terms that every engine compares.

The chain: tokens -> lemma -> stem -> umlauts folded; compounds also in parts.
Engines never analyse text themselves; they get finished terms, so
that all of them rank alike and nothing has to be configured in a server.
"""

from __future__ import annotations

from search.analysis.chain import CHAIN_VERSION, Chain, chain, is_german
from search.analysis.fields import AnalysedDocument, WordForm, analyse, shown_text
from search.analysis.questions import Question, QuestionWord, read_question
from search.analysis.terms import Term

__all__ = [
    "CHAIN_VERSION",
    "AnalysedDocument",
    "Chain",
    "Question",
    "QuestionWord",
    "Term",
    "WordForm",
    "analyse",
    "chain",
    "is_german",
    "read_question",
    "shown_text",
]
