"""Putting documents into an index file and taking them out. Every function runs inside somebody's transaction."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable
from datetime import datetime

from plugins.api.access import PUBLIC
from plugins.api.searching import SearchDocument
from search.analysis import AnalysedDocument, analyse, shown_text
from search.analysis.folding import fold, sort_key
from search.analysis.tokens import clean, words_in
from search.fingerprints import fingerprint

_WRITTEN = "written IN (SELECT value FROM json_each(?))"
FIELDS = "title, summary, body, title_parts, text_parts"


def put(db: sqlite3.Connection, document: SearchDocument) -> None:
    """Store a document; when it is there already, as it is, nothing changes, not even the generation."""
    mark = fingerprint(document)
    known = db.execute("SELECT id, fingerprint FROM document WHERE key = ?", (document.key,)).fetchone()
    if known and known[1] == mark:
        return
    if known:
        _take_out(db, known[0])
    _store(db, known[0] if known else None, document, mark)


def remove(db: sqlite3.Connection, keys: Collection[str]) -> None:
    """Forget documents; unknown keys are no mistake."""
    for key in keys:
        if known := db.execute("SELECT id FROM document WHERE key = ?", (key,)).fetchone():
            _take_out(db, known[0])


def keys_of(db: sqlite3.Connection, type: str, object_id: int) -> set[str]:
    """The documents that an object has now."""
    rows = db.execute("SELECT key FROM document WHERE type = ? AND object_id = ?", (type, object_id))
    return {key for (key,) in rows}


def touch(db: sqlite3.Connection, marks: Iterable[str]) -> None:
    """Remember, in a file under construction, what has arrived newer than the rebuild can know."""
    db.executemany("INSERT OR IGNORE INTO touched VALUES (?)", [(mark,) for mark in marks])


def is_touched(db: sqlite3.Connection, document: SearchDocument) -> bool:
    """Whether a newer state of this document is here already."""
    marks = document.key, object_mark(document.type, document.object_id)
    return db.execute("SELECT 1 FROM touched WHERE what IN (?, ?)", marks).fetchone() is not None


def object_mark(type: str, object_id: int) -> str:
    """All documents of an object, in `touched`."""
    return f"all of {type} {object_id}"


def _store(db: sqlite3.Connection, id: int | None, document: SearchDocument, mark: str) -> None:
    analysed = analyse(document)
    scope, is_public = _scope(db, document)
    keywords = _keywords(db, document)
    forms = _forms(db, analysed)
    id = db.execute(
        "INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            id, document.key, document.type, document.object_id, mark, " ".join(map(str, forms)), document.kind,
            document.layer, clean(document.title), document.url, shown_text(document),
        ),
    ).lastrowid  # fmt: skip
    moments = _seconds(document.published_at), _seconds(document.updated_at)
    listed = " ".join(map(str, keywords))
    db.execute("INSERT INTO listing VALUES (?, ?, ?, ?, ?, ?)", (id, scope, *moments, sort_key(document.title), listed))
    db.executemany("INSERT INTO document_keyword VALUES (?, ?)", [(keyword, id) for keyword in keywords])
    db.executemany(
        "INSERT INTO form_scope VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET documents = documents + 1",
        [(form, scope) for form in forms],
    )
    _store_full_text(db, id, document, analysed, is_public)
    _count(db, scope, 1)


def _store_full_text(
    db: sqlite3.Connection, id: int | None, document: SearchDocument, analysed: AnalysedDocument, is_public: bool
) -> None:
    fields = analysed.title, analysed.summary, analysed.body, analysed.title_parts, analysed.text_parts
    for table in ("full_text_all", "full_text_public") if is_public else ("full_text_all",):
        db.execute(f"INSERT INTO {table} (rowid, {FIELDS}) VALUES (?, ?, ?, ?, ?, ?)", (id, *fields))
    title = " ".join(fold(one.word) for one in words_in(document.title))
    db.execute("INSERT INTO title_start (rowid, words) VALUES (?, ?)", (id, title))


def _take_out(db: sqlite3.Connection, id: int) -> None:
    (forms,) = db.execute("SELECT forms FROM document WHERE id = ?", (id,)).fetchone()
    scope, keywords = db.execute("SELECT scope, keywords FROM listing WHERE id = ?", (id,)).fetchone()
    pairs = [(form, scope) for form in map(int, forms.split())]
    db.executemany("UPDATE form SET documents = documents - 1 WHERE id = ?", [(form,) for form, _ in pairs])
    db.executemany("UPDATE form_scope SET documents = documents - 1 WHERE form = ? AND scope = ?", pairs)
    db.executemany("DELETE FROM form_scope WHERE form = ? AND scope = ? AND documents <= 0", pairs)
    db.executemany(
        "DELETE FROM document_keyword WHERE keyword = ? AND document = ?", [(int(k), id) for k in keywords.split()]
    )
    for table in ("full_text_all", "full_text_public", "title_start", "listing", "document"):
        db.execute(f"DELETE FROM {table} WHERE rowid = ?", (id,))
    _count(db, scope, -1)


def _scope(db: sqlite3.Connection, document: SearchDocument) -> tuple[int, bool]:
    is_public = PUBLIC in document.audience and PUBLIC not in document.superseded_for
    pair = " ".join(sorted(document.audience)), " ".join(sorted(document.superseded_for))
    db.execute(
        "INSERT OR IGNORE INTO scope (audience, superseded_for, is_public) VALUES (?, ?, ?)", (*pair, int(is_public))
    )
    row = db.execute("SELECT id FROM scope WHERE audience = ? AND superseded_for = ?", pair).fetchone()
    return int(row[0]), is_public


def _keywords(db: sqlite3.Connection, document: SearchDocument) -> list[int]:
    """Ids of the keywords; type and kind are keywords of every document, whether the source names them or not."""
    told = {"type": ((document.type, document.type),), "kind": ((document.kind, document.kind),), **document.keywords}
    wanted = list(
        dict.fromkeys((name, value, label) for name, values in told.items() for value, label in values if value)
    )
    db.executemany("INSERT OR IGNORE INTO keyword (field, value, label) VALUES (?, ?, ?)", wanted)
    query = "SELECT id FROM keyword WHERE field = ? AND value = ? AND label = ?"
    return [db.execute(query, keyword).fetchone()[0] for keyword in wanted]


def _forms(db: sqlite3.Connection, analysed: AnalysedDocument) -> list[int]:
    written = json.dumps([form.written for form in analysed.forms.values()], ensure_ascii=False)
    known = {row[0] for row in db.execute(f"SELECT written FROM form WHERE {_WRITTEN}", (written,))}
    db.executemany(
        "INSERT INTO form (written, word, folded, backwards, term) VALUES (?, ?, ?, ?, ?)",
        [
            (form.written, form.word, folded := fold(form.word), folded[::-1], form.term)
            for form in analysed.forms.values()
            if form.written not in known
        ],
    )
    rows = db.execute(f"UPDATE form SET documents = documents + 1 WHERE {_WRITTEN} RETURNING id, written", (written,))
    ids = {written: id for id, written in rows.fetchall()}
    db.executemany(
        "INSERT INTO form_part VALUES (?, ?)",
        [(part, id) for written, id in ids.items() if written not in known for part in analysed.forms[written].parts],
    )
    return list(ids.values())


def _count(db: sqlite3.Connection, scope: int, change: int) -> None:
    db.execute("UPDATE scope SET documents = documents + ? WHERE id = ?", (change, scope))
    db.execute(
        "UPDATE state SET generation = generation + 1, public_generation = public_generation +"
        " (SELECT is_public FROM scope WHERE id = ?)",
        (scope,),
    )


def _seconds(moment: datetime | None) -> float | None:
    return moment.timestamp() if moment else None
