"""The tables of an index file.

* `state`: one row; `complete` once a rebuild has filled the file.
* `scope`: one row per distinct pair (audience, superseded_for); whatever depends on the reader goes over scopes.
* `listing`: narrow, read for every match; `document`: wide, read for the hits of one page.
* `full_text_public`, `full_text_all`: the terms of what everybody may read, and of everything; word statistics apart.
* `form`: words as they are written, with the term they stand for; `form_part`: and the members of compounds;
  `form_scope`: in how many documents of a scope.
  `form.documents` counts hidden documents too: it may save work, but must never decide what a reader is told.
* `title_start`: title words for suggestions. No statistics of it are used, so one table serves all readers.
"""

from __future__ import annotations

import sqlite3
import time

from search.analysis import CHAIN_VERSION

SCHEMA_VERSION = "3"
VERSION = f"{SCHEMA_VERSION}/{CHAIN_VERSION}"  # an index of another version answers, but wants to be rebuilt

# Terms come finished and joined by blanks: the "ascii" tokenizer splits there and leaves all other letters alone.
_TABLES = """
CREATE TABLE state (
    version TEXT NOT NULL, generation INTEGER NOT NULL, public_generation INTEGER NOT NULL,
    complete INTEGER NOT NULL DEFAULT 0);
CREATE TABLE scope (
    id INTEGER PRIMARY KEY, audience TEXT NOT NULL, superseded_for TEXT NOT NULL, is_public INTEGER NOT NULL,
    documents INTEGER NOT NULL DEFAULT 0, UNIQUE (audience, superseded_for));
CREATE TABLE keyword (
    id INTEGER PRIMARY KEY, field TEXT NOT NULL, value TEXT NOT NULL, label TEXT NOT NULL,
    UNIQUE (field, value, label));
CREATE TABLE document (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, type TEXT NOT NULL, object_id INTEGER NOT NULL,
    fingerprint TEXT NOT NULL, forms TEXT NOT NULL, kind TEXT NOT NULL, layer TEXT NOT NULL, title TEXT NOT NULL,
    url TEXT NOT NULL, text TEXT NOT NULL);
CREATE INDEX document_object ON document (type, object_id);
CREATE TABLE listing (
    id INTEGER PRIMARY KEY, scope INTEGER NOT NULL, published REAL, updated REAL, sort_title TEXT NOT NULL,
    keywords TEXT NOT NULL);
CREATE INDEX listing_scope ON listing (scope);
CREATE TABLE document_keyword (keyword INTEGER, document INTEGER, PRIMARY KEY (keyword, document)) WITHOUT ROWID;
CREATE TABLE form (
    id INTEGER PRIMARY KEY, written TEXT NOT NULL UNIQUE, word TEXT NOT NULL, folded TEXT NOT NULL,
    backwards TEXT NOT NULL, term TEXT NOT NULL, documents INTEGER NOT NULL DEFAULT 0);
CREATE INDEX form_term ON form (term, word);
CREATE INDEX form_folded ON form (folded);
CREATE INDEX form_backwards ON form (backwards);
CREATE TABLE form_part (part TEXT, form INTEGER, PRIMARY KEY (part, form)) WITHOUT ROWID;
CREATE TABLE form_scope (
    form INTEGER, scope INTEGER, documents INTEGER NOT NULL, PRIMARY KEY (form, scope)) WITHOUT ROWID;
CREATE VIRTUAL TABLE full_text_public USING fts5 (title, summary, body, title_parts, text_parts, tokenize = 'ascii');
CREATE VIRTUAL TABLE full_text_all USING fts5 (title, summary, body, title_parts, text_parts, tokenize = 'ascii');
CREATE VIRTUAL TABLE title_start USING fts5 (words, tokenize = 'ascii', prefix = '2 3 4', detail = 'column');
CREATE TABLE touched (what TEXT PRIMARY KEY) WITHOUT ROWID;
"""


def create(connection: sqlite3.Connection) -> None:
    """Lay out an empty index. Its generation begins with the time, so that no later file repeats an earlier one."""
    connection.executescript(f"BEGIN IMMEDIATE;{_TABLES}COMMIT;")
    now = time.time_ns() // 1_000_000
    connection.execute(
        "INSERT INTO state (version, generation, public_generation) VALUES (?, ?, ?)", (VERSION, now, now)
    )


def version_of(connection: sqlite3.Connection) -> str:
    """Which schema and which analysis chain the file was built with."""
    row = connection.execute("SELECT version FROM state").fetchone()
    return str(row[0]) if row else ""


def is_complete(connection: sqlite3.Connection) -> bool:
    """Whether a rebuild has filled the file; one made because there was none holds only what was written since."""
    return bool(connection.execute("SELECT complete FROM state").fetchone()[0])


def damage(connection: sqlite3.Connection) -> str | None:
    """What SQLite finds wrong when it reads the whole file (`PRAGMA quick_check`); None when it is sound."""
    (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    return None if found == "ok" else str(found)


def tidy(connection: sqlite3.Connection) -> None:
    """Make a finished file small and quick, and newer than every file before it."""
    for table in ("full_text_public", "full_text_all", "title_start"):
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
    connection.execute("DELETE FROM touched")
    now = time.time_ns() // 1_000_000
    connection.execute(
        "UPDATE state SET complete = 1, generation = max(generation, ?), public_generation = max(public_generation, ?)",
        (now, now),
    )
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
