"""Documents that are about the same as a given one."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from search.engine import Hit, Thing
from search.engines.embedded import reading
from search.engines.embedded.keywords import Keywords
from search.engines.embedded.views import View
from search.relating import ENOUGH, question_about


def related(db: sqlite3.Connection, view: View, keywords: Keywords, thing: Thing, limit: int) -> list[Hit]:
    """The best other hits for the thing's own words; scores are relative to what the thing itself reaches."""
    row = db.execute(
        "SELECT title, text FROM document JOIN listing USING (id) WHERE type = ? AND object_id = ?"
        " AND scope IN (SELECT value FROM json_each(?))",
        (thing.type, thing.object_id, view.scopes),
    ).fetchone()
    if row is None:
        return []
    title, text = row
    query = question_about(title, text, thing.type)
    hits = reading.search(db, view, keywords, replace(query, limit=limit + 1)).hits
    others = [hit for hit in hits if hit.object_id != thing.object_id and hit.score >= ENOUGH]
    return others[:limit]
