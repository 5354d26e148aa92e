"""What the analysis made of every word that was ever met, kept in a file: taking a word apart takes milliseconds."""

from __future__ import annotations

import logging
import sqlite3
import threading
from pathlib import Path

from search.analysis.terms import Term

logger = logging.getLogger(__name__)

_WAIT = 5  # seconds for another process that is writing
_TABLE = """
PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
CREATE TABLE IF NOT EXISTS word (
    word TEXT PRIMARY KEY, version TEXT NOT NULL, term TEXT NOT NULL, parts TEXT NOT NULL, is_noun INTEGER NOT NULL
) WITHOUT ROWID;
"""


class WordTable:
    """word -> term, for one version of the chain. Used by any number of threads and processes.

    It only saves time: where the file cannot be used, words are taken apart each time.
    """

    def __init__(self, path: Path, version: str) -> None:
        self.path = path
        self._version = version
        self._mine = threading.local()
        self._is_usable = True

    def get(self, word: str) -> Term | None:
        """What is known about a word, or None."""
        rows = self._ask("SELECT term, parts, is_noun FROM word WHERE word = ? AND version = ?", (word, self._version))
        if not rows:
            return None
        term, parts, is_noun = rows[0]
        return Term(term, tuple(parts.split()), bool(is_noun))

    def put(self, word: str, term: Term) -> None:
        """Remember it; what an older version of the chain said is replaced."""
        values = (word, self._version, term.text, " ".join(term.parts), int(term.is_noun))
        self._ask("INSERT OR REPLACE INTO word VALUES (?, ?, ?, ?, ?)", values)

    def _ask(self, statement: str, values: tuple[str | int, ...]) -> list[tuple[str, str, int]]:
        if not self._is_usable:
            return []
        try:
            return self._connection().execute(statement, values).fetchall()
        except (sqlite3.Error, OSError) as error:
            self._is_usable = False
            logger.warning("The table of words %s cannot be used, so the search is slower: %s", self.path, error)
            return []

    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._mine, "connection", None)
        if connection is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(self.path, timeout=_WAIT, isolation_level=None)
            connection.executescript(_TABLE)
            self._mine.connection = connection
        return connection
