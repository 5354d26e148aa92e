"""A forum with as many entries as asked for, served as `manage.py demo` serves it, in a folder that goes away."""

from __future__ import annotations

import json
import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

import psutil

ROOT = Path(__file__).resolve().parents[2]
KINDS = ("good_practice", "concept", "strategy", "recommendation", "offer")
TOPICS = ("Wohnen", "Sprache", "Arbeit", "Gesundheit", "Ehrenamt", "Mobilität", "Bildung", "Beratung")
COUNTIES = ("99001", "99002", "99003", "99004", "99005")
BEGINNINGS = """
    Wohnungs Sprach Arbeits Gesundheits Ehrenamts Bus Schul Beratungs Kinder Familien Jugend Frauen Senioren
    Nachbarschafts Berufs Ausbildungs Praktikums Betriebs Vereins Sport Musik Theater Garten Küchen Kirchen
    Rathaus Amts Bürger Dorf Stadt Kreis Landes Bundes Bahnhofs Fahrrad Führerschein Auto Geld Steuer Renten
    Kranken Pflege Arzt Apotheken Impf Notruf Feuerwehr Polizei Gerichts Rechts Asyl Aufenthalts Einbürgerungs
    Zeugnis Dolmetscher Übersetzungs Bücherei Medien
""".split()
ENDS = """
    suche kurs markt angebot lotse netz projekt treff stelle förderung tag karte haus raum platz weg plan brief antrag
    ausweis termin gespräch gruppe runde woche abend fest lager heft blatt buch liste frist gebühr hilfe kraft partner
    pate schule werkstatt wagen börse spende stiftung dienst büro zentrum ordnung
""".split()
PLAIN = "für mit die der Landkreis Gemeinde kommt neue Menschen Hilfe bei vor Ort zusammen viele gute Erfahrung".split()
WORDS = [beginning + end for beginning in BEGINNINGS for end in ENDS]
random.Random(5).shuffle(WORDS)
FREQUENCIES = list(accumulate(1 / rank for rank in range(1, len(WORDS) + 1)))
"""Added up: the second word is half as frequent as the first, the third a third, as in a language (Zipf 1949)."""


@dataclass(frozen=True)
class World:
    place: tuple[str, int]
    process: psutil.Process

    def get(self, address: str) -> Any:
        with urllib.request.urlopen(f"http://{self.place[0]}:{self.place[1]}{address}", timeout=60) as answer:
            return json.load(answer)

    def etag(self, address: str) -> str:
        with urllib.request.urlopen(f"http://{self.place[0]}:{self.place[1]}{address}", timeout=60) as answer:
            return answer.headers["ETag"]

    def processor_seconds(self) -> float:
        """To the microsecond, where the clock of most tools ticks a hundred times a second."""
        tasks = Path(f"/proc/{self.process.pid}/task").glob("*/schedstat")
        return sum(int(task.read_text().split()[0]) for task in tasks) / 1e9


@contextmanager
def forum(entries: int, given: Iterable[dict[str, Any]] | None = None) -> Iterator[dict[str, str]]:
    """The environment of a forum that holds the demo world and `entries` more, invented ones unless some are given."""
    with tempfile.TemporaryDirectory(prefix="lernnetz-benchmark-") as folder:
        environment = {**os.environ, "LERNNETZ_DATA": folder, "ELASTICSEARCH_INDEX": f"benchmark-{uuid.uuid4().hex}"}
        lines = Path(folder) / "entries.jsonl"
        lines.write_text("\n".join(json.dumps(line) for line in given or texts(entries)), encoding="utf-8")
        say(f"Setting up a forum with {entries} entries")
        manage(environment, "demo", "--no-serve")
        manage(environment, "import_entries", str(lines))
        yield environment


@contextmanager
def served(environment: dict[str, str]) -> Iterator[World]:
    """A fresh server process."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        place = free.getsockname()
    command = [sys.executable, "manage.py", "demo", "--addr", f"127.0.0.1:{place[1]}"]
    server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    try:
        world = World(place, psutil.Process(server.pid))
        wait_for(world)
        yield world
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(30)


def manage(environment: dict[str, str], *arguments: str) -> None:
    started = time.monotonic()
    subprocess.run(
        [sys.executable, "manage.py", *arguments], cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL
    )
    say(f"  manage.py {arguments[0]}: {time.monotonic() - started:.0f} s")


def wait_for(world: World) -> None:
    for _ in range(600):
        try:
            world.get("/readyz")
            return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
    raise SystemExit("the server did not become ready")


def texts(count: int) -> Iterator[dict[str, Any]]:
    """The same entries on every machine: a third public as a whole, the others with a public summary."""
    chance = random.Random(7)
    for number in range(count):
        yield {
            "external_key": f"benchmark:{number}",
            "kind": KINDS[number % len(KINDS)],
            "title": f"{some_word(chance)} und {some_word(chance)} {number}",
            "summary": sentence(chance, 25),
            "body_html": "".join(f"<h2>{some_word(chance)}</h2><p>{sentence(chance, 60)}</p>" for _ in range(6)),
            "topics": chance.sample(TOPICS, 2),
            "tags": chance.sample(WORDS[:100], 2),
            "county": chance.choice(COUNTIES),
            "audience": "public" if number % 3 == 0 else "members",
            "published_at": f"20{20 + number % 6}-{number % 12 + 1:02}-{number % 28 + 1:02}T09:00:00+01:00",
            "author": "Anna Beispiel",
        }


def sentence(chance: random.Random, length: int) -> str:
    return " ".join(some_word(chance) if chance.random() < 0.3 else chance.choice(PLAIN) for _ in range(length)) + "."


def some_word(chance: random.Random) -> str:
    return chance.choices(WORDS, cum_weights=FREQUENCIES)[0]


def say(text: str, end: str = "\n") -> None:
    print(text, end=end, flush=True)
