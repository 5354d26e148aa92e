"""The engine that needs no server: SQLite FTS5 in files of its own, whatever the main database is."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from plugins.api.searching import SearchDocument
from search.asking import ask
from search.engine import EngineUnavailable, Explanation, Hit, SearchQuery, SearchResult, Stored, Suggestion, Thing
from search.engines.embedded import reading, relating, schema, scoring, suggesting, writing
from search.engines.embedded.files import IndexFolder, Reader
from search.engines.embedded.vocabulary import IndexVocabulary, count_documents

BATCH = 100  # documents in one turn of a rebuild; others may write in between


class EmbeddedEngine:
    """Documents in an SQLite file: read without locks, written by one at a time, rebuilt beside and swapped."""

    name = "embedded"

    def __init__(self, folder: Path) -> None:
        self._folder = IndexFolder(folder)

    def index(self, documents: Iterable[SearchDocument]) -> None:
        """Put documents in; one with a known key replaces what was there."""
        for batch in _batches(documents):
            with self._transaction() as files:
                for db in files:
                    writing.touch(db, (document.key for document in batch))
                    for document in batch:
                        writing.put(db, document)

    def delete(self, keys: Collection[str]) -> None:
        """Forget these documents."""
        with self._transaction() as files:
            for db in files:
                writing.touch(db, keys)
                writing.remove(db, keys)

    def replace(self, type: str, object_ids: Collection[int], documents: Iterable[SearchDocument]) -> None:
        """From one moment to the next the objects have exactly these documents, which may be none."""
        arrived = list(documents)
        kept = {document.key for document in arrived}
        with self._transaction() as files:
            for db in files:
                writing.touch(db, (writing.object_mark(type, id) for id in object_ids))
                gone = {key for id in object_ids for key in writing.keys_of(db, type, id)} - kept
                writing.remove(db, gone)
                for document in arrived:
                    writing.put(db, document)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Nobody else writes meanwhile."""
        with self._folder.writing():
            yield

    @contextmanager
    def rebuild(self) -> Iterator[EmbeddedRebuild]:
        """Build anew beside the file that answers, and put it in its place at the end, unless an exception comes."""
        with self._folder.rebuilding():
            with self._folder.writing():
                path = self._folder.begin_building()
            try:
                with self._folder.open_path(path) as db:
                    rebuild = EmbeddedRebuild(self._folder, db)
                    yield rebuild
                    rebuild.finish(path)
            except BaseException:
                with self._folder.writing():
                    self._folder.abandon_building()
                raise

    def search(self, query: SearchQuery) -> SearchResult:
        """The answer for these principals."""
        with self._reading() as reader:
            view = reader.views.get(reader.db, query.principals)
            return reading.search(reader.db, view, reader.keywords, query)

    def explain(self, query: SearchQuery) -> Explanation:
        """The same answer with what led to it."""
        with self._reading() as reader:
            view = reader.views.get(reader.db, query.principals)
            asked = ask(query, IndexVocabulary(reader.db, view))
            result = reading.search(reader.db, view, reader.keywords, query)
            shares = scoring.shares(reader.db, view, asked, query.tuning, [hit.key for hit in result.hits])
            return Explanation(asked, count_documents(reader.db, view, asked.weights), result, shares)

    def related(self, thing: Thing, *, principals: frozenset[str], limit: int = 4) -> list[Hit]:
        """Other documents of the same type that are about the same, for these principals."""
        with self._reading() as reader:
            view = reader.views.get(reader.db, principals)
            return relating.related(reader.db, view, reader.keywords, thing, limit)

    def suggest(self, text: str, *, principals: frozenset[str], limit: int = 8) -> list[Suggestion]:
        """How `text` may go on, for these principals."""
        with self._reading() as reader:
            return suggesting.suggest(reader.db, reader.views.get(reader.db, principals), text, limit)

    def fingerprints(self) -> Iterator[Stored]:
        """Every document, by key. The whole file is read first: raises EngineUnavailable where it is damaged."""
        with self._reading() as reader:
            if found := schema.damage(reader.db):
                raise EngineUnavailable(f"The search index is damaged: {found}.")
            rows = reader.db.execute("SELECT key, type, object_id, fingerprint FROM document ORDER BY key").fetchall()
        return (Stored(*row) for row in rows)

    def public_generation(self) -> int:
        """A number that grows whenever something that everybody may read has changed."""
        with self._reading(is_one_statement=True) as reader:
            return int(reader.db.execute("SELECT public_generation FROM state").fetchone()[0])

    def health(self) -> str | None:
        """None when all is well, else a sentence for the operator."""
        try:
            with self._reading() as reader:
                version = schema.version_of(reader.db)
                reader.db.execute("SELECT count(*) FROM scope").fetchone()
                if version == schema.VERSION and not schema.is_complete(reader.db):
                    return "The search index has not been built yet. Run “manage.py rebuild_index”."
        except EngineUnavailable as error:
            return f"{error} Run “manage.py rebuild_index”."
        if version != schema.VERSION:
            return "The search index was built by another version of the software. Run “manage.py rebuild_index”."
        return None

    def close(self) -> None:
        """Close this thread's connection."""
        self._folder.close()

    @contextmanager
    def _reading(self, *, is_one_statement: bool = False) -> Iterator[Reader]:
        reader = self._folder.reading()
        try:
            if is_one_statement:  # which is a transaction by itself
                yield reader
            else:
                reader.db.execute("BEGIN")
                yield reader
                reader.db.execute("COMMIT")
        except BaseException as error:
            self._folder.close()  # whatever state it is in, the next question begins afresh
            if isinstance(error, sqlite3.DatabaseError):
                raise EngineUnavailable(f"The search index cannot be read: {error}.") from error
            raise

    @contextmanager
    def _transaction(self) -> Iterator[list[sqlite3.Connection]]:
        """A turn to write: one transaction in the file that answers and in the one that is being built."""
        with self._folder.writing(), self._folder.open_for_writing() as files:
            try:
                for db in files:
                    db.execute("BEGIN IMMEDIATE")
                yield files
                for db in files:
                    db.execute("COMMIT")
            except BaseException as error:
                for db in files:
                    if db.in_transaction:
                        db.execute("ROLLBACK")
                if isinstance(error, sqlite3.DatabaseError):
                    raise EngineUnavailable(f"The search index cannot be written: {error}.") from error
                raise


class EmbeddedRebuild:
    """The file in the making. Documents go in by small turns, so that live writes come in between."""

    def __init__(self, folder: IndexFolder, db: sqlite3.Connection) -> None:
        self._folder = folder
        self._db = db

    def add(self, documents: Iterable[SearchDocument]) -> None:
        """Put documents in, unless a newer state of them has arrived since the rebuild began."""
        for batch in _batches(documents):
            with self._folder.writing():
                self._db.execute("BEGIN IMMEDIATE")
                for document in batch:
                    if not writing.is_touched(self._db, document):
                        writing.put(self._db, document)
                self._db.execute("COMMIT")

    def finish(self, path: Path) -> None:
        """Tidy up, and let the new file answer."""
        with self._folder.writing():
            schema.tidy(self._db)
            self._folder.put_in_place(path)


def _batches(documents: Iterable[SearchDocument]) -> Iterator[list[SearchDocument]]:
    remaining = iter(documents)
    while batch := list(islice(remaining, BATCH)):
        yield batch
