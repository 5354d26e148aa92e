"""How a document lies in Elasticsearch. Texts come analysed: the cluster only splits at blanks.

Ranking like SQLite's bm25(): a word's occurrences in all fields are added by weight *before* they saturate. So `words`
holds every term as often as its field weighs, times `FINENESS` to have whole numbers, and k1 is as many times larger.
The length of a document counts every occurrence once, whatever its field weighs: fillers make up for the difference.
"""

from __future__ import annotations

from typing import Any

from elasticsearch.dsl import Boolean, Document, Double, Index, Keyword, Long, MetaField, Object, Text

from search.analysis import CHAIN_VERSION
from search.ranking import FieldWeights

SCHEMA_VERSION = "2"
VERSION = f"{SCHEMA_VERSION}/{CHAIN_VERSION}/{FieldWeights()}"
"""An index of another version answers, but wants to be rebuilt."""

K1, B = 1.2, 0.75  # SQLite's
FINENESS = 4
REPEATS = {name: round(weight * FINENESS) for name, weight in FieldWeights()._asdict().items()}
MOST_REPEATS = max(REPEATS.values())
FILLER = "_"  # no word
FINENESS_APART = 8
"""The same for the fields that count only when editors have set weights; even the least may not be below one."""

_SETTINGS = {
    "number_of_shards": 1,  # every shard has word statistics of its own
    "auto_expand_replicas": "0-1",
    "max_result_window": 1_000_000,
    "similarity": {
        "weighted": {"type": "BM25", "k1": K1 * FINENESS, "b": B},
        "default": {"type": "BM25", "k1": K1 * FINENESS_APART, "b": B},
    },
}


def _stored_only() -> Keyword:
    return Keyword(index=False, doc_values=False)


def _terms(*, in_order: bool = False) -> Text:
    """`in_order` where it is asked which words stand together."""
    return Text(analyzer="whitespace", index_options="positions" if in_order else "freqs")


_OF_ALL: dict[str, Any] = {"type": Keyword(), "kind": Keyword()}
"""Keywords that every document has; fields of others come with the first document that has them."""


class StoredDocument(Document):
    """One search document. `values` and `labels` have a field for each field of its keywords."""

    key = Keyword()
    type = Keyword()
    object_id = Long()
    fingerprint = Keyword()
    kind = Keyword()
    layer = Keyword()
    url = _stored_only()
    title = _stored_only()
    text = _stored_only()
    sort_title = Keyword()
    published = Double()
    updated = Double()

    audience = Keyword()
    superseded_for = Keyword()
    is_public = Boolean()

    keywords = Object(enabled=False)  # field -> [[value, label], …], as hits show them
    values = Object(dynamic=True, properties=_OF_ALL)  # field -> values, to filter by
    labels = Object(dynamic=True, properties=_OF_ALL)  # field -> value and label joined by LABEL, to count

    words = Text(analyzer="whitespace", index_options="freqs", similarity="weighted")
    title_terms = _terms(in_order=True)
    summary_terms = _terms(in_order=True)
    body_terms = _terms(in_order=True)
    title_parts = _terms()
    text_parts = _terms()

    title_words = Text(analyzer="whitespace", index_options="docs", norms=False)  # folded, for suggestions
    title_start = Keyword()
    forms = Keyword()  # "folded word written", for spelling and suggestions
    forms_backwards = Keyword()  # "dedlof word written"
    folded = Keyword()
    marks = _stored_only()  # "written term part …", to mark what matched

    class Meta:
        dynamic = MetaField("strict")
        dynamic_templates = MetaField(
            [{"keywords": {"path_match": ["values.*", "labels.*"], "mapping": {"type": "keyword"}}}]
        )
        source = MetaField(
            excludes=[
                "audience", "superseded_for", "values", "labels", "words", "title_terms", "summary_terms", "body_terms",
                "title_parts", "text_parts", "title_words", "title_start", "forms", "forms_backwards", "folded",
            ]
        )  # fmt: skip


LABEL = "\x1f"


def new_index(name: str, **settings: str) -> Index:
    """An index with this mapping that still has to be created."""
    index = Index(name)
    index.document(StoredDocument)
    index.settings(**_SETTINGS, **settings)
    return index
