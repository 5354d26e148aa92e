"""The slot for what packages keep about things of others; packages take it from `extensions`, like all others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from plugins.api.plugin import Plugin


@dataclass(frozen=True)
class Remains:
    """What a package keeps about things of other packages, and forgets when one of these is removed for good.

    `rows(plugin)` are counted for whoever is about to remove it, and go in the same transaction as the plugin's own.
    """

    name: str
    title: str | Promise
    rows: Callable[[Plugin], QuerySet[Any]]
    mend: Callable[[Plugin], object] = lambda plugin: None
    """Puts right what stays and names the plugin, in the same transaction, before anything goes."""
