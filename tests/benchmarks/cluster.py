"""What a killed node costs: three nodes, one killed with -9 while documents come in, one while people search.

Run by hand: `python tests/benchmarks/cluster.py [--documents 3000]`. Needs Elasticsearch
(`python3 tests/elasticsearch_server.py` fetches it) and 2 GB of memory. Ends with 1 when anything is lost, when
something is answered wrongly, or when people are kept waiting.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.project.settings.test")

import django  # noqa: E402

django.setup()

from world import say, texts  # noqa: E402

from search.engine import EngineUnavailable, SearchQuery  # noqa: E402
from search.engines.elastic import ElasticEngine  # noqa: E402
from search.fingerprints import fingerprint  # noqa: E402
from tests.elasticsearch_server import Node, is_there  # noqa: E402
from tests.search.documents import document  # noqa: E402

BATCH = 50
AGAIN_AFTER = 2.0  # seconds, as the outbox waits, only sooner
LONGEST_WAIT = 15.0  # seconds without an answer from the cluster; meanwhile the embedded index would answer
QUESTION = SearchQuery("Wohnungssuche Sprachkurs")
SEARCHING = 40.0  # seconds


@contextmanager
def cluster() -> Iterator[list[Node]]:
    nodes = [Node(name, heap="384m") for name in ("one", "two", "three")]
    try:
        for node in nodes:
            start(node, nodes)
        started = time.monotonic()
        for node in nodes:
            node.wait(len(nodes))
        say(f"Three nodes know each other after {time.monotonic() - started:.0f} s")
        yield nodes
    finally:
        for node in nodes:
            node.remove()


def start(node: Node, nodes: list[Node]) -> None:
    node.start([other for other in nodes if other is not node])


def kill_primary(nodes: list[Node], prefix: str) -> Node:
    """The node that everything is written on first."""
    shards = nodes[0].get(f"/_cat/shards/{prefix}-everything*?format=json")
    name = next(shard["node"] for shard in shards if shard["prirep"] == "p")
    victim = next(node for node in nodes if node.name == name)
    victim.kill()
    say(f"  killed node {victim.name}, which had the primary")
    return victim


def come_back(victim: Node, nodes: list[Node]) -> None:
    start(victim, nodes)
    for node in nodes:
        node.wait(len(nodes))
    nodes[0].get("/_cluster/health?wait_for_status=green&timeout=60s")


def indexing(engine: ElasticEngine, nodes: list[Node], prefix: str, documents: list[Any]) -> list[str]:
    """Write everything in batches, each until it succeeds, and kill a node after a third."""
    failures, started = 0, time.monotonic()
    victims: list[Node] = []
    killer = threading.Timer(0.05, lambda: victims.append(kill_primary(nodes, prefix)))
    for begin in range(0, len(documents), BATCH):
        batch = documents[begin : begin + BATCH]
        if not killer.ident and begin > len(documents) / 3:
            killer.start()
        while True:
            try:
                engine.replace("entry", [one.object_id for one in batch], batch)
                break
            except EngineUnavailable as error:
                failures += 1
                say(f"  put off: {str(error)[:100]}")
                time.sleep(AGAIN_AFTER)
    say(f"{len(documents)} documents written in {time.monotonic() - started:.0f} s, {failures} times put off")
    come_back(victims[0], nodes)
    wanted = {one.key: fingerprint(one) for one in documents}
    found = {one.key: one.fingerprint for one in engine.fingerprints()}
    say(f"{len(found)} documents found, {len(wanted.items() & found.items())} of them as written")
    return [] if found == wanted else [f"{len(wanted.items() - found.items())} documents are lost or differ"]


def searching(engine: ElasticEngine, nodes: list[Node], prefix: str) -> list[str]:
    """Ask without a pause and kill a node after a quarter of the time."""
    expected, started = engine.search(QUESTION), time.monotonic()
    answers, failures, wrong, last, longest = 0, 0, 0, started, 0.0
    victim: Node | None = None
    while (now := time.monotonic()) < started + SEARCHING:
        if victim is None and now > started + SEARCHING / 4:
            victim = kill_primary(nodes, prefix)
        try:
            found = engine.search(QUESTION)
        except EngineUnavailable:
            failures += 1
            time.sleep(0.05)
            continue
        answers, wrong = answers + 1, wrong + (found.hits != expected.hits or found.count != expected.count)
        longest, last = max(longest, time.monotonic() - last), time.monotonic()
    say(f"{answers} answers, {failures} questions for the stand-in, {wrong} other answers,", end=" ")
    say(f"longest time without an answer {longest:.1f} s")
    short = [f"{wrong} answers differ from those before"] if wrong else []
    if longest > LONGEST_WAIT:
        short.append(f"{longest:.1f} s without an answer instead of {LONGEST_WAIT:.0f}")
    return short


def main(options: Namespace) -> int:
    if not is_there():
        say("There is no Elasticsearch: python3 tests/elasticsearch_server.py fetches it.")
        return 2
    documents = [
        document(number, one["title"], one["body_html"], summary=one["summary"])
        for number, one in enumerate(texts(options.documents))
    ]
    prefix = "benchmark"
    with cluster() as nodes:
        engine = ElasticEngine([node.address for node in nodes], prefix)
        with engine.rebuild():
            pass
        short = indexing(engine, nodes, prefix, documents) + searching(engine, nodes, prefix)
        engine.close()
    say("\n" + ("\n".join(f"Falls short: {line}" for line in short) or "Nothing is lost and search went on."))
    return 1 if short else 0


if __name__ == "__main__":
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=3000)
    sys.exit(main(parser.parse_args()))
