"""Facts: what has happened, said once, heard after commit by whoever listens."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any, ClassVar


@dataclass(frozen=True)
class Fact:
    """Something that happened, in the past tense, with plain values that survive being stored as JSON."""

    _known: ClassVar[dict[str, type[Fact]]] = {}

    def __init_subclass__(cls) -> None:
        if cls.__name__ in Fact._known and Fact._known[cls.__name__].__module__ != cls.__module__:
            raise TypeError(f"There are two facts called {cls.__name__}.")
        Fact._known[cls.__name__] = cls

    @property
    def name(self) -> str:
        return type(self).__name__

    def as_payload(self) -> dict[str, Any]:
        return asdict(self)

    @staticmethod
    def from_payload(name: str, payload: dict[str, Any]) -> Fact:
        """The fact again from what was stored. KeyError when its type is gone (a plugin was removed)."""
        return Fact._known[name](**payload)


@dataclass(frozen=True)
class PluginSwitched(Fact):
    """A plugin was switched on or off, somewhere or everywhere, or was removed for good."""

    plugin: str
    """Its label."""


@dataclass(frozen=True)
class AccessChanged(Fact):
    """A kind of fact after which `people` may see or do other things than before: what they have open is looked at
    again at once, by whatever way they opened it.
    """

    @property
    def people(self) -> Iterable[int]:
        """Ids of users."""
        raise NotImplementedError
