"""What a plugin is: a Django app that says who it is and yields its extensions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from django.apps import AppConfig
from django.utils.functional import Promise

API_VERSION = 1


class Plugin(AppConfig):
    """Base class of every plugin, cms and search included. `extensions()` is the only registration."""

    title: ClassVar[str | Promise]
    requires_api: ClassVar[int] = API_VERSION
    is_core: ClassVar[bool] = False

    def extensions(self) -> Iterator[Any]:
        """Yield the records that this plugin plugs in; called once, after start-up."""
        yield from ()
