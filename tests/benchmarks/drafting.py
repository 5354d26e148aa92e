"""How long a letter travels from an editor of a draft to all other screens, and how long a long draft takes to open.

Run by hand, needs Node: `python tests/benchmarks/drafting.py [--clients 30] [--seconds 60] [--redis]`. The clients are
the stock ones of y-websocket, all in one process. Ends with 1 where a bar is missed.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
import urllib.request
from argparse import ArgumentParser, Namespace
from contextlib import ExitStack, closing
from http.cookiejar import CookieJar
from pathlib import Path
from sqlite3 import connect
from typing import Any
from urllib.parse import urlencode

from world import ROOT, forum, say, served

P95_BAR = 30.0
"""Milliseconds from key to screen."""
OPEN_BAR = 1000.0
"""Milliseconds until a draft of sixty pages is there."""
PAGES = 60
DRAFT = 1

LONG_DRAFT = """
import random, sys
sys.path.insert(0, "tests/benchmarks")
from world import sentence
from cms.accounts.models import User
from plugins.api.actors import actor_for
from workspace.actions.drafts import start_draft
from workspace.models import WorkingGroup
chance = random.Random(7)
lead = actor_for(User.objects.get(email="coordinator@demo.example"))
group = WorkingGroup.objects.get(title="AG Wohnen")
blocks = []
for page in range(%d):
    blocks.append({"type": "heading", "attrs": {"level": 2}, "content": [{"type": "text", "text": f"Seite {page}"}]})
    for _ in range(5):
        blocks.append({"type": "paragraph", "content": [{"type": "text", "text": sentence(chance, 70)}]})
print(start_draft(group, title="Lang", document={"type": "doc", "content": blocks}, actor=lead).pk)
"""
MERGED = """
from datetime import timedelta
from workspace.drafting import store
store.YOUNGEST = timedelta(0)
store.compact_all()
"""


def main(options: Namespace) -> int:
    missed = []
    one = [{"external_key": "one", "kind": "offer", "title": "One", "body_html": "<p>One</p>"}]
    with forum(0, one) as environment, ExitStack() as stack:
        if options.redis:
            environment["REDIS_URL"] = stack.enter_context(redis())
        long = int(in_shell(environment, LONG_DRAFT % PAGES).split()[-1])
        worlds = [stack.enter_context(served(environment)) for _ in range(2 if options.redis else 1)]
        addresses = [f"http://{world.place[0]}:{world.place[1]}" for world in worlds]
        cookies = [signed_in(addresses[0], name) for name in ("coordinator", "member")]
        given = {"addresses": addresses, "cookies": cookies, "clients": options.clients, "rate": options.rate}

        before = [world.processor_seconds() for world in worlds]
        found = measured({**given, "draft": DRAFT, "seconds": options.seconds})
        say(f"{options.clients} clients, {options.rate} updates a second each, {len(worlds)} web processes")
        say(f"  {found['delivered']} of {found['expected']} delivered, {found['written']} written")
        say(
            "  key to screen: "
            + ", ".join(f"{name} {found[name]:.1f} ms" for name in ("median", "p95", "p99", "slowest"))
        )
        for world, seconds in zip(worlds, before, strict=True):
            used = (world.processor_seconds() - seconds) / options.seconds
            say(f"  server: {used:.0%} of a processor, {world.process.memory_info().rss >> 20} MB")
        data = Path(environment["LERNNETZ_DATA"])
        say(f"  all clients together: {found['processor']:.0%} of a processor")
        rows, size = log_of(data)
        in_shell(environment, MERGED)
        say(f"  log: {rows} rows, {size / 1024:.0f} kB; merged {log_of(data)[1] / 1024:.0f} kB")
        if found["p95"] > P95_BAR or found["delivered"] != found["expected"]:
            missed.append(f"p95 of {P95_BAR:.0f} ms and everything delivered")

        opened = measured({**given, "draft": long, "openings": 10})
        say(
            f"A draft of {PAGES} pages: shared text after {opened['first']:.0f} ms, at worst {opened['slowest']:.0f} ms"
        )
        pages = [first_byte(f"{addresses[0]}/entwuerfe/{long}/", cookies[0]) for _ in range(10)]
        say(f"  first byte of its page after {pages[0]:.0f} ms, at worst {max(pages):.0f} ms")
        if max(opened["slowest"], *pages) > OPEN_BAR:
            missed.append(f"{OPEN_BAR:.0f} ms until it is open")
    for bar in missed:
        say(f"Falls short: {bar}")
    return int(bool(missed))


def redis() -> Any:
    """A Redis of its own, while it is needed."""
    from contextlib import contextmanager

    sys.path.insert(0, str(ROOT))
    from tests.redis_server import RedisServer

    @contextmanager
    def running() -> Any:
        server = RedisServer()
        server.start()
        try:
            yield server.address
        finally:
            server.stop()

    return running()


def measured(given: dict[str, Any]) -> dict[str, float]:
    command = ["node", "--experimental-websocket", "--no-warnings", "tests/benchmarks/drafting.mjs"]
    answer = subprocess.run(command, cwd=ROOT, check=True, input=json.dumps(given), stdout=subprocess.PIPE, text=True)
    found: dict[str, float] = json.loads(answer.stdout.splitlines()[-1])
    return found


def in_shell(environment: dict[str, str], script: str) -> str:
    command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", script]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, check=True, stdout=subprocess.PIPE)
    return done.stdout.decode()


def signed_in(address: str, name: str) -> str:
    """The cookie of somebody of the demo world."""
    cookies = CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(cookies))
    page = browser.open(f"{address}/konto/anmelden/").read().decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    fields = {"login": f"{name}@demo.example", "password": "lernnetz-demo", "csrfmiddlewaretoken": token and token[1]}
    browser.open(f"{address}/konto/anmelden/", urlencode(fields).encode()).read()
    return "; ".join(f"{one.name}={one.value}" for one in cookies)


def first_byte(address: str, cookie: str) -> float:
    request = urllib.request.Request(address, headers={"Cookie": cookie})
    started = time.perf_counter()
    with urllib.request.urlopen(request) as answer:
        answer.read(1)
        return (time.perf_counter() - started) * 1e3


def log_of(data: Path) -> tuple[int, int]:
    """Rows that are not merged, and the bytes of the draft's text with them."""
    with closing(connect(data / "lernnetz.sqlite3")) as database:
        rows, size = database.execute(
            "SELECT count(*), coalesce(sum(length(payload)), 0) FROM workspace_draftupdate WHERE draft_id = ?", [DRAFT]
        ).fetchone()
        whole = database.execute(
            "SELECT length(payload) FROM workspace_drafttext WHERE draft_id = ?", [DRAFT]
        ).fetchone()
    return rows, size + whole[0]


if __name__ == "__main__":
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--clients", type=int, default=30)
    parser.add_argument("--rate", type=int, default=5, help="updates a second of each")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--redis", action="store_true", help="two web processes that hear of each other through Redis")
    sys.exit(main(parser.parse_args()))
