"""The addresses of one plugin, as its records mount them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Final

from django.urls import URLPattern

from plugins.api.adapters.routes import Rule, rule_of
from plugins.api.extensions import RestMount, UrlMount
from plugins.api.plugin import Plugin
from plugins.api.registry import registry

PART: Final = re.compile(r"<(?:[^<>:]+:)?([^<>]+)>")
ABSENT_NUMBER: Final = 987_654_321
ABSENT_NAME: Final = "gibt-es-nicht"


@dataclass(frozen=True)
class Route:
    """One address with its variable parts, such as `/pinnwand/<int:pk>/`."""

    path: str
    callback: Any
    is_rest: bool

    @property
    def rule(self) -> Rule | None:
        return rule_of(self.callback)

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of its variable parts."""
        return tuple(PART.findall(self.path))

    def address(self, values: Mapping[str, object]) -> str | None:
        """With these values in its variable parts; None where one is missing."""
        if not set(self.parts) <= set(values):
            return None
        return PART.sub(lambda part: str(values[part[1]]), self.path)

    def absent(self, values: Mapping[str, object]) -> str | None:
        """The same with values that name nothing."""
        return self.address(
            {name: ABSENT_NUMBER if isinstance(value, int) else ABSENT_NAME for name, value in values.items()}
        )


def routes_of(plugin: Plugin) -> list[Route]:
    """All addresses that the plugin mounts, pages first."""
    return [
        Route(f"{place}{mount.prefix}{path}", callback, slot is RestMount)
        for slot, place in ((UrlMount, "/"), (RestMount, "/api/v1/"))
        for mount in _records(plugin, slot)
        for path, callback in _below(import_module(mount.urlconf).urlpatterns)
    ]


def _records(plugin: Plugin, slot: type) -> list[Any]:
    return registry.brought_by(plugin, slot)


def _below(patterns: list[Any]) -> Iterator[tuple[str, Any]]:
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            yield str(pattern.pattern), pattern.callback
        else:
            for path, callback in _below(pattern.url_patterns):
                yield f"{pattern.pattern}{path}", callback
