"""The folder of the index: which file answers, which one is being built, and whose turn it is to write.

`current` names the file that answers; replacing it is the swap. Files are numbered and never renamed, because SQLite
finds a file's write-ahead log by its name. A predecessor stays until the next swap for those who are still reading it.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.core.files import locks

from search.engine import EngineUnavailable, RebuildRunning
from search.engines.embedded import matching, schema
from search.engines.embedded.keywords import Keywords
from search.engines.embedded.views import Views

_WAIT = 30  # seconds that a statement waits for another process
_SETTINGS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA temp_store=MEMORY;"


Stamp = tuple[int, int]  # inode and time of the pointer: another one after every swap


@dataclass(frozen=True, slots=True)
class Reader:
    """One thread's way into the file that answers."""

    db: sqlite3.Connection
    stamp: Stamp
    views: Views
    keywords: Keywords


class IndexFolder:
    """One folder, used by any number of threads and processes."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._mine = threading.local()
        self._shared: tuple[Path, Stamp, Views] | None = None
        self._sharing = threading.Lock()

    def reading(self) -> Reader:
        """This thread's connection to the file that answers now; opened anew after a swap."""
        stamp = self._stamp() or self._create_first()
        reader: Reader | None = getattr(self._mine, "reader", None)
        if reader is None or reader.stamp != stamp:
            self.close()
            path = self._named("current")
            reader = self._mine.reader = Reader(self._open(path), stamp, self._views_of(path, stamp), Keywords())
        return reader

    def close(self) -> None:
        """Close this thread's connection."""
        reader: Reader | None = getattr(self._mine, "reader", None)
        if reader:
            self._mine.reader = None
            reader.db.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One writer at a time, in all processes; a thread that has the turn may take it again."""
        if getattr(self._mine, "writes", False):
            yield
            return
        with self._locked("write.lock"):
            self._mine.writes = True
            try:
                yield
            finally:
                self._mine.writes = False

    @contextmanager
    def rebuilding(self) -> Iterator[None]:
        """One rebuild at a time; a second one raises RebuildRunning instead of waiting."""
        with self._locked("rebuild.lock", wait=False) as free:
            if not free:
                raise RebuildRunning("The search index is being rebuilt already.")
            yield

    @contextmanager
    def open_for_writing(self) -> Iterator[list[sqlite3.Connection]]:
        """The file that answers, and the one that a rebuild is filling, if any. Only while it is one's turn."""
        answering = self.reading().db
        building = self._building()
        if building is None:
            yield [answering]
            return
        with self.open_path(building) as filling:
            yield [answering, filling]

    @contextmanager
    def open_path(self, path: Path, *, create: bool = False) -> Iterator[sqlite3.Connection]:
        """A connection of its own to one file."""
        connection = self._open(path, create=create)
        try:
            yield connection
        finally:
            connection.close()

    def begin_building(self) -> Path:
        """A new empty file; from now on writers write into it too."""
        self._discard_unfinished()
        path = self._new_file()
        self._point("building", path)
        return path

    def abandon_building(self) -> None:
        """The rebuild failed: its file goes, the index that answers stays."""
        self._discard_unfinished()

    def put_in_place(self, path: Path) -> None:
        """From now on `path` answers. The one that answered until now goes at the next swap."""
        previous = self._named("current") if self._stamp() else None
        (self.path / "building").unlink(missing_ok=True)  # first, so that nothing takes the new file for unfinished
        self._point("current", path)
        for file in self.path.glob("index-*.sqlite3"):
            if file not in (path, previous):
                _remove(file)

    def _views_of(self, path: Path, stamp: Stamp) -> Views:
        """What all threads that read this file remember of it together."""
        with self._sharing:
            if self._shared is None or self._shared[:2] != (path, stamp):
                self._shared = path, stamp, Views()
            return self._shared[2]

    def _stamp(self) -> Stamp | None:
        try:
            status = os.stat(self.path / "current")
        except FileNotFoundError:
            return None
        return status.st_ino, status.st_mtime_ns

    def _named(self, pointer: str) -> Path:
        return self.path / (self.path / pointer).read_text(encoding="ascii").strip()

    def _point(self, pointer: str, path: Path) -> None:
        draft = self.path / f"{pointer}.new"
        draft.write_text(path.name, encoding="ascii")
        draft.replace(self.path / pointer)

    def _building(self) -> Path | None:
        """The file of a rebuild that is alive; what a killed one left behind is cleared away."""
        if not (self.path / "building").exists():
            return None
        with self._locked("rebuild.lock", wait=False) as nobody_rebuilds:
            if nobody_rebuilds:
                self._discard_unfinished()
                return None
        return self._named("building")

    def _discard_unfinished(self) -> None:
        pointer = self.path / "building"
        if pointer.exists():
            file = self._named("building")
            pointer.unlink()
            _remove(file)

    def _create_first(self) -> Stamp:
        with self.writing():
            if not self._stamp():
                self._point("current", self._new_file())
        stamp = self._stamp()
        assert stamp is not None  # it has just been made, and nobody takes it away
        return stamp

    def _new_file(self) -> Path:
        self.path.mkdir(parents=True, exist_ok=True)
        numbers = [int(file.stem.removeprefix("index-")) for file in self.path.glob("index-*.sqlite3")]
        path = self.path / f"index-{max(numbers, default=0) + 1}.sqlite3"
        with self.open_path(path, create=True) as connection:
            schema.create(connection)
        return path

    def _open(self, path: Path, *, create: bool = False) -> sqlite3.Connection:
        mode = "rwc" if create else "rw"  # a name that has just gone must not come back as an empty file
        try:
            connection = sqlite3.connect(f"{path.as_uri()}?mode={mode}", uri=True, timeout=_WAIT, isolation_level=None)
            connection.executescript(_SETTINGS + matching.TABLE)
        except sqlite3.Error as error:
            raise EngineUnavailable(f"The search index {path} cannot be opened: {error}.") from error
        return connection

    @contextmanager
    def _locked(self, name: str, *, wait: bool = True) -> Iterator[bool]:
        self.path.mkdir(parents=True, exist_ok=True)
        with (self.path / name).open("a") as file:
            got = locks.lock(file, locks.LOCK_EX if wait else locks.LOCK_EX | locks.LOCK_NB)
            try:
                yield got
            finally:
                if got:
                    locks.unlock(file)


def _remove(file: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        file.with_name(file.name + suffix).unlink(missing_ok=True)
