"""How fast the API answers, measured from outside against the cheapest answer of the same server.

Run by hand: `python tests/benchmarks/api.py [--entries 600 6000] [--soak]`. Nothing else should run on the machine.
A first read asks for an address that nobody asked for before; a repeated one for the same address again and again.
"""

from __future__ import annotations

import itertools
import random
import statistics
import sys
from argparse import ArgumentParser, Namespace
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import quote

from load import Measured, Request, measure
from world import COUNTIES, KINDS, TOPICS, WORDS, World, forum, say, served

ROUNDS = 3
FLOOR = "healthz"
BARS = {"list": 0.3, "detail": 0.3, "filtered": 0.25, "page": 0.25, "entry page": 0.25, "search": 0.12, "304": 0.5}
"""Least share of the floor's rate, on first read; `repeated` and 304 reach half of it."""

GROWTH = {"search": 3.0}
MOST_GROWTH = 1.4
MOST_SOAK_GROWTH = 1.2


@dataclass
class Scenario:
    name: str
    first: list[Request]
    """Each address once."""
    repeated: list[Request] = field(default_factory=list)
    status: int = 200


@dataclass(frozen=True)
class Result:
    rate: float
    median: float
    p95: float
    processor: float
    """Seconds of the server's processor per request."""


def scenarios(world: World) -> list[Scenario]:
    items = [
        item
        for offset in range(0, 500, 100)
        for item in world.get(f"/api/v1/entries/?limit=100&offset={offset}")["results"]
    ]
    details = [f"/api/v1/entries/{item['id']}/" for item in items]
    pages = ["/wissen/" + item["slug"] + "/" for item in items]
    tag = {"If-None-Match": world.etag(details[0])}
    questions = [f"{a}+{b}" for a, b in itertools.product(WORDS[:200], ("", *TOPICS))]
    return [
        Scenario("list", plain(lists()), plain(["/api/v1/entries/?limit=20"])),
        Scenario("detail", plain(details), plain(details[:1])),
        Scenario("filtered", plain(filtered()), plain(["/api/v1/entries/?kind=good_practice&limit=20"])),
        Scenario(
            "search", plain(f"/api/v1/search/?q={q}" for q in questions), plain(["/api/v1/search/?q=Wohnungsuche"])
        ),
        Scenario("304", [], [(details[0], tag)], status=304),
        Scenario("page", plain(list_pages()), plain(["/wissen/"])),
        Scenario("entry page", plain(pages), plain(pages[:1])),
    ]


def plain(addresses: Iterator[str] | list[str]) -> list[Request]:
    return [(quote(address, safe="/?&=+"), {}) for address in addresses]


def lists() -> Iterator[str]:
    for limit, offset, ordering in itertools.product((19, 20, 21), range(400), ("-published_at", "title")):
        yield f"/api/v1/entries/?limit={limit}&offset={offset}&ordering={ordering}"


def filtered() -> Iterator[str]:
    for kind, county, limit, offset in itertools.product(KINDS, COUNTIES, (19, 20, 21), range(4)):
        yield f"/api/v1/entries/?kind={kind}&county={county}&limit={limit}&offset={offset}"
    for kind, limit, offset in itertools.product(KINDS, (19, 20, 21), range(80)):
        yield f"/api/v1/entries/?kind={kind}&limit={limit}&offset={offset}"


def list_pages() -> Iterator[str]:
    topics = [topic.lower().replace("ä", "ae") for topic in TOPICS]
    for kind, ordering, page in itertools.product(("", *KINDS), ("-published_at", "title"), range(1, 5)):
        yield f"/wissen/?kind={kind}&ordering={ordering}&page={page}"
    for county, kind, topic, ordering in itertools.product(COUNTIES, KINDS, ("", *topics), ("-published_at", "title")):
        yield f"/wissen/?county={county}&kind={kind}&topic={topic}&ordering={ordering}"


def run(world: World, seconds: float) -> dict[tuple[str, str, int], Result]:
    """All scenarios in rounds, the floor in every one, so that a busy moment of the machine hits all alike."""
    all_scenarios = scenarios(world)
    for scenario in all_scenarios:
        random.Random(7).shuffle(scenario.first)
    measured: dict[tuple[str, str, int], list[tuple[Measured, float]]] = defaultdict(list)
    measure(world.place, plain(["/healthz"] * 500), at_once=8)
    for number, at_once in itertools.product(range(ROUNDS), (1, 8)):
        share = slice(number * 2 + (at_once == 8), None, ROUNDS * 2)
        one(world, measured, (FLOOR, "repeated", at_once), plain(["/healthz"]) * 50_000, seconds, 200)
        for scenario in all_scenarios:
            if scenario.first:
                one(world, measured, (scenario.name, "first", at_once), scenario.first[share], seconds, scenario.status)
            again = scenario.repeated * 50_000
            one(world, measured, (scenario.name, "repeated", at_once), again, seconds, scenario.status)
    return {key: summary(parts) for key, parts in measured.items()}


def one(
    world: World,
    measured: dict[tuple[str, str, int], list[tuple[Measured, float]]],
    key: tuple[str, str, int],
    requests: list[Request],
    seconds: float,
    status: int,
) -> None:
    before = world.processor_seconds()
    part = measure(world.place, requests, at_once=key[2], expected=status, seconds=seconds)
    measured[key].append((part, world.processor_seconds() - before))


def summary(parts: list[tuple[Measured, float]]) -> Result:
    latencies = sorted(latency for part, _ in parts for latency in part.latencies)
    return Result(
        rate=statistics.median(part.count / part.seconds for part, _ in parts),
        median=statistics.median(latencies),
        p95=latencies[int(len(latencies) * 0.95)],
        processor=sum(processor for _, processor in parts) / len(latencies),
    )


def report(entries: int, results: dict[tuple[str, str, int], Result]) -> list[str]:
    """Prints the table; returns what falls short of the bars."""
    short = []
    say(f"\n{entries} entries{'':14} at once      rate   median      p95  processor  of floor")
    for (name, read, at_once), result in results.items():
        ratio = result.rate / results[FLOOR, "repeated", at_once].rate
        times = f"{result.median * 1e3:>6.2f} ms{result.p95 * 1e3:>6.2f} ms{result.processor * 1e3:>8.2f} ms"
        say(f"  {name:<12}{read:<10}{at_once:>7}{result.rate:>10.0f}/s{times}{ratio:>10.2f}")
        bar = 0.5 if read == "repeated" else BARS.get(name, 0)
        if name != FLOOR and ratio < bar:
            short.append(
                f"{entries} entries, {name}, {read}, {at_once} at once: {ratio:.2f} of the floor instead of {bar}"
            )
    return short


def growth(small: dict[tuple[str, str, int], Result], large: dict[tuple[str, str, int], Result]) -> list[str]:
    short = []
    say("\nProcessor time per request, largest against smallest")
    for key, result in large.items():
        times = result.processor / small[key].processor
        say(f"  {key[0]:<12}{key[1]:<10}{key[2]:>7}{times:>10.2f} times")
        if key[1] == "first" and times > GROWTH.get(key[0], MOST_GROWTH):
            short.append(f"{key[0]}, {key[2]} at once: {times:.2f} times the processor time")
    return short


def soak(world: World) -> list[str]:
    """What the process holds after 1,000 and after 100,000 requests of every kind."""
    addresses = [request for scenario in scenarios(world) if scenario.status == 200 for request in scenario.first]
    addresses += plain(["/healthz", "/api/v1/entries/?limit=20", "/wissen/"]) * (len(addresses) // 10)
    random.Random(7).shuffle(addresses)
    endless = list(itertools.islice(itertools.cycle(addresses), 100_000))
    short, held = [], {}
    for until in (1_000, 100_000):
        measure(world.place, endless[0 if until == 1_000 else 1_000 : until], at_once=8)
        held[until] = {"memory": world.process.memory_info().rss, "open files": world.process.num_fds()}
    say("\nAfter 1,000 and after 100,000 requests")
    for name, before in held[1_000].items():
        after = held[100_000][name]
        say(f"  {name:<12}{before:>14,}{after:>14,}{after / before:>8.2f} times")
        if after / before > MOST_SOAK_GROWTH:
            short.append(f"{name}: {after / before:.2f} times after 100,000 requests")
    return short


def main(options: Namespace) -> int:
    short: list[str] = []
    results = {}
    for entries in options.entries:
        with forum(entries) as environment:
            with served(environment) as world:
                results[entries] = run(world, options.seconds)
            short += report(entries, results[entries])
            if options.soak and entries == options.entries[0]:
                with served(environment) as world:
                    short += soak(world)
    if len(results) > 1:
        short += growth(results[options.entries[0]], results[options.entries[-1]])
    say("\n" + ("\n".join(f"Falls short: {line}" for line in short) or "All bars are reached."))
    return 1 if short else 0


if __name__ == "__main__":
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, nargs="+", default=[600, 6000])
    parser.add_argument("--seconds", type=float, default=2, help="per scenario and round")
    parser.add_argument("--soak", action="store_true", help="memory and open files after 100,000 requests")
    sys.exit(main(parser.parse_args()))
