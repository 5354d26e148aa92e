"""Putting documents into the indexes and taking them out. Only for who has the turn to write.

Whatever fails on the way may be done again: what is there is compared in both indexes, document by document.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from elasticsearch import BadRequestError, helpers

from plugins.api.searching import SearchDocument
from search.engine import EngineUnavailable
from search.engines.elastic.cluster import Cluster
from search.engines.elastic.names import IndexPair, Names
from search.engines.elastic.schema import new_index
from search.engines.elastic.state import StateKeeper
from search.engines.elastic.storing import Stored, stored

Operation = dict[str, Any]
MOST_BYTES = 10 << 20  # in one request
MOST_DOCUMENTS = 10_000  # of the objects that are replaced at once
_GONE, _THERE = 404, 409  # what was to be deleted is not there; what was to be created is there


class DocumentRefused(Exception):
    """Elasticsearch cannot store this document, however often it is tried; the text says which and why."""


class Writer:
    """Changes the pair that answers, and the one that a rebuild is filling."""

    def __init__(self, cluster: Cluster, names: Names, states: StateKeeper) -> None:
        self._cluster, self._names, self._states = cluster, names, states

    def put(self, documents: Collection[SearchDocument]) -> None:
        """Store documents; where one is there already, as it is, nothing changes, not even the generation."""
        self._change([stored(document) for document in documents], (), [key_mark(one.key) for one in documents])

    def remove(self, keys: Collection[str]) -> None:
        """Forget documents; unknown keys are no mistake."""
        self._change([], keys, [key_mark(key) for key in keys])

    def replace(self, type: str, object_ids: Collection[int], documents: Collection[SearchDocument]) -> None:
        """The objects have exactly these documents."""
        kept = {document.key for document in documents}
        gone = self._keys_of(type, object_ids) - kept
        marks = [object_mark(type, object_id) for object_id in object_ids]
        self._change([stored(document) for document in documents], gone, marks)

    def make_first(self) -> None:
        """Empty indexes where there are none yet. They hold only what is written from now on."""
        with self._cluster.client() as client:
            if client.indices.exists_alias(name=self._names.answering.everything):
                return
        state = self._states.write(replace(self._states.read(), is_complete=False, version=""))
        pair = self._names.numbered(state.next_generation)
        create(self._cluster, pair)
        put_in_place(self._cluster, self._names, pair)

    def _change(self, documents: list[Stored], gone: Collection[str], marks: list[str]) -> None:
        self.make_first()
        state = self._states.read()
        if building := state.alive_building(self._names):
            run(self._cluster, (touch(building, mark) for mark in marks))
            run(self._cluster, _operations(documents, gone, building))
        known = Known.of(self._cluster, self._names.answering, [one["key"] for one in documents] + list(gone))
        changed = [document for document in documents if not known.has(document)]
        is_public = state.unsettled or known.anything_public(changed, gone)
        if is_public:
            state = self._states.write(replace(state, public_generation=state.next_generation, unsettled=True))
        run(self._cluster, _operations(changed, gone, self._names.answering), refresh=True, require_alias=True)
        if is_public:
            self._states.write(replace(state, public_generation=state.next_generation, unsettled=False))

    def _keys_of(self, type: str, object_ids: Collection[int]) -> set[str]:
        """The documents that the objects have now, in whichever index."""
        self.make_first()
        pairs = [self._names.answering]
        if building := self._states.read().alive_building(self._names):
            pairs.append(building)
        indexes = ",".join(pair.both for pair in pairs)
        wanted = {"bool": {"filter": [{"term": {"type": type}}, {"terms": {"object_id": list(object_ids)}}]}}
        with self._cluster.client() as client:
            client.indices.refresh(index=indexes)  # what was written without an answer is seen too
            found = client.search(index=indexes, query=wanted, source=False, size=MOST_DOCUMENTS)
        return {hit["_id"] for hit in found["hits"]["hits"]}


class Known:
    """What the two indexes hold of some documents: key -> fingerprint."""

    def __init__(self, everything: Mapping[str, str], public: Mapping[str, str]) -> None:
        self._everything, self._public = everything, public

    @classmethod
    def of(cls, cluster: Cluster, pair: IndexPair, keys: list[str]) -> Known:
        """Looked up as it was written last."""
        found: dict[str, dict[str, str]] = {pair.everything: {}, pair.public: {}}
        if keys:
            with cluster.client() as client:
                for index, marks in found.items():
                    answer = client.mget(index=index, ids=keys, source_includes=["fingerprint"])
                    marks.update(
                        (one["_id"], one["_source"]["fingerprint"]) for one in answer["docs"] if one.get("found")
                    )
        return cls(found[pair.everything], found[pair.public])

    def has(self, document: Stored) -> bool:
        """Whether it lies, as it is, wherever it should and nowhere else."""
        key, mark = document["key"], document["fingerprint"]
        wanted_in_public = mark if document["is_public"] else None
        return self._everything.get(key) == mark and self._public.get(key) == wanted_in_public

    def anything_public(self, documents: Iterable[Stored], gone: Collection[str]) -> bool:
        """Whether visitors would notice that these are stored and those taken out."""
        return any(one["is_public"] or one["key"] in self._public for one in documents) or any(
            key in self._public for key in gone
        )


def _operations(documents: Iterable[Stored], gone: Collection[str], pair: IndexPair) -> Iterator[Operation]:
    for document in documents:
        key = document["key"]
        yield {"_op_type": "index", "_index": pair.everything, "_id": key, "_source": document}
        if document["is_public"]:
            yield {"_op_type": "index", "_index": pair.public, "_id": key, "_source": document}
        else:
            yield {"_op_type": "delete", "_index": pair.public, "_id": key}
    for key in gone:
        yield {"_op_type": "delete", "_index": pair.everything, "_id": key}
        yield {"_op_type": "delete", "_index": pair.public, "_id": key}


def run(cluster: Cluster, operations: Iterable[Operation], **options: bool) -> None:
    """Do all of them, by requests of bearable size. Raises EngineUnavailable or DocumentRefused."""
    with cluster.client() as client:
        try:
            _, failures = helpers.bulk(client, operations, max_chunk_bytes=MOST_BYTES, raise_on_error=False, **options)
        except BadRequestError as error:  # one of them makes no sense at all: none was done
            raise DocumentRefused(f"A document could not be stored: {str(error)[:300]}") from error
    for failure in failures if isinstance(failures, list) else []:
        for kind, said in failure.items():
            _judge(kind, said)


def _judge(kind: str, said: Mapping[str, Any]) -> None:
    if (kind, said["status"]) in (("delete", _GONE), ("create", _THERE)):
        return
    sentence = f"“{said['_id']}” could not be stored in {said['_index']}: {said.get('error')}"
    if said["status"] == 400:
        raise DocumentRefused(sentence)
    raise EngineUnavailable(sentence)


def create(cluster: Cluster, pair: IndexPair, **settings: str) -> None:
    """The two indexes, empty."""
    with cluster.client() as client:
        for name in (pair.public, pair.everything):
            new_index(name, **settings).create(using=client)


def put_in_place(cluster: Cluster, names: Names, pair: IndexPair) -> set[str]:
    """From one moment to the next both aliases lead to this pair; returns the indexes that answered until now."""
    answering = names.answering
    with cluster.client(passing_over=(404,)) as client:
        before = set(client.indices.get_alias(name=answering.both).keys())
    before -= {"error", "status"}
    with cluster.client() as client:
        actions: list[dict[str, Any]] = [
            {"remove": {"index": index, "alias": alias, "must_exist": False}}
            for index in before
            for alias in (answering.public, answering.everything)
        ]
        actions += [
            {"add": {"index": pair.everything, "alias": answering.everything}},
            {"add": {"index": pair.public, "alias": answering.public}},
        ]
        client.indices.update_aliases(actions=actions)
    return before


def discard(cluster: Cluster, names: Names, *, kept: Collection[str]) -> None:
    """Delete all numbered indexes but these."""
    with cluster.client() as client:
        found = set(client.indices.get(index=names.pattern, allow_no_indices=True, expand_wildcards="all").keys())
    with cluster.client(passing_over=(404,)) as client:
        for name in found - set(kept):
            client.indices.delete(index=name)


def touch(building: IndexPair, mark: str) -> Operation:
    """Remember what has arrived newer than the rebuild can know."""
    return {"_op_type": "index", "_index": building.touched, "_id": mark, "_source": {}}


def key_mark(key: str) -> str:
    """One document, among what has arrived."""
    return f"document {key}"


def object_mark(type: str, object_id: int) -> str:
    """All documents of an object, among what has arrived."""
    return f"all of {type} {object_id}"
