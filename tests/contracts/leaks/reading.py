"""Which parameters an address reads: the walk asks each with what could stand in those, and with no others."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from django.http import QueryDict

from plugins.api.adapters.rest_params import Parameters
from tests.contracts.leaks.planting import Garden
from tests.contracts.leaks.walking import ask, client_for

READERS = ("visitor", "member", "office")
"""Whoever asks, a page may read more or less; these see every page that there is."""


def parameters_read(garden: Garden, address: str, query: str) -> set[str]:
    """The names that are looked for in the query when somebody opens the address, without it and with it."""
    with _noting() as read:
        for role in READERS:
            for asked in (address, f"{address}?{query}"):
                ask(client_for(role, garden), asked)
    return read


@contextmanager
def _noting() -> Iterator[set[str]]:
    read: set[str] = set()

    def looking(method: Any) -> Any:
        def looks(given: QueryDict, name: str, *more: Any) -> Any:
            if not given._mutable:  # it is while it is being filled
                read.add(name)
            return method(given, name, *more)

        return looks

    kept = Parameters.__init__

    def knowing(asked: Parameters, given: QueryDict, known: Collection[str]) -> None:
        read.update(known)
        kept(asked, given, known)

    looked_up = {name: looking(getattr(QueryDict, name)) for name in ("__getitem__", "__contains__", "get", "getlist")}
    with patch.multiple(QueryDict, **looked_up), patch.object(Parameters, "__init__", knowing):
        yield read
