"""How well and how fast the search answers, asked from outside through the API.

Run by hand: `python tests/benchmarks/search.py [--sizes 1200 20000] [--only quality|speed] [--engine elastic]`.
Nothing else should run on the machine. Quality needs the collections with judged answers, which are not part of the
project (`--collections FOLDER`, a folder with `score.py` in it); without them that part is left out, and said so. Speed
is measured with their pages and questions too, otherwise with invented ones.
"""

from __future__ import annotations

import http.cookiejar
import importlib.util
import itertools
import json
import os
import random
import re
import statistics
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from html import escape
from pathlib import Path
from types import ModuleType
from typing import Any

from load import Request, measure
from world import PLAIN, ROOT, WORDS, World, forum, say, served, texts

sys.path.append(str(ROOT))
from tests.elasticsearch_server import Node  # noqa: E402

COLLECTIONS = ROOT.parent / "shared" / "eval" / "german-ir"
BARS = {
    "integreat": {"question": 0.765, "keywords": 0.725, "typo": 0.69, "umlaut": 0.755, "lower": 0.76},
    "xquad-de": {"question": 0.965, "typo": 0.91},
}
"""Least nDCG@10."""
VARIANTS = ("question", "keywords", "typo", "umlaut", "lower")
MEDIAN_BARS, P99_BARS = {1200: 0.005, 20_000: 0.025}, {1200: 0.040}
"""Most seconds at the server, by number of entries."""
ELASTIC_MEDIAN_BARS = {20_000: 0.015}
MOST_MEMORY = 400 << 20
LEAST_INDEXED = {"embedded": 200, "elastic": 0}  # entries a second, when every word has been met before
QUESTIONS = 2000


class Member:
    """Somebody who has signed in with a browser."""

    def __init__(self, world: World) -> None:
        self.address = f"http://{world.place[0]}:{world.place[1]}"
        cookies = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self.opener = urllib.request.build_opener(cookies)
        form = self.read("/konto/anmelden/")
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', form)
        assert token
        fields = {"login": "member@demo.example", "password": "lernnetz-demo", "csrfmiddlewaretoken": token[1]}
        self.read("/konto/anmelden/", urllib.parse.urlencode(fields).encode())

    def read(self, path: str, data: bytes | None = None) -> str:
        request = urllib.request.Request(self.address + path, data, {"Referer": self.address + "/"})
        with self.opener.open(request, timeout=60) as answer:
            return str(answer.read().decode())

    def get(self, path: str) -> Any:
        return json.loads(self.read(path))


def lines_of(documents: Iterable[dict[str, str]]) -> Iterator[dict[str, Any]]:
    """A collection as lines for `import_entries`."""
    for one in documents:
        paragraphs = "".join(f"<p>{escape(text)}</p>" for text in one["text"].splitlines() if text.strip())
        yield {"external_key": one["id"], "kind": "good_practice", "title": one["title"], "body_html": paragraphs}


def quality(score: ModuleType) -> list[str]:
    """nDCG@10 of every variant of the questions, as a member of the demo world; what falls short."""
    short = []
    for name, bars in BARS.items():
        documents, questions, judged = score.load(name)
        with forum(len(documents), lines_of(documents)) as environment, served(environment) as world:
            member = Member(world)
            keys = external_keys(member)

            def search(text: str, most: int, member: Member = member, keys: dict[int, str] = keys) -> list[str]:
                address = f"/api/v1/search/?type=entry&limit={most}&q={urllib.parse.quote(text)}"
                return [keys.get(hit["id"], "") for hit in member.get(address)["results"]]

            measured = {variant: score.measure(search, questions, judged, variant) for variant in VARIANTS}
        say(f"\n{name}, {len(documents)} documents, {len(questions)} questions: nDCG@10")
        for variant, value in measured.items():
            say(f"  {variant:<10}{value:>8.4f}   bar {bars.get(variant, 0):.3f}")
        short += [f"{name}, {v}: {measured[v]:.4f} instead of {bar}" for v, bar in bars.items() if measured[v] < bar]
    return short


def external_keys(member: Member) -> dict[int, str]:
    keys: dict[int, str] = {}
    path = "/api/v1/entries/?limit=100&fields=id,external_key"
    while path:
        page = member.get(path)
        keys |= {item["id"]: item["external_key"] for item in page["results"]}
        path = page["next"]
    return keys


def speed(sizes: list[int], engine: str, score: ModuleType | None) -> list[str]:
    """Latency of first reads in two server processes, memory, and how many entries a second are indexed anew."""
    short = []
    addresses = addresses_of(some_questions(score))
    for size in sizes:
        lines = mixed(size, score.load("integreat")[0]) if score else None
        with forum(size, lines) as environment, served(environment) as world, served(environment) as second:
            if engine == "elastic":
                asked_by_two(world, second, addresses_of(some_questions(None)))  # Java compiles what it runs often
            latencies = sorted(asked_by_two(world, second, addresses))
            median, p99 = statistics.median(latencies), latencies[int(len(latencies) * 0.99)]
            memory = max(one.process.memory_info().rss for one in (world, second))
            rate = indexed_per_second(environment, engine)
        say(f"\n{size} entries: median {median * 1e3:.1f} ms, p99 {p99 * 1e3:.1f} ms, {memory >> 20} MB,", end=" ")
        say(f"{rate:.0f} entries a second indexed")
        wanted = [
            ("median", median, (MEDIAN_BARS if engine == "embedded" else ELASTIC_MEDIAN_BARS).get(size)),
            ("p99", p99, P99_BARS.get(size)),
            ("memory", memory, MOST_MEMORY),
        ]
        short += [
            f"{size} entries, {name}: {is_:g} instead of {bar:g}" for name, is_, bar in wanted if bar and is_ > bar
        ]
        if rate < (least := LEAST_INDEXED[engine]):
            short.append(f"{size} entries: {rate:.0f} entries a second indexed instead of {least}")
    return short


def addresses_of(questions: list[str]) -> list[Request]:
    return [(f"/api/v1/search/?limit=20&q={urllib.parse.quote(text)}", {}) for text in questions]


def asked_by_two(first: World, second: World, addresses: list[Request]) -> list[float]:
    """Seconds of each answer, half of them from each process, the first ones of a process left out."""
    halves = [(first, addresses[::2]), (second, addresses[1::2])]
    with ThreadPoolExecutor(len(halves)) as programs:
        parts = programs.map(lambda half: measure(half[0].place, half[1], at_once=1).latencies[25:], halves)
        return [latency for part in parts for latency in part]


def mixed(count: int, documents: list[dict[str, str]]) -> Iterator[dict[str, Any]]:
    """The pages of a collection, and as many more as are missing, put together from their sentences.

    What other entries have (topics, county, summary) comes from the invented ones.
    """
    chance = random.Random(7)
    sentences = [one for page in documents for one in page["text"].splitlines() if len(one) > 20]
    for number, invented in enumerate(texts(count)):
        page = documents[number % len(documents)]
        said = page["text"].splitlines()
        title = page["title"]
        if number >= len(documents):
            said = [chance.choice(sentences) for _ in said]
            title = f"{title} {chance.choice(chance.choice(sentences).split())}"
        paragraphs = "".join(f"<p>{escape(line)}</p>" for line in said if line.strip())
        yield {**invented, "title": title, "body_html": paragraphs, "summary": chance.choice(sentences)}


def some_questions(score: ModuleType | None) -> list[str]:
    """Each once: those of a collection in all their variants, or one to six invented words."""
    chance = random.Random(11)
    if score:
        questions = score.load("integreat")[1]
        found = {score.VARIANTS[variant](text, chance) for _, text in questions for variant in VARIANTS}
    else:
        some = [chance.randint(1, 6) for _ in range(QUESTIONS)]
        found = {" ".join(chance.choice((*WORDS, *PLAIN)) for _ in range(words)) for words in some}
    return sorted(found, key=lambda text: (hash_of(text), text))


def hash_of(text: str) -> int:
    return sum(ord(letter) * place for place, letter in enumerate(text, 1)) % 997


@contextmanager
def asked(engine: str) -> Iterator[None]:
    """The environment in which forums are answered by this engine, by a server of its own if it needs one."""
    if engine == "embedded":
        yield
        return
    node = Node(heap="1g", lives_long=True)
    try:
        node.start()
        node.wait()
        os.environ["ELASTICSEARCH_URL"] = node.address
        yield
    finally:
        node.remove()


def indexed_per_second(environment: dict[str, str], engine: str) -> float:
    """Documents a second that a whole rebuild puts in, without the start of the process."""
    program = (
        "import time; from search.indexing import rebuild; from search.analysis import chain; chain.warm();"
        f" started = time.monotonic(); print(rebuild('{engine}') / (time.monotonic() - started))"
    )
    return float(run_inside(environment, program))


def run_inside(environment: dict[str, str], program: str) -> str:
    command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", program]
    answer = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True)
    return answer.stdout.strip().splitlines()[-1]


def score_of(folder: Path) -> ModuleType | None:
    """The module that makes the variants and the figure."""
    file = folder / "score.py"
    if not file.exists():
        return None
    spec = importlib.util.spec_from_file_location("german_ir_score", file)
    assert spec and spec.loader
    module = sys.modules["german_ir_score"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main(options: Namespace) -> int:
    parts: list[Callable[[], list[str]]] = []
    score = score_of(options.collections)
    if score is None:
        say(f"There is no score.py in {options.collections}: quality is left out, texts and questions are invented.")
    elif options.only != "speed":
        parts.append(lambda: quality(score))
    if options.only != "quality":
        parts.append(lambda: speed(options.sizes, options.engine, score))
    started = time.monotonic()
    with asked(options.engine):
        short = list(itertools.chain.from_iterable(part() for part in parts))
    say("\n" + ("\n".join(f"Falls short: {line}" for line in short) or "All bars are reached."))
    say(f"{time.monotonic() - started:.0f} s")
    return 1 if short else 0


if __name__ == "__main__":
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1200, 20_000], help="Numbers of entries.")
    parser.add_argument("--collections", type=Path, default=COLLECTIONS)
    parser.add_argument("--only", choices=("quality", "speed"))
    parser.add_argument("--engine", choices=("embedded", "elastic"), default="embedded")
    sys.exit(main(parser.parse_args()))
