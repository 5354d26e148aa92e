"""A world that takes long to make, made once in a process and then read by every module of tests that asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Generic, TypeVar

from django.conf import settings
from django.db import connection, transaction

from tests.template_database import database, point_at

Made = TypeVar("Made")


class KeptWorld(Generic[Made]):
    """It stands in a database of its own, beside that of all other tests.

    Who opens it may change its rows, which is taken back at the end, and nothing of the objects that name them.
    """

    def __init__(self, name: str, make: Callable[[], Made]) -> None:
        self.database, self.make = database(name), make
        self.is_made = False
        self.kept: Made

    @contextmanager
    def opened(self) -> Iterator[Made]:
        before = settings.DATABASES["default"]["NAME"]
        try:
            if self.is_made:
                self.database.enter()
            else:
                self.database.copy()
                self.kept, self.is_made = self._made(), True
            with transaction.atomic():
                yield self.kept
                transaction.set_rollback(True)
        finally:
            point_at(before)

    def _made(self) -> Made:
        """As in every test, nothing happens that waits for a commit."""
        with transaction.atomic():
            made = self.make()
            connection.run_on_commit.clear()
        return made

    def remove(self) -> None:
        """With its database."""
        if self.is_made:
            self.database.remove()
