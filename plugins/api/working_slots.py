"""Slots for work that nobody waits for in front of a page; packages take them from `extensions`, like all others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from plugins.api.facts import Fact


@dataclass(frozen=True)
class FactListener:
    """Runs after commit, at least once, in batches: `handle` must be able to hear the same fact twice."""

    name: str
    facts: tuple[type[Fact], ...]
    handle: Callable[[list[Any]], None]
    takes_long: bool = False
    """For work of seconds and more: heard one by one, beside everything else, so that nothing waits for it."""
    at_once: bool = False
    """For work of a few milliseconds that people wait for in front of their screens: it waits for nobody else's."""
    wants: Callable[[Any], bool] = lambda fact: True
    """Which of these facts it hears at all; asked when one is announced, so it asks the database nothing."""
    goes_on: bool = False
    """Whether it hears while the plugin is switched off: for what keeps data right or ends what people lose."""


@dataclass(frozen=True)
class TaskSchedule:
    """A job that runs every so often in one of the worker threads or processes, never in two at once."""

    name: str
    every: timedelta
    run: Callable[[], object]
    goes_on: bool = False
    """Whether it runs while the plugin is switched off: for what is erased in time, whatever else rests."""
