"""Documents for tests of the search."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from plugins.api.searching import SearchDocument

MEMBERS = frozenset({"members", "editors"})
MEMBER = frozenset({"public", "user:7", "members"})
EDITOR = frozenset({"public", "user:8", "editors"})
GUEST = frozenset({"public", "user:9", "guest-topic:5"})
VISITOR = frozenset({"public"})
FIRST_DAY = datetime(2026, 1, 1, tzinfo=UTC)


def document(number: int, title: str = "Ein Titel", body: str = "", **more: Any) -> SearchDocument:
    """A public entry; every day one is published."""
    values: dict[str, Any] = {
        "key": f"entry:{number}:public",
        "type": "entry",
        "object_id": number,
        "url": f"/wissen/{number}/",
        "audience": frozenset({"public"}),
        "kind": "offer",
        "layer": "public",
        "published_at": FIRST_DAY + timedelta(days=number),
        "updated_at": FIRST_DAY + timedelta(days=number),
    }
    return SearchDocument(title=title, body=body, **{**values, **more})


def hidden(number: int, title: str = "Ein Titel", body: str = "", **more: Any) -> SearchDocument:
    """An entry for members and editors."""
    values = {"key": f"entry:{number}:members", "audience": MEMBERS, "layer": "members"}
    return document(number, title, body, **{**values, **more})


def layers(number: int, public: str, full: str, title: str = "Zwei Lagen") -> list[SearchDocument]:
    """An entry with a public summary and a fuller text for members and for guests of topic 5."""
    audience = MEMBERS | {"guest-topic:5"}
    return [
        document(number, title, public, superseded_for=audience),
        hidden(number, title, full, audience=audience),
    ]
