"""Drawn marks: a small rural scene for every topic and county, so that people recognise a line before they read it."""

from __future__ import annotations

from hashlib import sha256
from typing import TypeVar

T = TypeVar("T")

SEASONS = ("spring", "summer", "autumn", "evening")

HILLS = (
    "M0 34C14 26 30 24 64 32V64H0z",
    "M0 30C20 34 40 22 64 24V64H0z",
    "M0 36C10 22 26 22 36 32C44 24 56 24 64 30V64H0z",
    "M0 25C18 24 34 34 64 35V64H0z",
    "M0 33H64V64H0z",
    "M0 38C22 38 34 20 50 22C58 23 62 28 64 30V64H0z",
)
FIELDS = (
    "M0 46C20 38 44 38 64 44V64H0z",
    "M0 40C24 44 46 50 64 46V64H0z",
    "M0 50C16 44 40 42 64 38V64H0z",
    "M0 43L64 50V64H0z",
    "M0 51L64 42V64H0z",
)
FURROWS = (
    "M-4 58C20 48 44 48 68 56M-4 66C20 56 44 56 68 64",
    "M6 66L22 48M20 66L32 48M34 66L42 48M48 66L52 48",
    "M2 48L30 66M16 46L46 66M32 46L62 66M48 46L70 60",
    "",
)
ROADS = (
    "M30 66C34 56 44 52 40 44C38 39 30 38 32 32",
    "M8 66C20 58 40 56 44 48C46 43 40 40 42 34",
    "M56 66C44 60 22 58 22 50C22 44 30 42 28 36",
    "M-4 56C20 50 40 60 68 52",
    "",
)


def mark_svg(key: str, *, small: bool = False) -> str:
    """The drawing for a key such as `county:09772` or `topic:wohnen`: the same key always gets the same one.

    It carries no text and is hidden from screen readers: the name always stands beside it. Colours come from the
    style sheet, by class, so that it suits light, dark and paper.
    """
    dice = _Dice(key)
    shape = "topic" if key.startswith("topic:") else "county"
    classes = f"mark mark--{shape} mark--{dice.one_of(SEASONS)}" + (" mark--small" if small else "")
    parts = (
        '<path class="m-sky" d="M0 0H64V64H0z"/>',
        _sun(dice),
        f'<path class="m-far" d="{dice.one_of(HILLS)}"/>',
        f'<path class="m-near" d="{dice.one_of(FIELDS)}"/>',
        _stroke("m-furrow", dice.one_of(FURROWS)),
        _stroke("m-path", dice.one_of(ROADS)),
        dice.one_of(LANDMARKS)(dice.between(10, 26), dice.between(38, 43)),
        dice.one_of(LANDMARKS)(dice.between(40, 54), dice.between(40, 47)),
    )
    return f'<svg class="{classes}" viewBox="0 0 64 64" aria-hidden="true" focusable="false">{"".join(parts)}</svg>'


class _Dice:
    """Choices that depend on nothing but the key."""

    def __init__(self, key: str) -> None:
        self._bytes = iter(sha256(key.encode()).digest())

    def one_of(self, choices: tuple[T, ...]) -> T:
        return choices[next(self._bytes) % len(choices)]

    def between(self, low: int, high: int) -> int:
        return low + next(self._bytes) % (high - low + 1)


def _stroke(css_class: str, line: str) -> str:
    return f'<path class="{css_class}" d="{line}"/>' if line else ""


def _sun(dice: _Dice) -> str:
    x, y, radius = dice.between(14, 50), dice.between(10, 18), dice.one_of((0, 0, 5, 6))
    return f'<circle class="m-warm" cx="{x}" cy="{y}" r="{radius}"/>' if radius else ""


def _house(x: int, y: int) -> str:
    return (
        f'<path class="m-road" d="M{x - 6} {y}v-8h12v8z"/>'
        f'<path class="m-warm" d="M{x - 8} {y - 7}l8-7 8 7z"/><path class="m-deep" d="M{x - 1} {y}v-4h3v4z"/>'
    )


def _barn(x: int, y: int) -> str:
    return (
        f'<path class="m-road" d="M{x - 9} {y}v-6h18v6z"/><path class="m-deep" d="M{x - 11} {y - 6}l4-6h14l4 6z"/>'
        f'<path class="m-warm" d="M{x - 2} {y}v-4h4v4z"/>'
    )


def _church(x: int, y: int) -> str:
    return (
        f'<path class="m-road" d="M{x - 3} {y}v-15h6v15zM{x + 3} {y}v-7h9v7z"/>'
        f'<path class="m-deep" d="M{x - 4} {y - 14}l4-12 4 12z"/><path class="m-warm" d="M{x + 3} {y - 6}l2-5h7l2 5z"/>'
    )


def _trees(x: int, y: int) -> str:
    return (
        f'<path class="m-deep" d="M{x - 1} {y}v-5h2v5zM{x + 9} {y + 1}v-4h2v4z"/>'
        f'<circle class="m-deep" cx="{x}" cy="{y - 9}" r="6"/><circle class="m-deep" cx="{x + 10}" cy="{y - 6}" r="5"/>'
    )


def _firs(x: int, y: int) -> str:
    return f'<path class="m-deep" d="M{x - 6} {y}l6-18 6 18zM{x + 4} {y + 1}l5-13 5 13z"/>'


def _turbine(x: int, y: int) -> str:
    return (
        f'<path class="m-road" d="M{x - 1} {y}l.5-20h1l.5 20z"/>'
        f'<path class="m-road" d="M{x} {y - 21}l9 4-9-2zM{x} {y - 21}l-8 5 6-6zM{x} {y - 21}l-2-10 3 9z"/>'
    )


def _open_land(x: int, y: int) -> str:
    return ""


LANDMARKS = (_house, _barn, _church, _trees, _firs, _turbine, _house, _open_land)
