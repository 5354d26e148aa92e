"""The slot for what packages keep about things of others; packages take it from `extensions`, like all others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from plugins.api.plugin import Plugin


@dataclass(frozen=True)
class Remains:
    """What a package keeps about things of other packages, and forgets when one of these is removed for good.

    `count(plugin)` says how much that is, for whoever is about to remove it; `erase(plugin)` runs in the transaction in
    which the rows of the plugin go, before they go.
    """

    name: str
    title: str | Promise
    count: Callable[[Plugin], int]
    erase: Callable[[Plugin], None]
