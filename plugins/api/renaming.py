"""What was promised goes on to work under its old name for a time, and says which plugin has to change.

`@renamed(heading="title")` above the dataclass of a slot: its records still take `heading`, and have it to read.
Whoever runs the tests of the plugin meets a DeprecationWarning, whoever runs the forum a warning of `manage.py check`.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from operator import attrgetter
from typing import Any, TypeVar

R = TypeVar("R")

_asked: ContextVar[str] = ContextVar("asked", default="")
"""The name of the plugin whose records are being read."""
_outdated: dict[tuple[str, str], None] = {}


@contextmanager
def reading(plugin: str) -> Iterator[None]:
    """What is outdated in here is this plugin's."""
    token = _asked.set(plugin)
    try:
        yield
    finally:
        _asked.reset(token)


def renamed(**names: str) -> Callable[[type[R]], type[R]]:
    """Old name of a field -> the name that it has now."""

    def declare(slot: type[R]) -> type[R]:
        made: Callable[..., None] = slot.__init__

        @wraps(made)
        def with_old_names(self: R, *args: Any, **given: Any) -> None:
            for old, new in names.items():
                if old in given:
                    is_outdated(f"{slot.__name__} takes “{new}” now instead of “{old}”")
                    given.setdefault(new, given.pop(old))
            made(self, *args, **given)

        slot.__init__ = with_old_names  # type: ignore[method-assign,assignment]
        for old, new in names.items():
            setattr(slot, old, property(attrgetter(new)))
        return slot

    return declare


def is_outdated(sentence: str) -> None:
    """Say that a plugin uses what will go with the next first number of the plugin API."""
    plugin = _asked.get()
    _outdated[plugin, sentence] = None
    warnings.warn(f"Plugin “{plugin}”: {sentence}.", DeprecationWarning, stacklevel=3)


def outdated() -> list[tuple[str, str]]:
    """Plugin and sentence of everything that was noticed so far."""
    return list(_outdated)
