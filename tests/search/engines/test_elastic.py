"""What holds for Elasticsearch alone: the cluster away, several writers, what a killed process left."""

from __future__ import annotations

import json
import socket
import threading
import time
import urllib.request

import pytest

from search.engine import EngineUnavailable, SearchQuery
from search.engines import elastic
from search.engines.elastic import ElasticEngine, cluster, state, turns
from search.engines.elastic.schema import REPEATS
from search.engines.elastic.writing import DocumentRefused
from search.ranking import FieldWeights
from tests.elasticsearch import ask
from tests.elasticsearch_server import free_port
from tests.search.documents import document, hidden

NOW = SearchQuery("Wohnung")


@pytest.fixture
def engine(elasticsearch, elastic_prefix):
    engine = ElasticEngine([elasticsearch], elastic_prefix)
    yield engine
    engine.close()


@pytest.fixture
def put(elasticsearch, elastic_prefix):
    """Put a document into an index of this test, past the engine."""

    def put(index, id, source):
        address = f"{elasticsearch}/{elastic_prefix}-{index}/_doc/{id}?refresh=true"
        headers = {"Content-Type": "application/json"}
        urllib.request.urlopen(urllib.request.Request(address, json.dumps(source).encode(), headers, method="PUT"))

    return put


@pytest.fixture
def indexes(elasticsearch, elastic_prefix):
    return lambda: {one["index"] for one in ask(elasticsearch, f"/_cat/indices/{elastic_prefix}-*?format=json")}


def test_every_weight_is_a_whole_number_of_repeats():
    assert {name: times / 4 for name, times in REPEATS.items()} == FieldWeights()._asdict()


def test_nobody_waits_for_a_cluster_that_has_just_been_silent(monkeypatch):
    monkeypatch.setattr(cluster, "READING", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        engine = ElasticEngine([f"http://127.0.0.1:{silent.getsockname()[1]}"], "silent")
        seconds = []
        for _ in range(3):
            started = time.monotonic()
            with pytest.raises(EngineUnavailable):
                engine.search(NOW)
            seconds.append(time.monotonic() - started)
        engine.close()
    assert seconds[0] > 0.25
    assert max(seconds[1:]) < 0.05


def test_after_a_pause_one_question_finds_out_that_the_cluster_is_back(engine, elasticsearch, monkeypatch):
    engine.index([document(1, "Wohnung")])
    away = ElasticEngine([f"http://127.0.0.1:{free_port()}"], "away")
    with pytest.raises(EngineUnavailable):
        away.search(NOW)
    engine._cluster._failure, engine._cluster._paused_until = "It was away.", time.monotonic() + 100
    with pytest.raises(EngineUnavailable, match="It was away"):
        engine.search(NOW)
    engine._cluster._paused_until = 0.0
    assert engine.search(NOW).count == 1
    assert engine._cluster._failure == ""


def test_a_missing_index_is_said_and_one_that_only_live_writes_made_wants_to_be_built(engine):
    with pytest.raises(EngineUnavailable):
        engine.search(NOW)
    assert "rebuild_index" in engine.health()
    engine.index([document(1, "Wohnung")])
    assert "not been built" in engine.health()
    with engine.rebuild() as new:
        new.add([document(1, "Wohnung")])
    assert engine.health() is None


def test_an_index_of_another_version_wants_to_be_rebuilt(engine, monkeypatch):
    with engine.rebuild():
        pass
    assert engine.health() is None
    monkeypatch.setattr(elastic, "VERSION", "99/99")
    assert "another version" in engine.health()


def test_only_the_last_predecessor_is_kept(engine, indexes):
    for number in range(3):
        with engine.rebuild() as new:
            new.add([document(number)])
    assert len(indexes()) == 5  # two pairs and the state


def test_writers_in_several_processes_take_turns(engine, elasticsearch, elastic_prefix):
    engine.index([document(0, "Wohnung")])

    def write(first):
        mine = ElasticEngine([elasticsearch], elastic_prefix)  # knows as little of the others as another process
        for number in range(first, first + 3):
            mine.replace("entry", [number], [document(number, "Wohnung"), hidden(number, "Wohnung")])
        mine.close()

    writers = [threading.Thread(target=write, args=(first,)) for first in (10, 20, 30)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    assert len(list(engine.fingerprints())) == 19
    assert all(one.fingerprint for one in engine.fingerprints())


def test_the_turn_of_a_killed_writer_ends_by_itself(engine, put, monkeypatch):
    engine.index([document(1, "Wohnung")])
    put("state", "turn", {"until": time.time() + 0.5})
    started = time.monotonic()
    engine.index([document(2, "Wohnung")])
    assert time.monotonic() - started > 0.4
    put("state", "turn", {"until": time.time() + 100})
    monkeypatch.setattr(turns, "PATIENCE", 0.2)
    with pytest.raises(EngineUnavailable, match="too long"):
        engine.index([document(3, "Wohnung")])


def test_what_a_killed_rebuild_left_is_cleared_away_by_the_next(engine, indexes, monkeypatch):
    engine.index([document(1, "Wohnung")])
    monkeypatch.setattr(state, "BUILDING", -1)
    monkeypatch.setattr(elastic.building, "BUILDING", -1)
    killed = engine.rebuild()
    killed.__enter__()
    half_built = indexes()
    engine.index([document(2, "Wohnung")])
    with engine.rebuild() as new:
        new.add([document(1, "Wohnung"), document(2, "Wohnung")])
    assert engine.search(NOW).count == 2
    assert len(half_built - indexes()) >= 3


def test_what_lies_only_half_in_the_cluster_is_named_and_healed(engine, put):
    engine.index([document(1, "Wohnung"), hidden(2, "Wohnung intern")])
    put(
        "public",
        "entry:2:members",
        {"key": "entry:2:members", "type": "entry", "object_id": 2, "fingerprint": "x", "is_public": False},
    )  # noqa: E501
    assert [one.fingerprint for one in engine.fingerprints() if one.object_id == 2] == [""]
    engine.replace("entry", [2], [hidden(2, "Wohnung intern")])
    assert all(one.fingerprint for one in engine.fingerprints())
    assert engine.search(SearchQuery("")).count == 1


def test_a_document_that_cannot_be_stored_is_named(engine):
    with pytest.raises(DocumentRefused, match="could not be stored"):
        engine.index([document(1, key="k" * 600)])
