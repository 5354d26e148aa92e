"""Slots for what grows out of something; packages take them from `extensions`, like all others."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from plugins.api.access import Actor
    from plugins.api.becoming import Made, Origin


@dataclass(frozen=True)
class Becoming:
    """One kind of thing that something said elsewhere can become, in the order of `order`.

    `url(reference)` is the form in which it is made, filled in with `origin_named(reference)`; the person looks it over
    and sends it. The action that makes it calls `keep_origin`. `shown(numbers, actor)` says what of these things the
    actor sees.
    """

    name: str
    title: str | Promise
    url: Callable[[str], str]
    shown: Callable[[Collection[int], Actor], Mapping[int, Made]]
    order: int
    shown_to: Callable[[Actor], bool] = lambda actor: True


@dataclass(frozen=True)
class OriginSource:
    """One kind of thing that can become something; `<kind>-<number>` is its reference.

    `find(number, actor)` gives it to whoever reads it. `keep(number, becoming, made, actor)` remembers what became of
    it, and `origins_of(becoming, made, actor)` says it the other way round, to whoever reads both.
    """

    kind: str
    find: Callable[[int, Actor], Origin | None]
    keep: Callable[[int, str, int, Actor], None]
    origins_of: Callable[[str, int, Actor], Iterable[Origin]]
